"""Texts that a regular expression may take long over: for each of its parts that repeats, that part again and again."""

from collections.abc import Iterator
from re import _constants as what  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

UNENDING = 50  # who repeats a part more often than this, repeats it as often as the text lets him
SAMPLES = {what.CATEGORY_DIGIT: "4", what.CATEGORY_SPACE: " ", what.CATEGORY_WORD: "a"}
SAMPLES |= {what.CATEGORY_NOT_DIGIT: "a", what.CATEGORY_NOT_SPACE: "a", what.CATEGORY_NOT_WORD: "-"}
ANY = [*"a4 -.,@'(\n/:_éA", "€"]
EVERYWHERE = ["a", "4", " ", "-", ".", "\n", "a ", "4-", "A"]


def attacks(pattern: str, flags: int) -> list[tuple[str, str]]:
    """What stands before, and what is repeated: for each part that may repeat for ever; without one there is none."""
    before = [""]
    parts = list(_walk(parser.parse(pattern, flags), before))
    if not parts:
        return []
    found = dict.fromkeys(("", piece) for piece in EVERYWHERE)
    for start, again in parts:
        found |= {(start, again): None, ("", start + again): None}
    found |= {("", before[0] or "a"): None, ("", before[0][:-1] or "a"): None}
    return list(found)


def _walk(tree: Any, before: list[str]) -> Iterator[tuple[str, str]]:
    """The repeats of a parsed pattern, each with an example of all that stands before it; `before` grows along."""
    for kind, value in tree:
        if kind in {what.MAX_REPEAT, what.MIN_REPEAT, what.POSSESSIVE_REPEAT}:
            yield from _repeat(value, before)
        elif kind is what.SUBPATTERN:
            yield from _walk(value[-1], before)
        elif kind is what.BRANCH:
            yield from _branches(value[1], before)
        elif kind in {what.ASSERT, what.ASSERT_NOT}:
            yield from _walk(value[1], [before[0]]) if value[0] > 0 else ()
        else:
            before[0] += _one(kind, value)


def _repeat(value: Any, before: list[str]) -> Iterator[tuple[str, str]]:
    least, most, part = value
    if most >= UNENDING:
        yield before[0], _example(part) or "a"
    if least or most >= UNENDING:
        yield from _walk(part, before)


def _branches(branches: Any, before: list[str]) -> Iterator[tuple[str, str]]:
    """Each of the first few; what comes after them follows the last."""
    start = before[0]
    for branch in branches[:8]:
        before[0] = start
        yield from _walk(branch, before)


def _example(tree: Any) -> str:
    before = [""]
    for _ in _walk(tree, before):
        pass
    return before[0]


def _one(kind: Any, value: Any) -> str:
    """An example of a part that is one character."""
    if kind is what.LITERAL:
        return chr(value)
    if kind is what.NOT_LITERAL:
        return next(one for one in ANY if ord(one) != value)
    if kind is what.ANY:
        return "a"
    return _of_set(value) if kind is what.IN else ""


def _of_set(value: Any) -> str:
    """A character of “[a-z]” or, when the set begins with ^, the first of some that is not in it."""
    negated = value[0][0] is what.NEGATE
    for one in ANY if negated else []:
        if not any(_holds(one, *part) for part in value[1:]):
            return one
    kind, first = value[0]
    if kind is what.LITERAL:
        return chr(first)
    return chr(first[0]) if kind is what.RANGE else SAMPLES.get(first, "a")


def _holds(one: str, kind: Any, value: Any) -> bool:
    if kind is what.LITERAL:
        return ord(one) == value
    if kind is what.RANGE:
        return value[0] <= ord(one) <= value[1]
    tests = {
        what.CATEGORY_DIGIT: one.isdigit(),
        what.CATEGORY_SPACE: one.isspace(),
        what.CATEGORY_WORD: one.isalnum() or one == "_",
    }
    tests |= {what.CATEGORY_NOT_DIGIT: not one.isdigit(), what.CATEGORY_NOT_SPACE: not one.isspace()}
    tests |= {what.CATEGORY_NOT_WORD: not (one.isalnum() or one == "_")}
    return tests.get(value, False)

"""Where in a text something was found: the sentence around it, with the words themselves marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

# An abbreviation ends nothing: “i.h.k.v. de wet”.
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\s”’\"')]+(?=[^\W\d_a-zà-ÿ]|[\d“‘\"(]|$)|\n+")
AROUND = 80  # characters on each side of what is marked


class Placed(Protocol):
    """A finding of one of the checks."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


One = TypeVar("One", bound=Placed)


@dataclass(frozen=True)
class Piece:
    """Some words of an excerpt, marked or not. Its place in the text is [start:end]."""

    text: str
    start: int
    is_marked: bool = False


@dataclass(frozen=True)
class Excerpt(Generic[One]):
    """A sentence in pieces, and what was found in it."""

    pieces: tuple[Piece, ...]
    found: tuple[One, ...]
    # Whether the text goes on before and after it in the same sentence.
    cut_before: bool
    cut_after: bool


def excerpts(text: str, findings: Sequence[One]) -> list[Excerpt[One]]:
    """The sentences in which something was found, in order; findings in one sentence share it."""
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    groups: list[tuple[int, int, list[One]]] = []
    for finding in sorted(findings, key=lambda each: (each.start, each.end)):
        start = ends[bisect_right(ends, finding.start) - 1]
        end = ends[bisect_left(ends, finding.end)]
        if groups and start < groups[-1][1]:
            first, last, known = groups[-1]
            known.append(finding)
            groups[-1] = (first, max(last, end), known)
        else:
            groups.append((start, end, [finding]))
    return [_excerpt(text, *group) for group in groups]


def _excerpt(text: str, start: int, end: int, found: list[One]) -> Excerpt[One]:
    first = _at_a_space(text, max(start, min(finding.start for finding in found) - AROUND), start)
    last = min(end, max(finding.end for finding in found) + AROUND)
    pieces = tuple(_pieces(text, first, last, found))
    return Excerpt(pieces, tuple(found), cut_before=first > start, cut_after=last < end)


def _at_a_space(text: str, place: int, start: int) -> int:
    """Not in the middle of a word, when one begins nearby."""
    space = text.find(" ", place, place + 20)
    return place if place == start or space < 0 else space + 1


def _pieces(text: str, first: int, last: int, found: Sequence[One]) -> Iterator[Piece]:
    place = first
    for start, end in _marks(found):
        if place < start:
            yield Piece(text[place:start], place)
        yield Piece(text[start:end], start, is_marked=True)
        place = end
    if place < last:
        yield Piece(text[place:last], place)


def _marks(found: Sequence[One]) -> Iterator[tuple[int, int]]:
    """The places to mark; where two overlap they are one."""
    spans = sorted((finding.start, finding.end) for finding in found)
    start, end = spans[0]
    for begin, stop in spans[1:]:
        if begin >= end:
            yield start, end
            start, end = begin, stop
        end = max(end, stop)
    yield start, end

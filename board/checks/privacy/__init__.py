"""The privacy check: personal data of citizens in a text, each with its kind and place. Pure, and it keeps nothing."""

from collections.abc import Iterable

from board.checks.privacy import (
    accounts,
    addresses,
    births,
    citizen_numbers,
    handles,
    mail,
    names,
    person_numbers,
    phones,
    plates,
)
from board.checks.privacy.finding import Finding
from board.checks.privacy.folding import fold

__all__ = ["Finding", "find", "kinds"]

# The most certain first: where two speak of the same characters, the first one counts.
SEARCHES = (
    mail.find,
    accounts.find,
    births.find,
    citizen_numbers.find,
    phones.find,
    plates.find,
    person_numbers.find,
    handles.find,
    addresses.find,
    names.find,
)


def find(text: str) -> list[Finding]:
    """All personal data of citizens in a text, in order of place; the places are those of the text as given."""
    folded = fold(text)
    taken = bytearray(len(folded.text))
    found: list[Finding] = []
    for search in SEARCHES:
        _take(search(folded.text), taken, found)
    _take(births.beside(folded.text, [each for each in found if each.kind == "name"]), taken, found)
    personal = sorted((each for each in found if each.kind != "public"), key=_place)
    return [Finding(each.kind, *folded.span(each.start, each.end)) for each in personal]


def _take(candidates: Iterable[Finding], taken: bytearray, found: list[Finding]) -> None:
    """Add what speaks of characters of which nothing was found yet; of two that overlap the longest is the thing."""
    for each in sorted(candidates, key=lambda one: (one.start - one.end, one.start, one.kind)):
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            found.append(each)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.kind


def kinds(text: str) -> list[str]:
    """Which kinds of personal data a text holds, each once."""
    return sorted({finding.kind for finding in find(text)})

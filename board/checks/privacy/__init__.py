"""The privacy check: personal data of citizens in a text, each with its kind and place. Pure, and it keeps nothing."""

from board.checks.privacy import (
    accounts,
    addresses,
    births,
    citizen_numbers,
    mail,
    names,
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
    addresses.find,
    names.find,
)


def find(text: str) -> list[Finding]:
    """All personal data of citizens in a text, in order of place; the places are those of the text as given."""
    folded = fold(text)
    taken = bytearray(len(folded.text))
    found = []
    for search in SEARCHES:
        mine = {one for one in search(folded.text) if not any(taken[one.start : one.end])}
        for one in mine:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(Finding(one.kind, *folded.span(one.start, one.end)))
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def kinds(text: str) -> list[str]:
    """Which kinds of personal data a text holds, each once."""
    return sorted({one.kind for one in find(text)})

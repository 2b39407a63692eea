"""What the privacy check sees in a text that citizens would read, and why that may stand all the same."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from board.checks import privacy
from board.db import ledger, session

# From so many letters on the check takes milliseconds.
LONG = 400


@dataclass(frozen=True)
class PersonalDatum:
    """One piece of text in which the check sees personal data: of what kind, the words, and where they stand.

    It never shows its words by itself: what is printed may end up in a log.
    """

    kind: str
    words: str = field(repr=False)
    text: str = field(default="", compare=False, repr=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


class PersonalData(Exception):
    """These texts seem to hold personal data, and nobody said yet why that may stand."""

    def __init__(self, found: Sequence[PersonalDatum]) -> None:
        super().__init__(f"{len(found)} findings")  # never the words: an error may end up in a log
        self.found = found


@dataclass(frozen=True)
class StatedReason:
    """Why words may stand, together with what somebody had before their eyes when they said so.

    A reason counts for exactly that: what came in later was shown to nobody, so it is asked about anew.
    """

    reason: str = field(default="", repr=False)
    # The fingerprint of what was shown.
    asked_of: str = ""

    @classmethod
    def of(cls, reason: str, texts: Iterable[str]) -> "StatedReason":
        """The reason of somebody who wrote these texts beside it: a file of the demo, an import."""
        return cls(reason, fingerprint(personal_data(texts)))

    def covers(self, found: Sequence[PersonalDatum]) -> bool:
        """Whether it was said of exactly these pieces."""
        return bool(self.reason.strip()) and self.asked_of == fingerprint(found)


# Nobody said anything yet.
NO_REASON = StatedReason()


def personal_data(texts: Iterable[str]) -> list[PersonalDatum]:
    """What the privacy check finds in these texts, each piece once."""
    found = (
        PersonalDatum(finding.kind, text[finding.start : finding.end], text, finding.start, finding.end)
        for text in texts
        if text  # of a new thing some words are not even empty yet
        for finding in _findings(text)
    )
    return list({(datum.kind, datum.words): datum for datum in found}.values())


def look_beforehand(texts: Iterable[str]) -> None:
    """Look through the long ones of these texts now, because soon others will wait for us; this session remembers."""
    ledger().findings = {text: privacy.find(text) for text in texts if len(text) >= LONG}


def _findings(text: str) -> Sequence[privacy.Finding]:
    known = ledger().findings if session.registry.has() else {}
    return known[text] if text in known else privacy.find(text)


def fingerprint(found: Iterable[PersonalDatum]) -> str:
    """The same for the same pieces of text, wherever in the sentence they stand."""
    pieces = sorted({datum.words.casefold() for datum in found})
    return hashlib.blake2s("\n".join(pieces).encode()).hexdigest()

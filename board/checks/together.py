"""Both checks on one text: what they find, without saying of a name that it is a difficult word."""

from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from board.checks import language, privacy
from board.checks.language.reading import Label


class Look(NamedTuple):
    """What both checks see in one text."""

    label: Label
    personal: list[privacy.Finding]
    wording: list[language.LanguageFinding]


def look(text: str, extra: Path | None = None) -> Look:
    """Both checks; `extra` is a folder in which an organisation keeps word lists of its own."""
    personal = privacy.find(text)
    reading = language.check(text, extra)
    # A name is no difficult word; and a reason that quotes it would show it once more.
    return Look(reading.label, personal, [finding for finding in reading.findings if not _touches(finding, personal)])


def warm_up(extra: Path | None = None) -> None:
    """Read the word lists before anybody asks: whoever starts processes lets them share these."""
    look("Wij verkennen de samenwerkingsmogelijkheden en belden mevrouw De Vries.", extra)


def _touches(found: language.LanguageFinding, personal: list[privacy.Finding]) -> bool:
    """A long sentence may hold a name; a word or phrase that is one, or part of one, may not be quoted.

    What the privacy check finds stands in order and does not overlap, so only the last that begins before can touch.
    """
    if found.kind == "long_sentence":
        return False
    place = bisect_left(personal, found.end, key=lambda one: one.start)
    return place > 0 and found.start < personal[place - 1].end

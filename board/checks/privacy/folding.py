"""One way of writing for what looks the same: spaces, dashes, quotes, digits, and nothing invisible."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LOOK_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u0060\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00b7\u2022\u2027\u2219", "."),
}


# “O6 44 71 20 93”: a letter for a nought, as the first of a telephone number.
LETTER_FOR_NOUGHT = re.compile(r"(?<![^\W_])[Oo](?=[ \-]?6[ \-]?\d)")


@dataclass(frozen=True)
class Folded:
    """A text to search in, and for each of its characters the place in the text as it was written."""

    text: str
    places: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in what was written."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def fold(written: str) -> Folded:
    """The text with look-alikes made equal; accents that stand loose and invisible characters are left out."""
    if written.isascii():
        return Folded(_with_noughts(written.replace("\0", " ")), None)
    characters = [_character(character) for character in written]
    places = [place for place, character in enumerate(characters) if character]
    return Folded(_with_noughts("".join(characters)), places)


def _with_noughts(text: str) -> str:
    return LETTER_FOR_NOUGHT.sub("0", text)


@lru_cache(maxsize=4096)
def _character(one: str) -> str:
    category = unicodedata.category(one)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if one in LOOK_ALIKE:
        return LOOK_ALIKE[one]
    if category == "Nd":
        return str(unicodedata.digit(one))
    if category == "Zs" or one == "\0":
        return " "
    plain = unicodedata.normalize("NFKC", one)
    return plain if len(plain) == 1 and plain.isascii() else one

"""Numbers as people say them: “nul zes, twaalf”, “9, 9, 9 en dan 41057”, “negentienachtenveertig”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = {
    "nul": 0, "een": 1, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9,
}  # fmt: skip
TEENS = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19,
}  # fmt: skip
TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
UNIT, TEEN, TEN = ("|".join(words) for words in (UNITS, TEENS, TENS))
NUMERAL = rf"(?:(?:(?:{UNIT})[eë]n)?(?:{TEN})|{TEEN}|{UNIT})"
WITH_UNIT = re.compile(rf"({UNIT})[eë]n({TEN})")
PIECE = re.compile(rf"(?i)(?<![^\W_])(?:(?P<twice>dubbele? )?(?P<word>{NUMERAL})|(?P<digits>\d{{1,10}}))(?![^\W_])")
# What may stand between two pieces of one number.
LINK = (
    r"(?:en|dan|daarna|vervolgens|gevolgd|door|met|de|rest|is|begint|eindigt|eindigend|op|gaat|verder|nog|nummer|"
    r"streepje"
    r"|spatie|punt|staat|ervoor|erachter|eerst|eerste|toen|als|laatste|luidt|plus|verder|tot slot|ten slotte|"
    r"tenslotte|volgt|volgen"
    r"|cijfers|dervoor|bleef|het|stil|achteraan)"
)
LINKED = re.compile(rf"(?i)(?<!\w){LINK}(?!\w)")
BETWEEN = re.compile(rf"(?i)[ ,.:;()\-/…+]{{0,4}}(?:{LINK}[ ,.:;()\-/…+]{{1,3}}){{0,8}}")
FARTHEST = 40
MOST_PIECES = 24


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number in pieces: where it stands, its digits, and whether any word is part of it."""

    start: int
    end: int
    digits: str
    has_words: bool


def spoken_numbers(text: str) -> Iterator[SpokenNumber]:
    """Each run of pieces that can be one number, from its first digit to its last."""
    run: list[re.Match[str]] = []
    for piece in PIECE.finditer(text):
        if run and (len(run) == MOST_PIECES or not _goes_on(text, run[-1], piece)):
            yield _together(text, run)
            run = []
        run.append(piece)
    if run:
        yield _together(text, run)


def number(word: str) -> int:
    """The value of a number below a hundred in words. Raises KeyError when it is none."""
    small = word.lower()
    parts = WITH_UNIT.fullmatch(small)
    return UNITS[parts[1]] + TENS[parts[2]] if parts else (UNITS | TEENS | TENS)[small]


def _goes_on(text: str, last: re.Match[str], piece: re.Match[str]) -> bool:
    gap = text[last.end() : piece.start()]
    return len(gap) <= FARTHEST and bool(BETWEEN.fullmatch(gap))


def _together(text: str, run: list[re.Match[str]]) -> SpokenNumber:
    start, end = run[0].start(), run[-1].end()
    has_words = any(piece["word"] for piece in run) or bool(LINKED.search(text, start, end))
    return SpokenNumber(start, end, "".join(_digits(piece) for piece in run), has_words)


def _digits(piece: re.Match[str]) -> str:
    if piece["digits"]:
        return piece["digits"]
    value = str(number(piece["word"]))
    return value * 2 if piece["twice"] else value

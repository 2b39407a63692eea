"""The word lists of the privacy check: plain files in board/checks/words, one entry on each line."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

HERE = Path(__file__).parents[1] / "words"
STROKES = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae"})


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word in lower case without accents: Öztürk and ozturk are one name."""
    small = word.lower()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(STROKES))
    return "".join(character for character in apart if not unicodedata.combining(character))


def _written(name: str) -> list[str]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip().lower() for line in lines if line.strip() and not line.startswith("#")]


def _lines(name: str) -> list[str]:
    return [plain(line) for line in _written(name)]


@cache
def words(name: str) -> frozenset[str]:
    """All entries of a list, also those that are an ordinary word too."""
    return frozenset(line.removesuffix("?").strip() for line in _lines(name))


@cache
def sure(name: str) -> frozenset[str]:
    """The entries of a list that are nothing but a name: those without a question mark."""
    return frozenset(line for line in _lines(name) if not line.endswith("?"))


@cache
def endings(name: str) -> tuple[str, ...]:
    """The entries as endings of longer words."""
    return tuple(sorted(words(name)))


@cache
def spoken(name: str) -> re.Pattern[str]:
    """Any entry of a list as words of a text, where a * stands for the rest of a word."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(name)})(?!\w)")


@cache
def at_end(name: str) -> re.Pattern[str]:
    """An entry of a list as the last word before a number, as in “zaaknummer: 12”."""
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(name)})\.?\W{{0,3}}(?:(?:met|onder) (?:het )?)?(?:nummer|nr\.?|id)?\W{{0,3}}$"
    )


@cache
def at_start(name: str) -> re.Pattern[str]:
    """An entry of a list as the first word after a number, as in “12 euro”."""
    return re.compile(rf"\s?(?:{_alternatives(name)})(?!\w)")


def _alternatives(name: str) -> str:
    longest_first = sorted(_written(name), key=len, reverse=True)
    return "|".join(re.escape(line).replace(r"\*", r"\w*") for line in longest_first)

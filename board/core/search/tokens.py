"""The words of a text with their places in it: “foto’s” and “zonne-energie” are one word each."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# What may stand inside a word beside letters and figures: loose accents, vowel signs of other alphabets, and what
# Word and telephones put where a word may break or join, and nobody sees.
_SIGNS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_VOWELS = "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51\u0abc-\u0acd"
_MORE_VOWELS = (
    "\u0b3c-\u0b57\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e"
)
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
WORD = rf"[^\W_ʼ](?:[^\W_ʼ]|[{_SIGNS}{_VOWELS}{_MORE_VOWELS}{_UNSEEN}])*"
APOSTROPHES = "'’‘‛ʼ´`′＇"
HYPHENS = "-\u2010\u2011"
TOKEN = re.compile(rf"{WORD}(?:[{HYPHENS}{APOSTROPHES}]{WORD})*")
PART = re.compile(WORD)

# Longer is a code or an accident, and PostgreSQL refuses words of 2 kB.
LONGEST = 40
# A chain of more parts than this is no word.
MOST_PARTS = 4
# What stands behind an apostrophe and belongs to the word before it: foto’s, baby’tje, sms’en, zzp’ers.
ENDINGS = frozenset({"s", "t", "d", "je", "jes", "tje", "tjes", "en", "te", "de", "n"})


class SearchToken(NamedTuple):
    """A word, where it stands, and the parts it is written in: of “e-mail” these are “e” and “mail”."""

    start: int
    end: int
    # In lower case, its parts together.
    word: str
    parts: tuple[str, ...] = ()
    # What is left when an ending behind an apostrophe goes: of “foto’s” it is “foto”.
    base: str = ""


def tokens(text: str) -> Iterator[SearchToken]:
    """The words of a text in order."""
    for match in TOKEN.finditer(text):
        whole = match[0]
        if whole.isalnum():
            yield SearchToken(match.start(), match.end(), _lower(whole))
        else:
            yield from _written_in_parts(text, match.start(), match.end())


def _written_in_parts(text: str, start: int, end: int) -> Iterator[SearchToken]:
    found = list(PART.finditer(text, start, end))
    parts = [_lower(match.group()) for match in found]
    word = "".join(parts)
    if len(found) > MOST_PARTS or len(word) > LONGEST:
        yield from (SearchToken(match.start(), match.end(), part) for match, part in zip(found, parts, strict=True))
    elif len(found) == 1:
        yield SearchToken(start, end, word)
    else:
        yield _joined(text, start, end, parts)


def _joined(text: str, start: int, end: int, parts: list[str]) -> SearchToken:
    before = text[start:end].rstrip()
    whole = "".join(parts)
    if parts[-1] in {"er", "ers"}:
        return SearchToken(start, end, whole, tuple(parts[:-1]), whole.removesuffix("s"))
    if parts[-1] in ENDINGS and any(sign in before for sign in APOSTROPHES):
        base = "".join(parts[:-1])
        return SearchToken(start, end, whole, tuple(parts[:-1]), base)
    return SearchToken(start, end, whole, tuple(parts))


def _lower(word: str) -> str:
    """As the dictionary writes it, cut where it gets too long to be a word."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", _seen(word))
    return word[:LONGEST].lower()


def _seen(word: str) -> str:
    return re.sub(f"[{_UNSEEN}]", "", word)

"""Phrases that deserve a gentle word, by list: words that make the work bigger, words of an analysis."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "words"


@dataclass(frozen=True)
class PhraseMatch:
    """A phrase in a text: where it stands (as Python counts characters), and how it was written."""

    start: int
    end: int
    phrase: str


def bigger(text: str) -> list[PhraseMatch]:
    """Words that make an action bigger: “netwerk vergroten”, “programma” (source 003, block 3)."""
    return _found("groter", text)


def analysis(text: str) -> list[PhraseMatch]:
    """Words of an analysis where a worry is meant: “uit onderzoek blijkt”, “de visie is” (source 003, block 1)."""
    return _found("analyse", text)


def _found(name: str, text: str) -> list[PhraseMatch]:
    return [PhraseMatch(match.start(), match.end(), match.group()) for match in _pattern(name).finditer(text)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One phrase on each line; a * stands for the rest of a word, + for a word of any kind in between."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    phrases = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    spelled = [re.escape(phrase).replace(r"\*", r"\w*").replace(r"\+", r"\w+") for phrase in phrases]
    longest_first = sorted((phrase.replace(r"\ ", r"\s+") for phrase in spelled), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)

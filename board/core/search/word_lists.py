"""The lists of words beside this module, one or more words on a line."""

from functools import cache
from pathlib import Path

LISTS = Path(__file__).parent / "words"


@cache
def rows_of(name: str) -> list[list[str]]:
    """The words on each line of a list."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


@cache
def words_of(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for row in rows_of(name) for word in row)

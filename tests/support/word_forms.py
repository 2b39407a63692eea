"""Words and their forms, as the files beside tests/core/search/word_forms give them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAIRS = Path(__file__).parents[1] / "core/search/word_forms"
LINE = re.compile(r"(.+?)\s*(:|>|!>)\s*(.+)")


class Pair(NamedTuple):
    """What somebody looks for, what is written, and whether it holds the other way round too."""

    sought: str
    written: str
    both_ways: bool

    def __str__(self) -> str:
        return f"{self.sought}/{self.written}"


def pairs(name: str) -> Iterator[Pair]:
    for line in (PAIRS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if (found := LINE.fullmatch(line)) and not line.startswith("#"):
            yield from (Pair(found[1], other.strip(), found[2] == ":") for other in found[3].split(","))

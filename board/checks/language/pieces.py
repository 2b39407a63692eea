"""The pieces of words: some stand mostly in sentences of doing, others in those of process, whatever the word is.

The signs know only words of the lists. A word that no list knows still has pieces: “overleg” in “kwartaaloverlegje”.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import sqrt
from pathlib import Path

from board.checks.tokens import Token

WEIGHTS = Path(__file__).parents[1] / "words" / "woorddelen.txt"
SHORTEST, LONGEST = 3, 5  # letters of a piece, the mark where a word begins or ends included
DIGIT = re.compile(r"\d")


def vote(sentence: Sequence[Token]) -> float:
    """What the pieces of a sentence say: above nought is doing. A long sentence says no more than a short one."""
    found: dict[str, float] = {}
    for token in sentence:
        if token.kind != "mark":
            found.update(known(token.lower))
    return sum(found.values()) / sqrt(len(found) or 1)


def past_lead(part: Sequence[Token], lead: int) -> dict[str, float]:
    """What the pieces say of a part that comes after words of its road: “geen nota, geen overleg: | we haalden …”."""
    return {"pieces": vote(part[lead:])} if lead else {}


@lru_cache(maxsize=30_000)
def known(word: str) -> dict[str, float]:
    """The pieces of a word that the list knows, with their weight."""
    return {piece: learned()[piece] for piece in pieces(word) if piece in learned()}


def pieces(word: str) -> tuple[str, ...]:
    """All pieces of a word, with “<” and “>” where it begins and ends; of a number only its length counts."""
    written = f"<{DIGIT.sub('0', word)}>"
    places = range(len(written))
    cut = (written[start : start + size] for size in range(SHORTEST, LONGEST + 1) for start in places)
    return tuple(dict.fromkeys(piece for piece in cut if len(piece) >= SHORTEST))


@cache
def learned() -> dict[str, float]:
    """The weights of the product: each line of the list is a weight and the pieces that have it."""
    return dict(read(WEIGHTS.read_text(encoding="utf-8").splitlines()))


def read(rows: Iterable[str]) -> Iterable[tuple[str, float]]:
    """The pieces of a list with their weight."""
    for row in rows:
        weight, *found = row.split() if row[:1] != "#" else ("0",)
        yield from ((piece, float(weight)) for piece in found)

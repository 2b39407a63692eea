"""From features to one number: above nought is doing, below is process."""

from functools import cache
from pathlib import Path

from board.checks.language.signs import Features

WEIGHTS = Path(__file__).parents[1] / "words" / "gewichten.txt"


def score(found: Features, weights: dict[str, float] | None = None) -> float:
    """The sum of what each feature weighs."""
    known = weights if weights is not None else learned()
    return sum(known.get(name, 0.0) * value for name, value in found.items())


@cache
def learned() -> dict[str, float]:
    """The weights of the product, from a list that can be read."""
    rows = (line.split("#")[0].split() for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {name: float(weight) for name, weight in (row for row in rows if row)}

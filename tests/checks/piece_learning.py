"""Learns what the pieces of words weigh: `python -m tests.checks.piece_learning --write`."""

import argparse
import csv
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from board.checks.language.pieces import WEIGHTS, pieces
from board.checks.tokens import tokens
from tests.checks.language_learning import KINDS, OWN, is_held_back

LEAST = 5  # lines in which a piece must stand
MOST = 5000  # pieces that stay: those that weigh most
ROUNDS = 30
STRICTNESS = 4e-5  # how much a weight costs
HEAD = """# Delen van woorden, met hoe zwaar elk telt: boven nul staan ze vooral in zinnen van doen, onder nul in die van proces.
# < is het begin van een woord en > het eind; een cijfer is 0. Geleerd van zinnen die mensen hebben beoordeeld (docs/taal.md).
# Verander hier niets met de hand: python -m tests.checks.piece_learning --write leert ze opnieuw.
"""  # noqa: E501

Known = Sequence[tuple[tuple[str, ...], bool]]


def known_lines(paths: Iterable[Path]) -> Iterable[tuple[tuple[str, ...], bool]]:
    """The pieces of each sentence, and whether a person called it doing. What is held back is not learned."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
        for _, label, text, *_ in rows:
            if path != KINDS or not is_held_back(text):
                found = {piece for token in tokens(text) if token.kind != "mark" for piece in pieces(token.lower)}
                yield tuple(sorted(found)), label == "doen"


def learn(known: Known, *, least: int = LEAST, most: int = MOST) -> dict[str, float]:
    """Logistic regression on pieces that are met often; then once more on those that weigh most."""
    counted = Counter(piece for found, _ in known for piece in found)
    often = {piece for piece, count in counted.items() if count >= least}
    first = descend(known, often)
    heaviest = sorted(often, key=lambda piece: (-abs(first[piece]), piece))[:most]
    return descend(known, set(heaviest))


def descend(known: Known, often: set[str]) -> dict[str, float]:
    """Stochastic gradient descent; each line counts as one, however long it is."""
    lines = [([piece for piece in found if piece in often], doing) for found, doing in known]
    weights: dict[str, float] = defaultdict(float)
    chance = random.Random(2026)
    shrunk, step = 1.0, 0
    for _ in range(ROUNDS):
        chance.shuffle(lines)
        for found, doing in lines:
            step += 1
            pace = 4.0 / (1 + step / len(lines))
            size = 1 / math.sqrt(len(found) or 1)
            score = shrunk * size * sum(weights[piece] for piece in found)
            missed = doing - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            shrunk *= 1 - pace * STRICTNESS
            for piece in found:
                weights[piece] += pace * missed * size / shrunk
    return {piece: weights[piece] * shrunk for piece in often}


def write(weights: dict[str, float]) -> None:
    """Puts the pieces in their file, twenty of one weight on a line; what weighs next to nothing stays out."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for piece, weight in sorted(weights.items()):
        by_weight[round(weight, 1)].append(piece)
    rows = [
        f"{weight:+.1f} {' '.join(found[start : start + 20])}"
        for weight, found in sorted(by_weight.items())
        for start in range(0, len(found), 20)
        if weight
    ]
    WEIGHTS.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Learns from the sentences of our own, and writes the list when asked."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="write the learned weights")
    asked = arguments.parse_args()
    known = list(known_lines([OWN, KINDS]))
    weights = learn(known)
    sys.stdout.write(f"{len(known)} zinnen, {len(weights)} delen\n")
    if asked.write:
        write(weights)


if __name__ == "__main__":
    main()

"""Learns the weights of the language check and measures it: `python -m tests.checks.language_learning`."""

import argparse
import csv
import math
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from board.checks.language.clauses import sentences
from board.checks.language.features import features
from board.checks.language.lexicon import lexicon
from board.checks.language.score import WEIGHTS, learned, score
from board.checks.language.signs import Features
from board.checks.language.spoken import in_full
from board.checks.tokens import tokens

OWN = Path(__file__).parent / "language_own.tsv"
KINDS = Path(__file__).parent / "language_kinds.tsv"
HELD_BACK = 48
STRICTNESS = 0.5  # how much a weight costs: fewer accidents of these sentences are learned by heart
CARE = 1.6  # how much worse a complaint of a sentence that is doing is than process let through
ROUNDS, STEPS, PACE = 4, 400, 0.5
# How much the pieces of words count beside the signs: tried from 0 to 3 on sentences that taught neither. Not learned
# here, because the pieces know the sentences of this file by heart (piece_learning).
PIECES = {"pieces": 1.25}

# Which part of a sentence says most, before anything is learned.
FIRST_GUESS = {"things": 1.0, "doing_thing": 1.0, "people": 1.0, "phrases_noticed": 1.0, "citizen_subject": 1.0}
FIRST_GUESS |= {"process_verb": -1.0, "process_nouns": -1.0, "phrases_process": -1.0}

Weights = dict[str, float]


@dataclass(frozen=True)
class Line:
    """A sentence with the label that a person gave it, and what the check sees in its parts."""

    name: str
    doing: bool
    text: str
    parts: tuple[Features, ...]

    def best(self, weights: Weights) -> Features:
        """The part that says most."""
        return max(self.parts, key=lambda part: score(part, weights))

    def right(self, weights: Weights) -> bool:
        """Whether the check agrees with the person."""
        return (score(self.best(weights), weights) > 0) == self.doing


def lines(path: Path) -> list[Line]:
    """The sentences of a file: a number or a kind, the label, the sentence; what follows is a remark."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [Line(name, label == "doen", text, seen(text)) for name, label, text, *_ in rows]


def is_held_back(text: str) -> bool:
    """A third of the lines of the kinds, the same each time: nothing is learned of them."""
    return crc32(text.encode()) % 3 == 0


def seen(text: str) -> tuple[Features, ...]:
    """The features of each part of a text."""
    return tuple(part for found in sentences(list(in_full(tokens(text)))) for part in features(found, text, lexicon()))


def learn(known: Sequence[Line]) -> Weights:
    """Logistic regression on the part of each sentence that says most, chosen anew in each round."""
    weights: Weights = dict(FIRST_GUESS)
    for _ in range(ROUNDS):
        weights = fit([(line.best(weights), float(line.doing)) for line in known])
    return weights


def fit(known: Sequence[tuple[Features, float]]) -> Weights:
    """Plain gradient descent, each weight at its own pace."""
    weights = dict.fromkeys(sorted({name for found, _ in known for name in found} - PIECES.keys()), 0.0)
    travelled = dict.fromkeys(weights, 1e-8)
    for _ in range(STEPS):
        slope = {name: STRICTNESS * weight / len(known) * (name != "begin") for name, weight in weights.items()}
        for found, wanted in known:
            missed = 1 / (1 + math.exp(-max(-30.0, min(30.0, score(found, weights))))) - wanted
            missed *= CARE if wanted else 1.0
            for name, value in found.items():
                if name in slope:
                    slope[name] += missed * value / len(known)
        for name in weights:
            travelled[name] += slope[name] ** 2
            weights[name] -= PACE * slope[name] / math.sqrt(travelled[name])
    return weights


def held_back(dev: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines to learn from, and lines that are only measured; the same ones each time."""
    names = [line.name for line in dev]
    random.Random(2026).shuffle(names)
    held = set(names[:HELD_BACK])
    return [line for line in dev if line.name not in held], [line for line in dev if line.name in held]


def folds(known: Sequence[Line], count: int = 5) -> list[tuple[Line, bool]]:
    """Each line judged by signs that were learned without it, and not by pieces of words, which know it by heart."""
    mixed = list(known)
    random.Random(7).shuffle(mixed)
    judged = []
    for fold in range(count):
        weights = learn([line for place, line in enumerate(mixed) if place % count != fold])
        judged += [(line, line.right(weights)) for line in mixed[fold::count]]
    return judged


def judge(known: Sequence[Line], weights: Weights) -> list[tuple[Line, bool]]:
    """Each line judged by these weights."""
    return [(line, line.right(weights)) for line in known]


def report(name: str, judged: Sequence[tuple[Line, bool]]) -> str:
    """How many are right, and how often the check complained of a sentence that is doing."""
    doing = [right for line, right in judged if line.doing]
    share = sum(right for _, right in judged) / len(judged)
    return f"{name}: {len(judged)} zinnen, {share:.1%} goed, vals alarm bij doen {doing.count(False)}/{len(doing)}"


def write(weights: Weights) -> None:
    """Puts the new weights in their file, beside the words that explain them."""
    rows = WEIGHTS.read_text(encoding="utf-8").splitlines()
    said = {row.split()[0]: row.partition("# ")[2] for row in rows if row and row[0] != "#"}
    head = [row for row in rows if row.startswith("#")]
    heaviest = sorted(weights.items(), key=lambda each: each[1])
    body = [f"{name:<20} {weight:+.2f}  # {said.get(name, '')}" for name, weight in heaviest]
    WEIGHTS.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


def main() -> None:
    """Measures the weights of the product and, asked, learns them anew."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dev", type=Path, help="a second file of labelled sentences; part of it is held back")
    arguments.add_argument("--also", type=Path, action="append", default=[], help="more sentences to learn from")
    arguments.add_argument("--only", type=Path, help="measure the weights of the product on this file")
    arguments.add_argument("--write", action="store_true", help="write the learned weights")
    asked = arguments.parse_args()
    out = sys.stdout.write
    if asked.only:
        out(report(asked.only.name, judge(lines(asked.only), learned())) + "\n")
        return
    more, held = held_back(lines(asked.dev)) if asked.dev else ([], [])
    known = lines(OWN) + [line for line in lines(KINDS) if not is_held_back(line.text)] + more
    known += [line for path in asked.also for line in lines(path)]
    out(report("vijf delen, elk deel door de andere vier", folds(known)) + "\n")
    weights = learn(known) | PIECES
    out(report("geleerd", judge(known, weights)) + "\n")
    if held:
        out(report("apart gehouden", judge(held, weights)) + "\n")
    if asked.write:
        write(weights)


if __name__ == "__main__":
    main()

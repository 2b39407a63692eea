"""The kinds of writing by which personal data hides, or a clean text looks like it: forty lines of each, invented."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from board.checks import privacy
from tests.checks.privacy_texts import Text, measure

PATH = Path(__file__).with_name("privacy_kinds.tsv")


def read() -> dict[str, list[Text]]:
    """The lines by kind."""
    lines: dict[str, list[Text]] = defaultdict(list)
    with PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = Text(row["id"], row["label"] == "person", set(), row["text"], row["set"])
            lines[row["kind"]].append(text)
    return lines


KINDS = read()
TEXTS = [text for texts in KINDS.values() for text in texts]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_worked_on_is_right(kind: str) -> None:
    wrong = [
        text.text
        for text in KINDS[kind]
        if text.set == "work" and bool(privacy.find(text.text)) is not text.is_personal
    ]

    assert not wrong


def test_what_was_written_before_the_check_was_changed_meets_the_aim() -> None:
    figures = measure(text for text in TEXTS if text.set != "work")

    assert figures.recall >= 0.95
    assert figures.false_alarms <= 0.02


def test_there_are_enough_lines_of_each_kind_and_a_third_was_held_back() -> None:
    assert all(len(texts) >= 40 for texts in KINDS.values())
    assert sum(text.set != "work" for text in TEXTS) >= len(TEXTS) / 3

"""The kinds of writing by which personal data hides, or a clean text looks like it: forty lines of each, invented."""

import pytest

from board.checks import privacy
from tests.checks.kinds import KINDS, TEXTS
from tests.checks.privacy_texts import measure


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

"""Klein, its rules over plain facts: when it lives, and how long it was silent."""

import pytest

from board.blocks.answers import Health, Progress
from board.blocks.increments.rules import judge, longest_silence
from board.core.record.weeks import Week

NOW = Week(2026, 47)


def ago(*weeks: int) -> dict[Week, int]:
    """Two bricks in each of these weeks before now."""
    return {NOW.plus(-number): 2 for number in weeks}


@pytest.mark.parametrize(
    ("bricks", "silence_weeks", "health", "fact"),
    [
        (ago(), 2, Health.QUIET, {}),
        (ago(0), 2, Health.ALIVE, {"this_week": 2, "silent": 0}),
        (ago(1, 9), 2, Health.ALIVE, {"this_week": 0, "silent": 1}),
        (ago(2), 2, Health.ASKS, {"this_week": 0, "silent": 2}),
        (ago(2), 3, Health.ALIVE, {"this_week": 0, "silent": 2}),
        (ago(0), 0, Health.ALIVE, {"this_week": 2, "silent": 0}),
        (ago(50), 2, Health.ASKS, {"this_week": 0, "silent": 50}),
    ],
)
def test_it_lives_while_bricks_keep_coming(
    bricks: dict[Week, int], silence_weeks: int, health: Health, fact: dict[str, int]
) -> None:
    assert judge(bricks, NOW, silence_weeks) == Progress(health, fact)


@pytest.mark.parametrize(
    ("weeks", "longest"),
    [
        ((), 0),
        ((0,), 0),
        ((1,), 0),
        ((2,), 2),
        ((0, 1, 2), 0),
        ((0, 2), 1),
        ((0, 5, 6), 4),
        ((3, 5), 3),
        ((1, 53), 51),
    ],
)
def test_the_longest_silence_is_the_longest_row_of_weeks_without_a_brick(weeks: tuple[int, ...], longest: int) -> None:
    assert longest_silence(ago(*weeks), NOW) == longest

"""What the third block knows: the stack of results, week by week."""

from dataclasses import dataclass
from datetime import date

from board.blocks.protocol import Health, LivingAnswer, Progress
from board.core.opgaven import Opgave
from board.core.stack import Stack, stack
from board.core.weeks import Week

QUIET_AFTER_WEEKS = 2
WEEKS_SHOWN = 12


@dataclass(frozen=True)
class LastBricks:
    """The last bricks that were laid, as a drawing asks for them, and how many lie there."""

    kinds: list[str]
    total: int
    noticed: int


@dataclass(frozen=True)
class StackWeek:
    """The bricks that one week added."""

    number: int
    kinds: list[str]


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The last bricks of the stack."""
    pile, week = stack(opgave), Week.of(on)
    kinds = pile.kinds(7, week)
    return LivingAnswer(LastBricks(kinds, pile.total, pile.noticed), _judge(pile, week))


def progress(opgave: Opgave, on: date) -> Progress:
    """The stack as it lay at the end of that day's week."""
    return _judge(stack(opgave, until=Week.of(on)), Week.of(on))


def growth(pile: Stack, until: Week) -> tuple[int, list[StackWeek]]:
    """How many bricks lay there before the last twelve weeks, and what each of those weeks added."""
    shown = [until.plus(step) for step in range(1 - WEEKS_SHOWN, 1)]
    weeks = [StackWeek(week.number, _kinds_of(pile, week)) for week in shown]
    before = sum(number for (code, _), number in pile.bricks.items() if code < shown[0].code)
    return before, weeks


def _kinds_of(pile: Stack, week: Week) -> list[str]:
    learned = pile.learned_in(week)
    return ["old"] * (pile.in_week(week) - learned) + ["learned"] * learned


def _judge(pile: Stack, week: Week) -> Progress:
    """Alive with a result this week or the last; asks attention after two silent weeks; quiet without any."""
    if pile.last_week is None:
        return Progress(Health.QUIET)
    silent = week.since(pile.last_week)
    health = Health.ALIVE if silent < QUIET_AFTER_WEEKS else Health.ASKS
    return Progress(health, {"this_week": pile.in_week(week), "silent": silent})

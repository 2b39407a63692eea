"""The page of one opgave: its stack of the last twelve weeks, and its results week by week."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.core.record.weeks import Week
from board.core.reports.stack import Stack
from board.public.shapes import PublicResult
from board.public.week.layout import order_results, weeks_of

WEEKS = 12
# What one drawing can hold and still be light on a phone; what lies below it is told in words.
BRICKS = 60


@dataclass(frozen=True)
class PileWeek:
    """One column of the growing stack: the bricks that came in that week."""

    week: Week
    kinds: tuple[str, ...]

    @property
    def number(self) -> int:
        return self.week.number

    @property
    def results(self) -> int:
        return len(self.kinds)

    @property
    def lessons(self) -> int:
        return self.kinds.count("learned")


@dataclass(frozen=True)
class StackDrawing:
    """The stack as it grew: how many bricks lay there before, and what each week put on top."""

    total: int
    before: int
    lessons_before: int
    weeks: tuple[PileWeek, ...]

    @property
    def drawn(self) -> int:
        return self.total - self.before


@dataclass(frozen=True)
class WeekEntry:
    """What happened in a week; or that nothing did, in one week or more in a row."""

    first: Week
    last: Week
    results: tuple[PublicResult, ...] = ()


def pile(stack: Stack, now: Week) -> StackDrawing:
    """The last twelve weeks of the stack, or fewer when so much came in that it would not be readable."""
    weeks = [_column(stack, now.plus(-back)) for back in reversed(range(WEEKS))]
    while len(weeks) > 1 and sum(week.results for week in weeks) > BRICKS:
        del weeks[0]
    before = stack.total - sum(week.results for week in weeks)
    lessons_before = stack.total - stack.noticed - sum(week.lessons for week in weeks)
    return StackDrawing(stack.total, before, lessons_before, tuple(weeks))


def _column(stack: Stack, week: Week) -> PileWeek:
    lessons = stack.learned_in(week)
    return PileWeek(week, ("old",) * (stack.in_week(week) - lessons) + ("learned",) * lessons)


def first_week(stack: Stack, everything: bool) -> Week | None:
    """Where the list begins: twelve weeks before the newest result, or at the very first one."""
    weeks = weeks_of(stack)
    if not weeks:
        return None
    return weeks[0] if everything else max(weeks[0], weeks[-1].plus(1 - WEEKS))


def week_by_week(results: Sequence[PublicResult], since: Week, now: Week) -> list[WeekEntry]:
    """From now back to `since`. Empty weeks in a row are told in one line; this week is not over yet."""
    told: list[WeekEntry] = []
    for back in range(now.since(since) + 1):
        week = now.plus(-back)
        of_week = tuple(order_results(result for result in results if result.week == week))
        above = told[-1] if told else None
        if not of_week and above and not above.results and above.last != now:
            told[-1] = WeekEntry(week, above.last)
        else:
            told.append(WeekEntry(week, week, of_week))
    return told

"""When the third block lives: the rules in one place, over plain facts."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import NamedTuple

from board.blocks.answers import Health, Progress
from board.core.record.weeks import Week


def judge(bricks: Mapping[Week, int], week: Week, silence_weeks: int) -> Progress:
    """Alive while bricks keep coming; asks attention after `silence_weeks` without one; quiet before the first.

    `bricks`: how many were laid in each week, for weeks with one at least. `week`: the week that is looked at.
    """
    if not bricks:
        return Progress(Health.QUIET)
    silent = week.since(max(bricks))
    health = Health.ALIVE if silent < max(silence_weeks, 1) else Health.ASKS
    return Progress(health, {"this_week": bricks.get(week, 0), "silent": silent})


class Silence(NamedTuple):
    """A row of weeks without a brick."""

    first: Week
    weeks: int

    @property
    def last(self) -> Week:
        return self.first.plus(self.weeks - 1)


def silences(weeks: Collection[Week], until: Week) -> list[Silence]:
    """Every row of weeks without a brick since the first one, the oldest first.

    The week of `until` is not over: alone it is no silence yet.
    """
    laid = sorted(weeks)
    found = [Silence(week.plus(1), later.since(week) - 1) for week, later in pairwise(laid)]
    if laid and until.since(laid[-1]) > 1:
        found.append(Silence(laid[-1].plus(1), until.since(laid[-1])))
    return [silence for silence in found if silence.weeks > 0]


def longest_silence(weeks: Collection[Week], until: Week) -> int:
    """The longest row of weeks without a brick since the first one, in weeks."""
    return max((silence.weeks for silence in silences(weeks, until)), default=0)

"""When the third block lives: the rules in one place, over plain facts."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from board.blocks.protocol import Health, Progress
from board.core.weeks import Week


def judge(bricks: Mapping[Week, int], week: Week, silence_weeks: int) -> Progress:
    """Alive while bricks keep coming; asks attention after `silence_weeks` without one; quiet before the first.

    `bricks`: how many were laid in each week, for weeks with one at least. `week`: the week that is looked at.
    """
    if not bricks:
        return Progress(Health.QUIET)
    silent = week.since(max(bricks))
    health = Health.ALIVE if silent < max(silence_weeks, 1) else Health.ASKS
    return Progress(health, {"this_week": bricks.get(week, 0), "silent": silent})


def longest_silence(weeks: Collection[Week], until: Week) -> int:
    """The longest row of weeks without a brick since the first one, in weeks.

    The week of `until` is not over: alone it is no silence yet.
    """
    if not weeks:
        return 0
    between = [later.since(earlier) - 1 for earlier, later in pairwise(sorted(weeks))]
    now = until.since(max(weeks))
    return max([*between, now if now > 1 else 0])

"""One opgave over half a year: its wall of results, where its cards stand, how long that takes, and who waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from typing import ClassVar, NamedTuple

from flask.typing import ResponseReturnValue

from board.blocks import BLOCKS
from board.blocks.answers import Measure
from board.blocks.contract import Block
from board.blocks.weekly import BlockWeek, last_weeks, week_by_week
from board.config import Limits
from board.core.opgaven.cards import ON_THE_BOARD, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.record.weeks import AMSTERDAM, Week
from board.core.reports.card_counts import Share, by_block_and_state, known_by_week
from board.core.reports.lead_times import Pace, pace, stays
from board.core.reports.stack import Stack, stack
from board.db import limits
from board.managers.review import charts
from board.managers.review import wall as walls
from board.managers.review.asking import OpenRequests, requests_by_block
from board.managers.review.line import Sparkline, sparkline
from board.managers.review.routes.review import bp
from board.web.guards import READERS, allow
from board.web.responses import Page, render

# Six times four weeks: what fits beside each other on a screen, and says whether something changes.
SPAN, FOUR = 24, 4


class WallWeeks(NamedTuple):
    """A week with results, or a row of weeks without, in the table beside the wall.

    `begun`: a brick lay there by then.
    """

    first: Week
    last: Week
    laid: Mapping[Outcome, int]
    begun: bool = True

    @property
    def total(self) -> int:
        return sum(self.laid.values())


class Four(NamedTuple):
    """Four weeks: of how many of their results we know that inwoners noticed."""

    first: Week
    last: Week
    share: Share


@dataclass(frozen=True)
class Wall:
    """The results of half a year: as bricks, week by week, and per four weeks."""

    parts: Sequence[walls.WallPart]
    told: Sequence[WallWeeks]
    fours: Sequence[Four]

    @property
    def total(self) -> int:
        return sum(row.total for row in self.told)


@dataclass(frozen=True, kw_only=True)
class OpgaveOverTimePage(Page):
    """The page of Voortgang about one opgave over half a year, and its five blocks over twelve weeks."""

    template: ClassVar[str] = "managers/review/opgave.html"
    opgave: Opgave
    blocks: Sequence[Block]
    since: Week
    weeks: int
    wall: Wall
    numbers: Sequence[Measure]
    lists: Sequence[Measure]
    states: Sequence[CardState]
    standing: Mapping[tuple[str, CardState], int]
    rows: charts.RowsChart
    pace: Sequence[Pace]
    bars: Sequence[charts.Bar]
    asked: Sequence[OpenRequests]
    limits: Limits
    over_time: Mapping[str, Sequence[tuple[Week, BlockWeek]]]
    lines: Mapping[str, Sparkline]


@bp.get("/voortgang/<slug>", endpoint="opgave")
@allow(*READERS)
def show_opgave_history(opgave: Opgave) -> ResponseReturnValue:
    """Everything that can be told of one opgave over time, each number with the way to what it counts."""
    weeks, half_a_year = last_weeks(Week.now()), span(Week.now())
    since = half_a_year[0]
    measures = [measure for block in BLOCKS for measure in block.review.measures(opgave, since.monday)]
    standing = by_block_and_state(opgave, since)
    took = pace(stays(opgave, first_moment(since)))
    over_time = week_by_week(opgave, weeks)
    return render(
        OpgaveOverTimePage(
            opgave=opgave,
            blocks=BLOCKS,
            since=since,
            weeks=SPAN,
            wall=_wall(opgave, half_a_year),
            numbers=[measure for measure in measures if not measure.nothing],
            lists=[measure for measure in measures if measure.nothing],
            states=ON_THE_BOARD,
            standing=standing,
            rows=charts.rows_chart([block.key for block in BLOCKS], standing),
            pace=took,
            bars=charts.bars([lead_time.days for lead_time in took]),
            asked=requests_by_block(opgave),
            limits=limits(),
            over_time=over_time,
            lines={key: sparkline(tuple(cell.news for _week, cell in cells)) for key, cells in over_time.items()},
        )
    )


def span(until: Week) -> list[Week]:
    """The weeks that the page is about, the oldest first."""
    return [until.plus(step) for step in range(1 - SPAN, 1)]


def first_moment(week: Week) -> datetime:
    """When a week began."""
    return datetime.combine(week.monday, time(), AMSTERDAM)


def _wall(opgave: Opgave, weeks: Sequence[Week]) -> Wall:
    pile, known = stack(opgave), known_by_week(opgave, weeks[0])
    told = table(weeks, pile)
    quiet = [(row.first, row.last.since(row.first) + 1) for row in told if not row.total and _is_silence(row)]
    return Wall(
        walls.wall(weeks, pile.bricks, quiet, Week.now()),
        told,
        [_four(weeks[at : at + FOUR], known) for at in reversed(range(0, len(weeks), FOUR))],
    )


def _is_silence(row: WallWeeks) -> bool:
    """Not before the first brick; and the week of now is not over, so alone it is no silence yet."""
    return row.begun and row.first != Week.now()


def table(weeks: Sequence[Week], pile: Stack) -> list[WallWeeks]:
    """The newest first; weeks without a result stand together in one row."""
    first = min((week for week, _outcome in pile.bricks), default=None)
    found = []
    for (filled, begun), run in groupby(
        weeks, key=lambda week: (pile.in_week(week), first is not None and week.code >= first)
    ):
        some = list(run)
        rows = [(week, week) for week in some] if filled else [(some[0], some[-1])]
        found += [WallWeeks(week, last, _laid(pile, week), begun) for week, last in rows]
    return found[::-1]


def _laid(pile: Stack, week: Week) -> dict[Outcome, int]:
    return {outcome: pile.bricks.get((week.code, outcome), 0) for outcome in Outcome}


def _four(weeks: Sequence[Week], known: Mapping[Week, Share]) -> Four:
    found = [known[week] for week in weeks if week in known]
    return Four(weeks[0], weeks[-1], Share(sum(share.part for share in found), sum(share.whole for share in found)))

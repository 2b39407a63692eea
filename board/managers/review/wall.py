"""The wall of one opgave: where each brick of its weeks lies. What it says is for the template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from board.core.opgaven.results import Outcome
from board.core.record.weeks import Week

# A wall is drawn in parts that stand side by side, or on a phone one below the other.
PART = 12
STEP, BRICK, MARGIN = 34, 30, 16
# As thick as a brick may be; a week that holds more than fit gets thinner ones.
ROW, TALLEST = 17, 204
LOWEST = 6


class Text(NamedTuple):
    """A word or number at a place; `strong` for this week and for what a week added."""

    x: float
    y: float
    words: str
    strong: bool = False


class Hush(NamedTuple):
    """A row of weeks without a brick, and the middle of it."""

    x: float
    y: float


@dataclass(frozen=True)
class WallPart:
    """Twelve weeks of a wall: its bricks as paths, by how it went."""

    weeks: Sequence[Week]
    width: float
    height: float
    bricks: Mapping[Outcome, str]
    # The half of a brick that is there when something half worked, and the stripes on what was learned.
    halves: str
    stripes: str
    ground: str
    silent: str
    numbers: Sequence[Text]
    labels: Sequence[Text]
    hushes: Sequence[Hush]

    @property
    def is_empty(self) -> bool:
        """No brick, and no silence either: it had not begun."""
        return not self.numbers and not self.silent


Laid = Mapping[tuple[int, Outcome], int]


def wall(weeks: Sequence[Week], laid: Laid, hushes: Iterable[tuple[Week, int]], this_week: Week) -> list[WallPart]:
    """The results of these weeks, one brick each. `laid`: as a stack has them; `hushes`: (first week, how many)."""
    highest = max([LOWEST, *(_total(laid, week) for week in weeks)])
    row = min(ROW, TALLEST / highest)
    parts = [weeks[at : at + PART] for at in range(0, len(weeks), PART)]
    quiet = [first.plus(step) for first, many in hushes for step in range(many)]
    return [_part(part, laid, quiet, row, MARGIN + highest * row, this_week) for part in parts]


def _part(
    weeks: Sequence[Week], laid: Laid, quiet: Sequence[Week], row: float, ground: float, this_week: Week
) -> WallPart:
    thick = round(row * 0.85, 2)
    places = [_Column(at * STEP, ground, row, thick, week, laid) for at, week in enumerate(weeks)]
    under = [(place, place.week in quiet) for place in places]
    return WallPart(
        weeks,
        PART * STEP,
        round(ground + 24, 2),
        {outcome: "".join(place.bricks(outcome) for place in places) for outcome in Outcome},
        "".join(place.halves for place in places),
        "".join(place.stripes for place in places),
        "".join(place.ground_line for place, silent in under if not silent),
        "".join(place.ground_line for place, silent in under if silent),
        [place.number for place in places if place.total],
        [
            Text(place.middle, round(ground + 19, 2), str(place.week.number), place.week == this_week)
            for place in places
        ],
        list(_hushes(under)),
    )


@dataclass(frozen=True)
class _Column:
    """One week of a wall: what worked lies below, what half worked on it, what was learned on top."""

    x: float
    ground_y: float
    row: float
    thick: float
    week: Week
    laid: Laid

    @property
    def total(self) -> int:
        return _total(self.laid, self.week)

    @property
    def middle(self) -> float:
        return self.x + BRICK / 2

    @property
    def number(self) -> Text:
        return Text(self.middle, self._y(self.total - 1) - 3, str(self.total), strong=True)

    @property
    def ground_line(self) -> str:
        return f"M{self.x - 2} {self.ground_y + 2.5:g}h{STEP}"

    @property
    def halves(self) -> str:
        return "".join(brick(self.x, y, BRICK / 2, self.thick) for y in self._rows(Outcome.PARTLY))

    @property
    def stripes(self) -> str:
        tilt = round(self.thick * 0.6, 2)
        return "".join(
            f"M{self.x + BRICK * part:g} {y + self.thick:g}l{tilt:g} -{self.thick:g}"
            for y in self._rows(Outcome.LEARNED)
            for part in (0.18, 0.45, 0.72)
        )

    def bricks(self, outcome: Outcome) -> str:
        return "".join(brick(self.x, y, BRICK, self.thick) for y in self._rows(outcome))

    def _rows(self, outcome: Outcome) -> list[float]:
        """The top of each brick of one kind."""
        kinds = list(Outcome)
        below = sum(self.laid.get((self.week.code, kind), 0) for kind in kinds[: kinds.index(outcome)])
        return [self._y(below + at) for at in range(self.laid.get((self.week.code, outcome), 0))]

    def _y(self, below: int) -> float:
        return round(self.ground_y - self.row * (below + 1), 2)


def _hushes(under: Sequence[tuple[_Column, bool]]) -> Iterable[Hush]:
    """Two weeks of silence and more are told; one is seen."""
    for silent, run in groupby(under, key=lambda week: week[1]):
        places = [place for place, _silent in run]
        if silent and len(places) > 1:
            middle = (places[0].x + places[-1].x + BRICK) / 2
            yield Hush(middle, round(places[0].ground_y - 6, 2))


def _total(laid: Laid, week: Week) -> int:
    return sum(laid.get((week.code, outcome), 0) for outcome in Outcome)


def brick(x: float, y: float, width: float, thick: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{thick:g}h-{width:g}z"

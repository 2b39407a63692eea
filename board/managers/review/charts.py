"""Where each brick and bar of the smaller charts lies; what they say is for the template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.core.opgaven.cards import CardState
from board.managers.review.wall import brick

# A row of a chart: its name, and room for its bricks or bar.
LABELS, ROOM, LINE = 92, 308, 30
DRAWN = (CardState.DONE, CardState.DOING, CardState.PLANNED, CardState.IDEA)


class Bricks(NamedTuple):
    """One block in a chart of cards: a brick for each, by state."""

    y: float
    paths: Mapping[CardState, str]


@dataclass(frozen=True)
class RowsChart:
    """Rows below each other, and how much room they take."""

    rows: Sequence[Bricks]
    height: float
    width: float = LABELS + ROOM


def rows_chart(blocks: Sequence[str], standing: Mapping[tuple[str, CardState], int]) -> RowsChart:
    """One brick for each card, a row for each block: what is done first, then what is still to come."""
    most = max([1, *(sum(standing.get((block, state), 0) for state in DRAWN) for block in blocks)])
    step = min(25.0, ROOM / most)
    drawn = [
        _row(at * LINE + 6, [(state, standing.get((block, state), 0)) for state in DRAWN], step)
        for at, block in enumerate(blocks)
    ]
    return RowsChart(drawn, len(blocks) * LINE)


def _row(y: float, states: Iterable[tuple[CardState, int]], step: float) -> Bricks:
    paths, x = {}, float(LABELS)
    # Bricks too thin to tell apart become one bar.
    gap = min(2.5, step / 5) if step > 4 else 0
    for state, many in states:
        if gap:
            paths[state] = "".join(brick(round(x + at * step, 2), y, round(step - gap, 2), 16) for at in range(many))
        else:
            paths[state] = brick(round(x, 2), y, round(many * step, 2), 16) if many else ""
        x += many * step
    return Bricks(y, paths)


class Bar(NamedTuple):
    """How long something took: where its bar lies, and where its number stands."""

    y: float
    path: str
    end: float


def bars(days: Sequence[int]) -> Sequence[Bar]:
    """Bars below each other, as long as their days; the longest leaves room for its number."""
    most, room = max([1, *days]), ROOM - 76
    found = []
    for at, many in enumerate(days):
        y, long = at * LINE + 6, round(max(many / most * room, 2), 2)
        found.append(Bar(y, brick(LABELS, y, long, 16), LABELS + long + 8))
    return found

"""Twelve weeks as little bricks on a line, like those on the wall."""

from typing import NamedTuple

STEP, BRICK, HEIGHT, GROUND = 11, 9.5, 4, 22
# Higher than this a pile says no more than “a lot”.
HIGHEST = 4


class Sparkline(NamedTuple):
    """What the drawing needs: the paths of the weeks before and of the last one, and the numbers in words."""

    before: str
    last: str
    numbers: str


def sparkline(news: tuple[int, ...]) -> Sparkline:
    """One column of bricks for each week, the last week apart."""
    columns = [_column(at, many) for at, many in enumerate(news)]
    return Sparkline("".join(columns[:-1]), columns[-1], ", ".join(map(str, news)))


def _column(at: int, many: int) -> str:
    return "".join(_brick(at * STEP, GROUND - 1 - (HEIGHT + 1) * (row + 1)) for row in range(min(many, HIGHEST)))


def _brick(x: int, y: int) -> str:
    return f"M{x} {y}h{BRICK}v{HEIGHT}h-{BRICK}z"

"""What small results pile up to, as inwoners may read it: only bigger results of which a small one is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, select

from board.blocks.increments.models import BigResult, Piled
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.reports.stack import Stack
from board.db import session
from board.public.queries.conditions import PUBLISHED
from board.public.shapes import PublicOpgave

Brick = tuple[int, Outcome]


@dataclass(frozen=True)
class PublicPile:
    """A bigger result with its published bricks, the oldest first, as a drawing asks for them."""

    sentence: str
    reached_on: date | None
    bricks: tuple[Brick, ...]

    @property
    def lessons(self) -> int:
        return sum(outcome is Outcome.LEARNED for _week, outcome in self.bricks)


def stack_and_piles(opgave: PublicOpgave) -> tuple[Stack, list[PublicPile]]:
    """The whole stack of one opgave, and the piles in it. One query."""
    big = and_(BigResult.id == Piled.big_result_id, not_removed(BigResult))
    rows = session.execute(
        select(Result.week, Result.outcome, BigResult.id, BigResult.sentence, BigResult.reached_on, func.count())
        .join(Opgave, Opgave.id == Result.opgave_id)
        .outerjoin(Piled, Piled.result_id == Result.id)
        .outerjoin(BigResult, big)
        .where(*PUBLISHED, Opgave.id == opgave.number)
        .group_by(Result.week, Result.outcome, BigResult.id, BigResult.sentence, BigResult.reached_on)
        .order_by(Result.week, BigResult.id)
    ).all()
    bricks: dict[Brick, int] = {}
    piles: dict[int, PublicPile] = {}
    for week, outcome, number, sentence, reached_on, count in rows:
        bricks[week, outcome] = bricks.get((week, outcome), 0) + count
        if number is not None:
            below = piles[number].bricks if number in piles else ()
            piles[number] = PublicPile(sentence, reached_on, (*below, *[(week, outcome)] * count))
    return Stack(bricks), piles_in_order([piles[number] for number in sorted(piles)])


def piles_in_order(piles: Sequence[PublicPile]) -> list[PublicPile]:
    """What we still work on first, the highest pile on top; then what was reached, the newest first."""
    going = [pile for pile in piles if pile.reached_on is None]
    reached = [pile for pile in piles if pile.reached_on is not None]
    going.sort(key=lambda pile: -len(pile.bricks))
    reached.sort(key=lambda pile: pile.reached_on or date.min, reverse=True)
    return [*going, *reached]

"""What the third block shows at the head of the board: the last bricks of the stack, and how the block stands."""

from dataclasses import dataclass
from datetime import date

from board.blocks.answers import LivingAnswer
from board.blocks.increments.queries.bricks import bricks_of
from board.blocks.increments.rules import judge
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.core.reports.stack import stack
from board.db import limits


@dataclass(frozen=True)
class LastBricks:
    """The last bricks that were laid, as a drawing asks for them, and how many lie there."""

    kinds: list[str]
    total: int
    noticed: int


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The last bricks of the stack."""
    pile, week = stack(opgave), Week.of(on)
    last = LastBricks(pile.kinds(7, week), pile.total, pile.noticed)
    return LivingAnswer(last, judge(bricks_of(pile), week, limits().silence_weeks))

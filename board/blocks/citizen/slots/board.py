"""What the second block shows at the head of the board: the need that was heard last, and how the block stands."""

from datetime import date

from board.blocks.answers import LivingAnswer
from board.blocks.citizen.queries.needs import last_need
from board.blocks.citizen.rules import judge
from board.core.opgaven.opgaven import Opgave
from board.db import limits


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The need that was heard last."""
    need = last_need(opgave)
    return LivingAnswer(need, judge(need.heard_on if need else None, on, limits().need_weeks))

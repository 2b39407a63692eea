"""What the first block shows at the head of the board: the worry of now, and how it stands."""

from dataclasses import replace
from datetime import date

from board.blocks.answers import Health, LivingAnswer
from board.blocks.why.queries.heartbeats import worry_now
from board.blocks.why.rules import judge
from board.core.opgaven.opgaven import Opgave
from board.db import limits


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The worry with what was said of it last: the board's head shows the worry itself already."""
    now = worry_now(opgave)
    stands = judge(now.heartbeat if now else None, on, limits().heartbeat_weeks)
    return LivingAnswer(now and replace(now, asks=stands.health is Health.ASKS), stands)

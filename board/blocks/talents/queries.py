"""What the fifth block knows: the talents that are asked, and those that were found."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_, select

from board.blocks.protocol import Health, LivingAnswer, Progress
from board.blocks.talents.models import TalentRequest
from board.core.opgaven import Opgave
from board.db import session

PATIENCE = timedelta(weeks=2)
RECENT = timedelta(weeks=10)


def requests(opgave: Opgave) -> Sequence[TalentRequest]:
    """Every talent asked, the open ones first and the oldest on top."""
    return session.scalars(
        select(TalentRequest)
        .where(TalentRequest.opgave_id == opgave.id)
        .order_by(TalentRequest.found_on.is_not(None), TalentRequest.asked_on, TalentRequest.id)
    ).all()


def request(opgave: Opgave, request_id: int) -> TalentRequest:
    """This request of this opgave (NoResultFound otherwise)."""
    return session.scalars(
        select(TalentRequest).where(TalentRequest.opgave_id == opgave.id, TalentRequest.id == request_id)
    ).one()


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """What is asked now, and what was found lately."""
    asked = _asked(opgave, on)
    return LivingAnswer(asked, _judge(asked, on))


def progress(opgave: Opgave, on: date) -> Progress:
    """What was asked and not yet found on that day."""
    return _judge(_asked(opgave, on), on)


def _asked(opgave: Opgave, on: date) -> Sequence[TalentRequest]:
    found_lately = TalentRequest.found_on >= on - RECENT
    return session.scalars(
        select(TalentRequest)
        .where(TalentRequest.opgave_id == opgave.id, TalentRequest.asked_on <= on)
        .where(or_(TalentRequest.found_on.is_(None), found_lately))
        .order_by(TalentRequest.asked_on, TalentRequest.id)
    ).all()


def _judge(asked: Sequence[TalentRequest], on: date) -> Progress:
    """Quiet when nothing was asked; asks attention when a request waits longer than two weeks; else alive."""
    waiting = [one for one in asked if one.found_on is None or one.found_on > on]
    if not asked:
        return Progress(Health.QUIET)
    oldest = min((one.asked_on for one in waiting), default=None)
    late = oldest is not None and on - oldest > PATIENCE
    return Progress(Health.ASKS if late else Health.ALIVE, {"waiting": len(waiting), "oldest": oldest})

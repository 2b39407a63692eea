"""What the second block knows: the needs that were heard."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from board.blocks.citizen.models import Need
from board.blocks.protocol import Health, LivingAnswer, Progress
from board.core.opgaven import Opgave
from board.db import session

FRESH = timedelta(weeks=3)


def needs(opgave: Opgave) -> Sequence[Need]:
    """Every need, the last one heard first."""
    return session.scalars(_needs(opgave)).all()


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The need that was heard last."""
    need = session.scalar(_needs(opgave).limit(1))
    return LivingAnswer(need, _judge(need.heard_on if need else None, on))


def progress(opgave: Opgave, on: date) -> Progress:
    """When the team last heard a need, seen from that day."""
    return _judge(session.scalar(_heard(opgave, on)), on)


def _needs(opgave: Opgave) -> Select[Need]:
    return (
        select(Need)
        .where(Need.opgave_id == opgave.id)
        .order_by(Need.heard_on.desc(), Need.id.desc())
        .options(joinedload(Need.group))
    )


def _heard(opgave: Opgave, on: date) -> Select[date]:
    return (
        select(Need.heard_on)
        .where(Need.opgave_id == opgave.id, Need.heard_on <= on)
        .order_by(Need.heard_on.desc())
        .limit(1)
    )


def _judge(heard: date | None, on: date) -> Progress:
    """Alive when a need was heard in the past three weeks; asks attention after that; quiet without any."""
    if heard is None:
        return Progress(Health.QUIET)
    return Progress(Health.ALIVE if on - heard <= FRESH else Health.ASKS, {"heard": heard})

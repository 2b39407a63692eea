"""What the second block knows: the needs that were heard, and where signals stand on a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.citizen.models import Need, Signal, SignalState
from board.blocks.citizen.rules import judge
from board.blocks.protocol import LivingAnswer, Progress
from board.core.noted import there, there_on
from board.core.opgaven import Opgave
from board.db import limits, session


def needs(opgave: Opgave) -> Sequence[Need]:
    """Every need, the last one heard first."""
    return session.scalars(_needs(opgave)).all()


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The need that was heard last."""
    need = session.scalar(_needs(opgave).limit(1))
    return LivingAnswer(need, judge(need.heard_on if need else None, on, limits().need_weeks))


def progress(opgave: Opgave, on: date) -> Progress:
    """When the team last heard a need, as it knew on that day."""
    return judge(session.scalar(_heard(opgave, on)), on, limits().need_weeks)


def _needs(opgave: Opgave) -> Select[Need]:
    return (
        select(Need)
        .where(Need.opgave_id == opgave.id, there(Need))
        .order_by(Need.heard_on.desc(), Need.id.desc())
        .options(joinedload(Need.group))
    )


def _heard(opgave: Opgave, on: date) -> Select[date]:
    return (
        select(Need.heard_on)
        .where(Need.opgave_id == opgave.id, Need.heard_on <= on, there_on(Need, on))
        .order_by(Need.heard_on.desc())
        .limit(1)
    )


def orphan_on(day: date) -> ColumnElement[bool]:
    """Nobody has it: never taken up, or taken up and lapsed without a card. `Signal.state_on` says the same."""
    lapsed = and_(Signal.state == SignalState.CLAIMED, Signal.claimed_until < day)
    return or_(Signal.state == SignalState.ORPHAN, lapsed)


def stands(state: SignalState, day: date) -> ColumnElement[bool]:
    """Whether a signal stands so on that day."""
    if state is SignalState.ORPHAN:
        return orphan_on(day)
    if state is SignalState.CLAIMED:
        return and_(Signal.state == state, Signal.claimed_until >= day)
    return Signal.state == state

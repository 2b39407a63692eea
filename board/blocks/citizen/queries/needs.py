"""What the second block knows: the needs that were heard, and where signals stand on a day."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.citizen.models import Need, Signal, SignalState
from board.blocks.citizen.rules import judge
from board.blocks.contract import LivingAnswer, Progress
from board.core.opgaven.noted import new_in, there, there_on
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.db import limits, session


def needs(opgave: Opgave) -> Sequence[Need]:
    """Every need, the last one heard first."""
    return session.scalars(_needs(opgave)).all()


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The need that was heard last."""
    need = session.scalar(_needs(opgave).limit(1))
    return LivingAnswer(need, judge(need.heard_on if need else None, on, limits().need_weeks))


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """When each team last heard a need, as it knew on that day."""
    heard = select(func.max(Need.heard_on)).where(Need.opgave_id == Opgave.id, Need.heard_on <= on, there_on(Need, on))
    rows = session.execute(select(Opgave.id, heard.scalar_subquery()).where(Opgave.id.in_(opgaven)))
    return {number: judge(last, on, limits().need_weeks) for number, last in rows}


def news(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """Needs and signals that were heard."""
    return new_in(opgaven, week, Need.heard_on, Signal.heard_on)


def _needs(opgave: Opgave) -> Select[Need]:
    return (
        select(Need)
        .where(Need.opgave_id == opgave.id, there(Need))
        .order_by(Need.heard_on.desc(), Need.id.desc())
        .options(joinedload(Need.group))
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

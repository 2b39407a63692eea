"""What the why knows: the worry of now, and since when nobody said to be still awake of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from board.blocks.protocol import Health, LivingAnswer, Progress
from board.core.opgaven import Opgave
from board.core.worries import Worry, WorryCheck
from board.db import limits, session


@dataclass(frozen=True)
class WorryNow:
    """The worry that drives an opgave, and the last sentence that kept it alive."""

    worry: Worry
    check: WorryCheck | None


def worry_now(opgave: Opgave) -> WorryNow | None:
    """The worry that counts now with its newest check, in one query."""
    row = session.execute(
        select(Worry, WorryCheck)
        .outerjoin(WorryCheck, WorryCheck.worry_id == Worry.id)
        .where(Worry.opgave_id == opgave.id)
        .order_by(Worry.signed_on.desc(), Worry.id.desc(), WorryCheck.checked_on.desc(), WorryCheck.id.desc())
        .options(joinedload(Worry.person), joinedload(WorryCheck.person))
        .limit(1)
    ).first()
    return WorryNow(row[0], row[1]) if row else None


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The worry with what was said of it last: the board's head shows the worry itself already."""
    now = worry_now(opgave)
    return LivingAnswer(now, _judge(now.worry.confirmed_on if now else None, on))


def progress(opgave: Opgave, on: date) -> Progress:
    """The heartbeat as it was on that day."""
    signed = session.scalar(
        select(func.max(Worry.signed_on)).where(Worry.opgave_id == opgave.id, Worry.signed_on <= on)
    )
    checked = session.scalar(
        select(func.max(WorryCheck.checked_on)).where(WorryCheck.opgave_id == opgave.id, WorryCheck.checked_on <= on)
    )
    return _judge(max((day for day in (signed, checked) if day), default=None), on)


def _judge(confirmed: date | None, on: date) -> Progress:
    """Quiet without a worry; asks attention when nobody confirmed it for six weeks (PRODUCT.md, rule 5)."""
    if confirmed is None:
        return Progress(Health.QUIET)
    health = Health.ALIVE if on - confirmed <= timedelta(weeks=limits().heartbeat_weeks) else Health.ASKS
    return Progress(health, {"confirmed": confirmed})

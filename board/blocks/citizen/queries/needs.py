"""The needs that a team heard from inwoners, and when it last heard one."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from board.blocks.citizen.models import Need
from board.core.opgaven.noted import existed_on, not_removed
from board.core.opgaven.opgaven import Opgave
from board.db import session


def last_need(opgave: Opgave) -> Need | None:
    """The need that was heard last."""
    return session.scalar(_needs(opgave).limit(1))


def last_need_days(opgaven: Collection[int], on: date) -> dict[int, date | None]:
    """The day on which each team last heard a need, as it knew on that day, by opgave. One query."""
    heard = select(func.max(Need.heard_on)).where(
        Need.opgave_id == Opgave.id, Need.heard_on <= on, existed_on(Need, on)
    )
    rows = session.execute(select(Opgave.id, heard.scalar_subquery()).where(Opgave.id.in_(opgaven)))
    return dict(rows.all())


def needs(opgave: Opgave) -> Sequence[Need]:
    """Every need, the last one heard first."""
    return session.scalars(_needs(opgave)).all()


def _needs(opgave: Opgave) -> Select[Need]:
    return (
        select(Need)
        .where(Need.opgave_id == opgave.id, not_removed(Need))
        .order_by(Need.heard_on.desc(), Need.id.desc())
        .options(joinedload(Need.group))
    )

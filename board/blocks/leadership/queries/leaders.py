"""Who leads an opgave, and since when a request of its team waits for them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import SupportRequest
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.noted import end_of, existed_on
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Role
from board.db import session


def leaders(opgave: Opgave, on: date) -> tuple[Sequence[Membership], date | None]:
    """Who leads or sponsors an opgave; with them, in the same query, since when a request waits for any word."""
    since = select(func.min(SupportRequest.asked_on)).where(_waits([opgave.id], on)).scalar_subquery()
    rows = session.execute(
        select(Membership, since)
        .where(Membership.opgave_id == opgave.id, Membership.role.in_([Role.LEAD, Role.SPONSOR]))
        .options(joinedload(Membership.person, innerjoin=True))
    ).all()
    return [membership for membership, _since in rows], rows[0][1] if rows else None


def waiting_since(opgaven: Collection[int], on: date) -> dict[int, date]:
    """Since when a team waited for any word on a request, at the end of that day, by opgave; only who waited."""
    waits = select(SupportRequest.opgave_id, func.min(SupportRequest.asked_on)).where(_waits(opgaven, on))
    return dict(session.execute(waits.group_by(SupportRequest.opgave_id)).all())


def _waits(opgaven: Collection[int], on: date) -> ColumnElement[bool]:
    """Requests that nobody had said anything on, at the end of that day; see `rules` for cards that were closed."""
    unheard = or_(SupportRequest.first_answered_on.is_(None), SupportRequest.first_answered_on > on)
    over = SupportRequest.card.has(and_(Card.state.in_(CLOSED), Card.state_since < end_of(on)))
    asked = and_(SupportRequest.opgave_id.in_(opgaven), SupportRequest.asked_on <= on, existed_on(SupportRequest, on))
    return and_(asked, unheard, ~over)

"""What the fourth block knows: who leads, and who stands behind it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from board.blocks.protocol import Health, LivingAnswer, Progress
from board.core.opgaven import Membership, Opgave
from board.core.people import Role
from board.db import session


def leaders(opgave: Opgave) -> Sequence[Membership]:
    """Who leads and who is sponsor, the leads first."""
    found = session.scalars(
        select(Membership)
        .where(Membership.opgave_id == opgave.id, Membership.role.in_([Role.LEAD, Role.SPONSOR]))
        .order_by(Membership.role, Membership.id)
        .options(joinedload(Membership.person, innerjoin=True))
    )
    return found.all()


def living_answer(opgave: Opgave, _on: date) -> LivingAnswer:
    """The faces of who leads."""
    found = leaders(opgave)
    return LivingAnswer(found, _judge(found))


def progress(opgave: Opgave, _on: date) -> Progress:
    """Whether somebody leads. Who led in the past is not kept, so the day makes no difference yet."""
    return _judge(leaders(opgave))


def _judge(found: Sequence[Membership]) -> Progress:
    """Alive with a lead and a sponsor; asks attention when one is missing; quiet without both."""
    roles = {membership.role for membership in found}
    health = {2: Health.ALIVE, 1: Health.ASKS, 0: Health.QUIET}[len(roles)]
    return Progress(health, {"lead": Role.LEAD in roles, "sponsor": Role.SPONSOR in roles})

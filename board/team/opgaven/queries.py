"""The opgaven that somebody may see, as rows: one query, however many there are."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ScalarSelect, and_, func, select

from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.people import Person, Role
from board.db import session


class OpgaveRow(NamedTuple):
    """One opgave in the list: what drives it, and how high its stack is."""

    slug: str
    short_name: str
    title: str
    visibility: Audience
    active_since: date | None
    role: Role | None
    worry: str | None
    bricks: int

    @property
    def is_public(self) -> bool:
        """As `Opgave.is_public`."""
        return self.visibility is Audience.PUBLIC and self.active_since is not None


def opgaven_for(person: Person) -> list[OpgaveRow]:
    """The opgaven of this person, by title; for a manager or administrator also all others."""
    mine = and_(Membership.opgave_id == Opgave.id, Membership.person_id == person.id)
    query = select(
        Opgave.slug,
        Opgave.short_name,
        Opgave.title,
        Opgave.visibility,
        Opgave.active_since,
        Membership.role,
        _worry_now(),
        _bricks(),
    ).join(Membership, mine, isouter=person.org_role is not None)
    return [OpgaveRow(*row) for row in session.execute(query.order_by(Opgave.title, Opgave.id))]


def my_opgaven(person: Person) -> list[OpgaveRow]:
    """The opgaven on which this person has a role, by title."""
    return [row for row in opgaven_for(person) if row.role is not None]


def _worry_now() -> ScalarSelect[str]:
    return (
        select(Worry.text)
        .where(Worry.opgave_id == Opgave.id, Worry.removed_at.is_(None))
        .order_by(Worry.signed_on.desc(), Worry.id.desc())
        .limit(1)
        .correlate(Opgave)
        .scalar_subquery()
    )


def _bricks() -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(Result)
        .where(Result.opgave_id == Opgave.id, Result.laid.is_(True))
        .correlate(Opgave)
        .scalar_subquery()
    )

"""The opgaven that somebody may follow, and who leads them: two queries, however many there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import and_, select

from board.core.opgaven import Membership, Opgave
from board.core.people import Person, Role, first_name, initials
from board.db import session


class Followed(NamedTuple):
    """One opgave that somebody may follow; `role` is their own on it, if any."""

    id: int
    slug: str
    title: str
    # Counts every change that somebody makes on it.
    version: int
    role: Role | None


class Lead(NamedTuple):
    """Who leads an opgave, as colleagues know them."""

    name: str
    portrait: str | None

    @property
    def first_name(self) -> str:
        return first_name(self.name) or self.name

    @property
    def initials(self) -> str:
        return initials(self.name)


def followed(person: Person) -> list[Followed]:
    """The opgaven of this person, by title; of a manager or administrator all."""
    mine = and_(Membership.opgave_id == Opgave.id, Membership.person_id == person.id)
    query = select(Opgave.id, Opgave.slug, Opgave.title, Opgave.version, Membership.role)
    query = query.join(Membership, mine, isouter=person.org_role is not None)
    return [Followed(*row) for row in session.execute(query.order_by(Opgave.title, Opgave.id))]


def leads(opgaven: Collection[int]) -> Mapping[int, list[Lead]]:
    """Who leads each of these opgaven."""
    query = select(Membership.opgave_id, Person.name, Person.portrait).join(Person, Person.id == Membership.person_id)
    rows = session.execute(query.where(Membership.opgave_id.in_(opgaven), Membership.role == Role.LEAD))
    found: dict[int, list[Lead]] = defaultdict(list)
    for opgave, name, portrait in rows:
        found[opgave].append(Lead(name, portrait))
    return found

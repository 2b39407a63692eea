"""The opgaven that somebody may follow, and who leads them: two queries, however many there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import and_, select

from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.names import Name, tell_apart
from board.core.people.people import Person, Role
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

    full_name: Name
    portrait: str | None
    # What colleagues call them beside the others who lead it.
    short_name: str

    @property
    def initials(self) -> str:
        return self.full_name.initials


def followed(person: Person) -> list[Followed]:
    """The opgaven of this person, by title; of a manager or administrator all."""
    mine = and_(Membership.opgave_id == Opgave.id, Membership.person_id == person.id)
    query = select(Opgave.id, Opgave.slug, Opgave.title, Opgave.version, Membership.role)
    query = query.join(Membership, mine, isouter=person.org_role is not None)
    return [Followed(*row) for row in session.execute(query.order_by(Opgave.title, Opgave.id))]


def leads(opgaven: Collection[int]) -> Mapping[int, list[Lead]]:
    """Who leads each of these opgaven."""
    query = select(Membership.opgave_id, Person.first_name, Person.last_name, Person.portrait)
    query = query.join(Person, Person.id == Membership.person_id).where(Membership.role == Role.LEAD)
    found: dict[int, list[tuple[Name, str | None]]] = defaultdict(list)
    for opgave, first, last, portrait in session.execute(query.where(Membership.opgave_id.in_(opgaven))):
        found[opgave].append((Name(first, last), portrait))
    return {opgave: _leads(people) for opgave, people in found.items()}


def _leads(people: list[tuple[Name, str | None]]) -> list[Lead]:
    people.sort(key=lambda person: person[0].sort_key)
    names = [name for name, _portrait in people]
    return [Lead(name, portrait, tell_apart(name, names)) for name, portrait in people]

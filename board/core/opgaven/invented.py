"""What in a database is invented, the demo or a load to measure with, and what beside it is work of people."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, func, not_, or_, select

from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Person
from board.core.people.sign_ins import DEMO
from board.core.record.history import Change
from board.db import session

# The people of a load to measure with.
LOAD = "@seed.example"


@dataclass(frozen=True)
class DatabaseContents:
    """Whether something invented is here, and what stands beside it: people and opgaven by name.

    `played` was made by who looked around in the demo with one of its own accounts, `real` by anybody else.
    """

    invented: bool
    real: tuple[str, ...] = ()
    played: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.invented or self.real or self.played)


def beside_the_demo(slugs: Collection[str]) -> DatabaseContents:
    """What stands in this database beside the demo, of whose opgaven these are the slugs. Every row counts."""
    guests = select(Person.id).where(_ends(DEMO))
    loaded = select(Change.step).where(Change.kind == "person", Change.verb == "made", Change.thing_id.in_(guests))
    theirs = and_(Change.kind == "opgave", Change.verb == "made", Change.person_id.is_(None))
    # An opgave may have another slug by now, but it came in one step with the people.
    of_the_demo = or_(
        and_(Opgave.slug.in_(slugs), ~_made("opgave", Opgave.id, Change.person_id.is_not(None))),
        Opgave.id.in_(select(Change.thing_id).where(theirs, Change.step.in_(loaded))),
    )
    people, opgaven = not_(_ends(DEMO)), not_(of_the_demo)
    # Who was let in by a guest and did something here is at work.
    did_something = select(Change.id).where(Change.person_id == Person.id).exists()
    tried = and_(_made("person", Person.id, Change.person_id.in_(guests)), ~did_something)
    begun = _made("opgave", Opgave.id, Change.person_id.in_(guests))
    return DatabaseContents(
        invented=_has(guests),
        real=(*_people(people, ~tried), *_opgaven(opgaven, ~begun)),
        played=(*_people(people, tried), *_opgaven(opgaven, begun)),
    )


def beside_the_load(measurer: str) -> DatabaseContents:
    """What stands in this database beside a load, on each of whose opgaven works the person with this address."""
    on_it = select(Membership.opgave_id).join(Person).where(Person.email == measurer)
    real = (*_people(not_(_ends(LOAD))), *_opgaven(Opgave.id.not_in(on_it)))
    return DatabaseContents(_has(select(Person.id).where(_ends(LOAD))), real)


def _ends(ending: str) -> ColumnElement[bool]:
    return func.lower(Person.email).endswith(ending)


def _made(kind: str, thing: SQLColumnExpression[int], *by: ColumnElement[bool]) -> ColumnElement[bool]:
    made = select(Change.id).where(Change.kind == kind, Change.verb == "made", Change.thing_id == thing, *by)
    return made.exists()


def _has(query: Select[int]) -> bool:
    return session.scalar(query.limit(1)) is not None


def _people(*which: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(session.scalars(select(Person.name).where(*which).order_by(Person.id)))


def _opgaven(*which: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(session.scalars(select(Opgave.title).where(*which).order_by(Opgave.id)))

"""The public opgaven: one by its address, all in a list, and the people who work on one."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.exc import NoResultFound

from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.people import Role
from board.core.record.weeks import Week
from board.db import session
from board.public.queries.conditions import NO_LIMIT, PERSON, PUBLISHED, READABLE, Where, of_opgave, with_person
from board.public.rows import face_of, opgave_of
from board.public.shapes import OpgaveOnList, PublicOpgave, PublicPerson

AT_WORK = (Role.LEAD, Role.SPONSOR, Role.MEMBER)


def get_opgave(slug: str) -> PublicOpgave:
    """One public opgave. Raises NoResultFound."""
    found = opgaven_by_number(Opgave.slug == slug) if slug.isprintable() else {}
    if not found:
        raise NoResultFound
    return next(iter(found.values()))


def list_public_opgaven() -> list[OpgaveOnList]:
    """Every public opgave, by name."""
    query = select(Result.opgave_id, func.count(), func.max(Result.week)).join(Opgave, of_opgave())
    counted = session.execute(query.where(*PUBLISHED).group_by(Result.opgave_id))
    heights = {number: (results, Week.from_code(newest)) for number, results, newest in counted}
    found = sorted(opgaven_by_number().values(), key=lambda opgave: opgave.name.casefold())
    return [OpgaveOnList(opgave, *heights.get(opgave.number, (0, None))) for opgave in found]


def opgaven_among(numbers: Collection[int]) -> dict[int, PublicOpgave]:
    """Those of these opgaven that inwoners can read, by number. One query."""
    return opgaven_by_number(Opgave.id.in_(numbers))


def people_of(opgave: PublicOpgave) -> list[PublicPerson]:
    """Who works on it, each as they want to be seen; who leads first."""
    query = with_person(select(Membership.role, *PERSON, NO_LIMIT), Membership.person_id)
    rows = session.execute(query.where(Membership.opgave_id == opgave.number, Membership.role.in_(AT_WORK)))
    found = [PublicPerson(face_of(row, opgave.team), row.role) for row in rows]
    return sorted(found, key=lambda person: (AT_WORK.index(person.role), person.face.sort_key))


def newest_worry() -> ScalarSelect[Any]:
    """The one worry of an opgave that inwoners read; the opgave is in the query around it."""
    query = select(Worry.id).where(Worry.opgave_id == Opgave.id, Worry.removed_at.is_(None))
    query = query.where(Worry.public_since.is_not(None)).order_by(Worry.signed_on.desc(), Worry.id.desc())
    return query.limit(1).correlate(Opgave).scalar_subquery()


def opgaven_by_number(*where: Where) -> dict[int, PublicOpgave]:
    """Public opgaven with the newest worry that inwoners may read, by id."""
    worry = (Worry.text, Worry.signed_as, Worry.signed_on, Worry.confirmed_on)
    query = select(Opgave, *worry, *PERSON, NO_LIMIT).outerjoin(Worry, Worry.id == newest_worry())
    rows = session.execute(with_person(query, Worry.person_id).where(*READABLE, *where))
    return {row.Opgave.id: opgave_of(row, row.Opgave) for row in rows}

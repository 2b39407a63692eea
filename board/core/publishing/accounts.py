"""Accounts: who may come in, which roles they have, and taking access away."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import joinedload

from board.core.opgaven import imports
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people import known_browsers, sign_ins
from board.core.people.lists import in_order
from board.core.people.names import Name
from board.core.people.people import OrgRole, Person
from board.core.people.sign_ins import PasswordLink
from board.core.publishing import faces
from board.core.publishing.faces import FaceChoice, FaceLimit
from board.core.record.history import Change, forget_words
from board.core.record.weeks import now
from board.db import session

# Who stands in the history of an erased person.
SOMEBODY = "Iemand die hier werkte"


class LastAdmin(Exception):
    """The last administrator cannot leave: nobody could let people in any more."""


class Access(Enum):
    """Whether somebody can sign in: yes, invited but not yet, or no."""

    OPEN = "open"
    INVITED = "invited"
    CLOSED = "closed"


@dataclass(frozen=True)
class Account:
    """One person as the administrator sees them: whether they can sign in, and their work."""

    person: Person
    access: Access
    memberships: Sequence[Membership]
    # How long a link works with which they choose a password; none waits when it is None.
    link_until: datetime | None = None


def accounts() -> list[Account]:
    """Everybody, by name, with their roles; three queries, however many people there are."""
    people = in_order(session.scalars(select(Person).where(Person.erased_at.is_(None))))
    invited = _invited()
    work: dict[int, list[Membership]] = defaultdict(list)
    for membership in session.scalars(
        select(Membership).join(Membership.opgave).options(joinedload(Membership.opgave)).order_by(Opgave.title)
    ):
        work[membership.person_id].append(membership)
    return [_account(person, invited, work[person.id]) for person in people]


def _invited(*which: ColumnElement[bool]) -> dict[int, datetime]:
    """Until when people can choose a password with a link, by person."""
    query = select(PasswordLink.person_id, PasswordLink.until).where(PasswordLink.until > now(), *which)
    return dict(session.execute(query.order_by(PasswordLink.until)).all())  # of more links the last one counts


def _account(person: Person, invited: dict[int, datetime], memberships: Sequence[Membership]) -> Account:
    closed = Access.INVITED if person.id in invited else Access.CLOSED
    access = Access.OPEN if person.password_hash is not None else closed
    return Account(person, access, memberships, invited.get(person.id))


def account(person: Person) -> Account:
    """The account of one person."""
    found = session.scalars(
        select(Membership)
        .join(Membership.opgave)
        .where(Membership.person_id == person.id)
        .options(joinedload(Membership.opgave))
        .order_by(Opgave.title)
    ).all()
    return _account(person, _invited(PasswordLink.person_id == person.id), found)


def get_person(number: int) -> Person:
    """The person with this number. Raises NoResultFound, also for one who was erased."""
    return session.scalars(select(Person).where(Person.id == number, Person.erased_at.is_(None))).one()


def team_name(person: Person) -> str | None:
    """The name of the team in which citizens meet this person; of more teams the first."""
    opgave = session.scalar(
        select(Opgave)
        .join(Membership, Membership.opgave_id == Opgave.id)
        .where(Membership.person_id == person.id)
        .order_by(Opgave.title)
        .limit(1)
    )
    return opgave.team_name if opgave else None


def is_last_admin(person: Person) -> bool:
    """Whether nobody else who can sign in is administrator."""
    if person.org_role is not OrgRole.ADMIN:
        return False
    # Locked, so that two administrators cannot send each other away in the same second.
    admins = session.scalars(
        select(Person.id)
        .where(Person.org_role == OrgRole.ADMIN, Person.password_hash.is_not(None))
        .order_by(Person.id)
        .with_for_update(key_share=True)
    )
    return set(admins) <= {person.id}


def give_org_role(person: Person, role: OrgRole | None) -> None:
    """Another role in the organisation. Raises LastAdmin."""
    if role is not OrgRole.ADMIN and is_last_admin(person):
        raise LastAdmin
    person.org_role = role


def move(person: Person, email: str) -> None:
    """Another address to sign in with; a link that was sent to the old one no longer works."""
    if person.email != email:
        person.email = email
        session.execute(delete(PasswordLink).where(PasswordLink.person_id == person.id))


def take_access_away(person: Person) -> None:
    """From now on this person cannot sign in and is in no team; `leaving` frees what they had in hand.

    They can no longer choose how they are shown, so citizens see only the team, and their photo is thrown away.
    Raises LastAdmin.
    """
    give_org_role(person, None)
    person.password_hash = None
    faces.show_nowhere(person, asked=faces.LEFT)
    for membership in account(person).memberships:
        session.delete(membership)
    sign_ins.end_all(person)
    known_browsers.forget_browsers(person)
    session.execute(delete(PasswordLink).where(PasswordLink.person_id == person.id))


def erase_person(person: Person) -> None:
    """Their name and address are nowhere any more, also not in the history; what they did stays, as somebody's.

    Worries that they signed stay: they belong to the opgave (PRODUCT.md, rule 5), without a face (rule 6).
    """
    session.execute(delete(FaceChoice).where(FaceChoice.person_id == person.id))
    for limit in session.scalars(select(FaceLimit).where(FaceLimit.person_id == person.id)).all():
        session.delete(limit)
    imports.forget_person(person)
    _forget_as_author(person)
    person.full_name = Name("", SOMEBODY)
    person.email, person.job_title = f"gewist-{person.id}@opgavebord.invalid", ""
    person.portrait, person.erased_at = None, now()
    forget_words(session(), person)


def _forget_as_author(person: Person) -> None:
    """Notes carry the name of who wrote them as text, and so does their history."""
    theirs = (CardNote.author_id == person.id) & (CardNote.author_name != "")
    notes = session.scalars(select(CardNote.id).where(theirs)).all()
    named = update(CardNote).where(CardNote.id.in_(notes)).values(author_name=SOMEBODY)
    session.execute(named.execution_options(without_history=True))
    about = (Change.kind == CardNote.__tablename__) & Change.thing_id.in_(notes)
    for change in session.scalars(select(Change).where(about)):
        if "author_name" in change.fields:
            change.fields = {name: pair for name, pair in change.fields.items() if name != "author_name"}

"""How an opgave begins, and who is on its team: somebody always leads."""

from collections.abc import Mapping

from sqlalchemy import select

from board.core.cards import OPEN, Card
from board.core.opgaven import WORDS, Audience, Membership, Opgave, free_slug, hold
from board.core.people import WORKS, Person, Role
from board.core.personal_data import UNSAID, Because
from board.db import session


class LastLead(Exception):
    """Who leads alone cannot go: an opgave without opgavemanager belongs to nobody."""


class AlreadyOnTeam(Exception):
    """Somebody has one role on an opgave."""


def begin(words: Mapping[str, str], visibility: Audience, by: Person, because: Because = UNSAID) -> Opgave:
    """A new opgave, led by who begins it. It becomes active with its first signed worry. Raises PersonalData."""
    opgave = Opgave(slug=free_slug(words["short_name"]))
    opgave.set_up(dict.fromkeys(WORDS, "") | dict(words), visibility, because, by)
    session.add_all([opgave, Membership(opgave=opgave, person=by, role=Role.LEAD)])
    session.flush()
    return opgave


def member(opgave: Opgave, number: int) -> Membership:
    """This member of this team (NoResultFound otherwise)."""
    query = select(Membership).where(Membership.opgave_id == opgave.id, Membership.id == number)
    return session.scalars(query).one()


def works_somewhere(person: Person) -> bool:
    """Whether this person does the work of at least one opgave."""
    query = select(Membership.id).where(Membership.person_id == person.id, Membership.role.in_(WORKS))
    return session.scalar(query.limit(1)) is not None


def join(opgave: Opgave, person: Person, role: Role) -> Membership:
    """Somebody joins the team. Raises AlreadyOnTeam."""
    hold(opgave.id)
    there = select(Membership.id).where(Membership.opgave_id == opgave.id, Membership.person_id == person.id)
    if session.scalar(there) is not None:
        raise AlreadyOnTeam
    membership = Membership(opgave=opgave, person=person, role=role)
    session.add(membership)
    return membership


def give_role(membership: Membership, role: Role) -> None:
    """Another role on the same opgave. Raises LastLead when nobody would lead."""
    if role is not Role.LEAD:
        _check_others_lead(membership)
    membership.role = role


def leave(membership: Membership) -> None:
    """Somebody leaves the team; their open cards are free for the others. Raises LastLead."""
    _check_others_lead(membership)
    for card in open_cards(membership):
        card.edit(owner=None)
    session.delete(membership)


def open_cards(membership: Membership) -> list[Card]:
    """The cards that this member has in hand on this opgave."""
    query = select(Card).where(Card.opgave_id == membership.opgave_id, Card.owner_id == membership.person_id)
    return list(session.scalars(query.where(Card.state.in_(OPEN))))


def _check_others_lead(membership: Membership) -> None:
    hold(membership.opgave_id)  # two leads who step back at the same moment take turns
    leads = select(Membership.id).where(Membership.opgave_id == membership.opgave_id, Membership.role == Role.LEAD)
    if list(session.scalars(leads)) == [membership.id]:
        raise LastLead

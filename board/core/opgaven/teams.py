"""How an opgave begins, and who is on its team: somebody always leads."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from board.core.opgaven.cards import OPEN, Card, card_helper
from board.core.opgaven.opgaven import WORDS, Audience, Membership, Opgave, free_slug, hold
from board.core.people.people import WORKS, Person, Role
from board.core.record.personal_data import NO_REASON, StatedReason
from board.db import session


class LastLead(Exception):
    """Who leads alone cannot go: an opgave without opgavemanager belongs to nobody."""


class AlreadyOnTeam(Exception):
    """Somebody has one role on an opgave."""


def begin_opgave(
    words: Mapping[str, str], visibility: Audience, by: Person, because: StatedReason = NO_REASON
) -> Opgave:
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
        check_others_lead(membership)
    membership.role = role


def open_cards(person: Person, opgave: Opgave | None = None) -> list[Card]:
    """The cards that this person has in hand, on one opgave or on all."""
    return _cards(opgave, Card.owner_id == person.id)


def helped_cards(person: Person, opgave: Opgave | None = None) -> list[Card]:
    """The open cards that this person helps with."""
    return _cards(opgave, Card.id.in_(select(card_helper.c.card_id).where(card_helper.c.person_id == person.id)))


def _cards(opgave: Opgave | None, theirs: ColumnElement[bool]) -> list[Card]:
    query = select(Card).where(theirs, Card.state.in_(OPEN)).order_by(Card.id)
    return list(session.scalars(query if opgave is None else query.where(Card.opgave_id == opgave.id)))


def free_cards(person: Person, opgave: Opgave | None = None) -> None:
    """The open cards of this person are free for others, and helping ends."""
    hold(*{card.opgave_id for card in (*open_cards(person, opgave), *helped_cards(person, opgave))})
    for card in open_cards(person, opgave):
        card.edit(owner=None)
    for card in helped_cards(person, opgave):
        card.edit(helpers=[helper for helper in card.helpers if helper is not person])


def led_alone(person: Person) -> Sequence[Opgave]:
    """The opgaven that have no other opgavemanager than this person."""
    others = aliased(Membership)
    another = select(others.id).where(
        others.opgave_id == Membership.opgave_id, others.role == Role.LEAD, others.person_id != person.id
    )
    leads = (Membership.person_id == person.id, Membership.role == Role.LEAD, ~another.exists())
    return session.scalars(select(Opgave).join(Membership).where(*leads).order_by(Opgave.title)).all()


def check_others_lead(membership: Membership) -> None:
    """Raises LastLead when nobody else leads this opgave."""
    hold(membership.opgave_id)  # two leads who step back at the same moment take turns
    leads = select(Membership.id).where(Membership.opgave_id == membership.opgave_id, Membership.role == Role.LEAD)
    if list(session.scalars(leads)) == [membership.id]:
        raise LastLead


def can_get_work() -> ColumnElement[bool]:
    """Who can still be given work: not who lost their access and is on no team."""
    theirs = aliased(Membership)
    on_a_team = select(theirs.id).where(theirs.person_id == Person.id)
    return or_(Person.password_hash.is_not(None), Person.org_role.is_not(None), on_a_team.exists())


def would_come_back(card: Card, fields: Mapping[str, Sequence[Any]]) -> frozenset[str]:
    """Which of these fields, [before, after], would give the card back to somebody who no longer works here."""
    helpers = fields.get("helpers") or [[], []]
    people = {
        "owner_id": {*(fields.get("owner_id") or [None])[:1]},
        "helpers": {*(helpers[0] or ())} - {*(helpers[1] or ())},
    }
    wanted = {number for numbers in people.values() for number in numbers if number is not None}
    if not wanted:
        return frozenset()
    theirs = (Membership.opgave_id == card.opgave_id, Membership.person_id.in_(wanted), Membership.role.in_(WORKS))
    gone = wanted - set(session.scalars(select(Membership.person_id).where(*theirs)))
    return frozenset(name for name, numbers in people.items() if numbers & gone)

"""Visits: of one opgave, of a card, of a person, and how many."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from board.core.opgaven.cards import Card
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Person
from board.db import session

from ..models import Visit


def visits(opgave: Opgave) -> Sequence[Visit]:
    """The visits of one opgave."""
    return session.scalars(select(Visit).where(Visit.opgave_id == opgave.id, not_removed(Visit))).all()


def of_card(card: Card) -> Sequence[Visit]:
    """The visits for one card."""
    return session.scalars(select(Visit).where(Visit.card_id == card.id, not_removed(Visit))).all()


def visits_for(person: Person) -> Sequence[Visit]:
    """The visits of the opgaven on which this person has a role."""
    query = select(Visit).join(Membership, Membership.opgave_id == Visit.opgave_id)
    return session.scalars(query.where(Membership.person_id == person.id, not_removed(Visit))).all()


def count(opgaven: Collection[int]) -> dict[int, int]:
    """How many visits each of these opgaven had."""
    query = select(Visit.opgave_id, func.count()).where(Visit.opgave_id.in_(opgaven)).group_by(Visit.opgave_id)
    return dict(session.execute(query).all())

"""Words of thanks on the results of cards."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import Thanks
from board.core.opgaven.cards import Card
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership
from board.core.people.people import WORKS, Person
from board.db import session


def thanks_of(card: Card) -> Sequence[Thanks]:
    """Every word of thanks on the result of this card, the newest first."""
    query = select(Thanks).where(Thanks.card_id == card.id, not_removed(Thanks)).options(joinedload(Thanks.person))
    return session.scalars(query.order_by(Thanks.id.desc())).all()


def was_thanked(card: Card, by: Person, words: str) -> bool:
    """Whether this person said exactly this already."""
    said = select(Thanks.id).where(Thanks.card_id == card.id, Thanks.person_id == by.id, Thanks.text == words)
    return session.scalar(said.where(not_removed(Thanks)).limit(1)) is not None


def thanks_for(person: Person, since: date) -> Sequence[Thanks]:
    """The last word of thanks since that day for a team in which this person works; one at most."""
    mine = and_(Membership.person_id == person.id, Membership.role.in_(WORKS))
    return session.scalars(
        select(Thanks)
        .join(Membership, and_(Membership.opgave_id == Thanks.opgave_id, mine))
        .where(not_removed(Thanks), Thanks.given_on >= since)
        .options(joinedload(Thanks.opgave), joinedload(Thanks.person), joinedload(Thanks.card))
        .order_by(Thanks.id.desc())
        .limit(1)
    ).all()

"""Where cards of a board stand already, besides the opgave that is meant now."""

from collections.abc import Sequence

from sqlalchemy import func, select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Person
from board.db import session
from board.exchange.trello.boards import TrelloBoard

AT_ONCE = 500


def readable(person: Person, opgaven: Sequence[Opgave]) -> set[int]:
    """Which of these opgaven this person may know of."""
    if person.org_role is not None:
        return {opgave.id for opgave in opgaven}
    return set(session.scalars(select(Membership.opgave_id).where(Membership.person_id == person.id)))


def other_opgaven(opgave: Opgave, board: TrelloBoard, source: str) -> Sequence[tuple[Opgave, int]]:
    """The other opgaven in which cards of this board stand, and how many."""
    ids = [card.id for card in board.cards]
    found: dict[int, int] = {}
    for start in range(0, len(ids), AT_ONCE):
        query = select(Card.opgave_id, func.count(Card.id)).where(
            Card.source == source, Card.source_id.in_(ids[start : start + AT_ONCE]), Card.opgave_id != opgave.id
        )
        for number, cards in session.execute(query.group_by(Card.opgave_id)):
            found[number] = found.get(number, 0) + cards
    opgaven = session.scalars(select(Opgave).where(Opgave.id.in_(found)).order_by(Opgave.title))
    return [(each, found[each.id]) for each in opgaven]

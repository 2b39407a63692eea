"""The order of cards: one line per opgave, of which each column shows its own part."""

from sqlalchemy import func, select

from board.core.cards import Card
from board.core.opgaven import Opgave
from board.db import session


def at_the_start(opgave_id: int) -> float:
    """The position before the first card of an opgave."""
    return (session.scalar(select(func.min(Card.position)).where(Card.opgave_id == opgave_id)) or 0.0) - 1.0


def at_the_end(opgave_id: int) -> float:
    """The position behind the last card of an opgave."""
    return (session.scalar(select(func.max(Card.position)).where(Card.opgave_id == opgave_id)) or 0.0) + 1.0


def place(card: Card, before: Card | None) -> None:
    """Put a card right before another, or at the end of the line."""
    if before is None:
        card.position = at_the_end(card.opgave_id)
    elif before is not card:
        card.position = _between(card, before)


def _between(card: Card, before: Card) -> float:
    found = _halfway(card, before)
    if found is None:  # after some fifty moves to the same spot a float has no room left
        session.flush()
        _number_again(card.opgave)
        session.refresh(before, ["position"])
        found = _halfway(card, before)
    assert found is not None  # noqa: S101  whole numbers have room between them
    return found


def _halfway(card: Card, before: Card) -> float | None:
    lower = session.scalar(
        select(func.max(Card.position)).where(
            Card.opgave_id == card.opgave_id, Card.position < before.position, Card.id != card.id
        )
    )
    if lower is None:
        return before.position - 1.0
    middle = (lower + before.position) / 2
    return middle if lower < middle < before.position else None


def _number_again(opgave: Opgave) -> None:
    """Whole numbers again, in the same order. Not a change of anybody's work, so the history has none of it."""
    table = Card.__table__
    line = session.scalars(select(Card.id).where(Card.opgave_id == opgave.id).order_by(Card.position, Card.id))
    for number, card_id in enumerate(line.all(), 1):
        session.connection().execute(table.update().where(table.c.id == card_id).values(position=float(number)))  # type: ignore[attr-defined]

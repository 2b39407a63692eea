"""The order of cards: one line per opgave, of which each column shows its own part.

Whoever computes a place holds the opgave first, so a line has one order whatever happens at the same moment.
"""

from math import floor

from sqlalchemy import ColumnElement, Table, bindparam, func, select, update
from sqlalchemy.orm import aliased

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import hold
from board.db import session

CARDS: Table = Card.__table__  # type: ignore[assignment]
EARLIER = aliased(Card)
LOWER = select(func.max(EARLIER.position)).where(
    EARLIER.opgave_id == Card.opgave_id,
    EARLIER.position < Card.position,
    EARLIER.id != bindparam("passed"),
)
# The positions before a card and of the card itself, as they are now and not as somebody read them earlier.
AROUND = select(LOWER.scalar_subquery(), Card.position).where(Card.id == bindparam("other"))


def at_the_start(opgave_id: int) -> float:
    """The position before the first card of an opgave."""
    return (_end_of_the_line(opgave_id, func.min(Card.position)) or 0.0) - 1.0


def at_the_end(opgave_id: int) -> float:
    """The position behind the last card of an opgave."""
    return (_end_of_the_line(opgave_id, func.max(Card.position)) or 0.0) + 1.0


def _end_of_the_line(opgave_id: int, which: ColumnElement[float]) -> float | None:
    hold(opgave_id)
    found: float | None = session.scalar(select(which).where(Card.opgave_id == opgave_id))
    return found


def place(card: Card, before: Card | None) -> None:
    """Put a card right before another, or at the end of the line."""
    if before is None:
        card.position = at_the_end(card.opgave_id)
    elif before is not card:
        card.position = right_before(before, apart_from=card)


def right_before(other: Card, apart_from: Card | None = None) -> float:
    """A position between a card and the one before it in the line, in which `apart_from` does not count."""
    hold(other.opgave_id)
    found = _halfway(other, apart_from)
    if found is None:  # after some fifty moves to the same spot a float has no room left
        session.flush()
        _number_again(other.opgave_id)
        found = _halfway(other, apart_from)
    assert found is not None  # noqa: S101  whole numbers have room between them
    return found


def free_position(card: Card, position: float) -> float:
    """The position for a card that goes back to where it lay; right before the card that lies there by now."""
    hold(card.opgave_id)
    there = select(Card).where(Card.opgave_id == card.opgave_id, Card.position == position, Card.id != card.id)
    other = session.scalar(there)
    return position if other is None else right_before(other, apart_from=card)


def _halfway(other: Card, apart_from: Card | None) -> float | None:
    passed = apart_from.id if apart_from is not None else None
    lower, upper = session.execute(AROUND, {"other": other.id, "passed": passed or 0}).one()
    if lower is None:
        return float(upper) - 1.0
    middle = (lower + upper) / 2
    return middle if lower < middle < upper else None


def _number_again(opgave_id: int) -> None:
    """Whole numbers again, in the same order, in one statement.

    Not a change of anybody's work, so the history has none of it. Each number is one that no card has now: a database
    looks for equal ones after each row, not at the end.
    """
    line = CARDS.c.opgave_id == opgave_id
    limits = select(func.min(CARDS.c.position), func.max(CARDS.c.position), func.count()).where(line)
    first, last, number = session.execute(limits).one()
    start = 0.0 if first > number else float(floor(last))
    place_in_line = func.row_number().over(order_by=CARDS.c.position).label("place")
    ranked = select(CARDS.c.id, place_in_line).where(line).subquery()
    session.connection().execute(update(CARDS).where(CARDS.c.id == ranked.c.id).values(position=start + ranked.c.place))
    for loaded in list(session.identity_map.values()):
        if isinstance(loaded, Card) and loaded.__dict__.get("opgave_id") == opgave_id:
            session.expire(loaded, ["position"])

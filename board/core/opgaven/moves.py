"""Moving a card over the board: to a block, a state, a week, and a place in the line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import select

from board.core.opgaven import order
from board.core.opgaven.cards import Card, CardState, get_card
from board.core.opgaven.opgaven import Opgave, hold
from board.core.record.weeks import Week
from board.db import session


class When(Enum):
    """Where in time a card is put: this week, a later one, or none yet."""

    NOW = "nu"
    LATER = "straks"
    UNSET = "geen"


@dataclass(frozen=True)
class Move:
    """What a mover wants. Empty means: leave it. `seen_at` is where they saw the card standing."""

    seen_at: str | None = None
    block: str | None = None
    state: CardState | None = None
    when: When | None = None
    before: int | None = None
    to_the_end: bool = False


def move(opgave: Opgave, number: int, wanted: Move) -> Card:
    """Move a card, by drag, menu, keys or in bulk. Raises StaleCard, ResultMissing, StillPublic, NoResultFound."""
    # Nothing goes to the database halfway: one step is one change.
    with session.no_autoflush:
        return _move(opgave, get_card(opgave, number, for_update=True), wanted)


def chosen_cards(opgave: Opgave, numbers: Iterable[int]) -> Sequence[Card]:
    """The cards of this opgave with these numbers, held until the end of the transaction. Others do not exist."""
    hold(opgave.id)
    query = select(Card).where(Card.opgave_id == opgave.id, Card.id.in_(set(numbers))).order_by(Card.id)
    return session.scalars(query.execution_options(populate_existing=True)).all()


def move_all(opgave: Opgave, numbers: Iterable[int], wanted: Move) -> None:
    """Give some cards the same step, all or none. Raises what `move` raises."""
    hold(opgave.id)
    for number in sorted(set(numbers)):
        move(opgave, number, wanted)
        session.flush()  # the next one looks where this one lies now


def _move(opgave: Opgave, moved: Card, wanted: Move) -> Card:
    moved.check_place(wanted.seen_at)
    if wanted.state is not None:
        moved.move(wanted.state)
    if wanted.block is not None and wanted.block != moved.block:
        moved.edit(block=wanted.block)
    if wanted.when is not None:
        _plan(moved, wanted.when)
    if wanted.before is not None:
        order.place(moved, get_card(opgave, wanted.before))
    elif wanted.to_the_end:
        order.place(moved, None)
    return moved


def _plan(moved: Card, when: When) -> None:
    """Put the card in its time, unless it is there already: a card for week 50 stays there among the later ones."""
    this = Week.now()
    week = {When.NOW: this.code, When.LATER: this.plus(1).code, When.UNSET: None}[when]
    is_there = {
        When.NOW: moved.week is not None and moved.week <= this.code,
        When.LATER: moved.week is not None and moved.week > this.code,
        When.UNSET: moved.week is None,
    }[when]
    if not is_there:
        moved.edit(week=week)

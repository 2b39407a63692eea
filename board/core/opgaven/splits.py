"""Making it smaller: a first small step now, and the rest after it (source 003, block 3)."""

from board.core.opgaven import order
from board.core.opgaven.cards import Card, CardState
from board.core.record.weeks import Week
from board.db import session


def split(card: Card, first: str, rest: str) -> Card:
    """Split `card` into a first small step for this week, and the rest, which stays with its history.

    Returns the first step. Raises ValueError for a card that is done or stopped.
    """
    if not card.is_open:
        raise ValueError("a card that is done or stopped is not split")
    step = Card(
        opgave=card.opgave,
        block=card.block,
        action=first,
        state=CardState.PLANNED,
        week=Week.now().code,
        owner=card.owner,
        group=card.group,
        position=order.right_before(card),
        split_from=card,
    )
    session.add(step)
    session.flush()
    card.edit(action=rest)
    if card.state is CardState.DOING:
        card.move(CardState.PLANNED)
    if card.week is None or card.week <= Week.now().code:
        card.edit(week=Week.now().plus(1).code)
    return step

"""What the third block brings to Vandaag: a hint for who has much in hand."""

from collections.abc import Sequence
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.blocks.increments.queries.bricks import cards_in_hand
from board.core.people.people import Person
from board.db import limits


def items(person: Person, _on: date) -> Sequence[Waiting]:
    """A hint for who has more in hand than is good for them; said to nobody else, and it closes nothing."""
    held = cards_in_hand(person)
    if sum(in_one.number for in_one in held) <= limits().doing_at_once:
        return ()
    return (Waiting(TodayPlace.HINT, [held]),)

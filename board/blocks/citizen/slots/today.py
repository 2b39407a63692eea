"""What the second block brings to Vandaag: signals that nobody has, and those that ask me something now."""

from collections.abc import Sequence
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.blocks.citizen.queries import signals
from board.core.people.people import Person


def items(person: Person, on: date) -> Sequence[Waiting]:
    """What nobody has, and what I took up that asks me now; two queries."""
    return (
        Waiting(TodayPlace.NOBODY, signals.orphans(person, on)),
        Waiting(TodayPlace.ASKED, signals.asks_me(person, on)),
    )

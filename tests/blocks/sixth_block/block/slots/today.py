"""What the sixth block brings to Vandaag."""

from collections.abc import Sequence
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.core.people.people import Person

from ..queries.visits import visits_for


def items(person: Person, _on: date) -> Sequence[Waiting]:
    """What was seen on my opgaven."""
    return (Waiting(TodayPlace.NOBODY, visits_for(person)),)

"""What the first block brings to Vandaag: worries that wait for a new sentence."""

from collections.abc import Sequence
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.blocks.why.queries.heartbeats import heartbeats
from board.core.people.people import Person


def items(person: Person, today: date) -> Sequence[Waiting]:
    """Where a heartbeat waits for this person; one query."""
    return (Waiting(TodayPlace.ASKED, heartbeats(person, today)),)

"""What somebody who leaves lets go of: the signals that they took up."""

from sqlalchemy import ColumnElement, select

from board.blocks.citizen.models import Signal, SignalState
from board.blocks.contract import Leaving
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session


def claimed_by(person: Person, opgave: Opgave | None) -> list[ColumnElement[bool]]:
    """Which signals this person took up, without a card: of one opgave, or all."""
    theirs = [Signal.claimed_by_id == person.id, Signal.state == SignalState.CLAIMED, Signal.removed_at.is_(None)]
    return theirs if opgave is None else [*theirs, Signal.opgave_id == opgave.id]


def ends(leaving: Leaving) -> None:
    """They are nobody's again. One with a card goes on with that card, which others can take."""
    for signal in session.scalars(select(Signal).where(*claimed_by(leaving.person, leaving.opgave))):
        signal.open_again()

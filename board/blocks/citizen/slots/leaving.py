"""What the second block lets go of when somebody leaves: the signals that they took up."""

from board.blocks.answers import Leaving
from board.blocks.citizen.queries import signals
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person


def has_claims(person: Person, opgave: Opgave | None) -> bool:
    """Whether somebody who leaves still has signals in hand."""
    return signals.has_taken_up(person, opgave)


def let_go(leaving: Leaving) -> None:
    """They are nobody's again. One with a card goes on with that card, which others can take."""
    for signal in signals.taken_up_by(leaving.person, leaving.opgave):
        signal.open_again()

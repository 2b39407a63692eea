"""What the fourth block lets go of when somebody is erased: the sentence in which they say why it touches them."""

from board.blocks.answers import Leaving
from board.blocks.leadership.queries.statements import sentences_of
from board.core.record.history import erase_with_history
from board.db import session


def let_go(leaving: Leaving) -> None:
    """Their own sentence goes, with its history; what they said to a team stays with that team."""
    if leaving.erased:
        for sentence in sentences_of(leaving.person):
            erase_with_history(session(), sentence)

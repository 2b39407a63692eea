"""What the fifth block lets go of when somebody leaves: offers that wait; erased, also what they can and want."""

from board.blocks.answers import Leaving
from board.blocks.talents.queries.offers import waiting_offers
from board.blocks.talents.queries.people import every_talent_of
from board.core.record.history import erase_with_history
from board.db import session


def let_go(leaving: Leaving) -> None:
    """Nobody waits any more for an answer from them, or to them."""
    for offer in waiting_offers(leaving.person, leaving.opgave):
        offer.remove()
    if leaving.erased:
        for talent in every_talent_of(leaving.person):
            erase_with_history(session(), talent)

"""Voortgang: is the work alive, per opgave and per building block? Derived from the cards, filled in by nobody."""

from board.managers.review import card_lists, exports, keeping, over_time
from board.managers.review.routes import bp

__all__ = ["bp", "card_lists", "exports", "keeping", "over_time"]

"""Voortgang: is the work alive, per opgave and per building block? Derived from the cards, filled in by nobody."""

from board.pages.review import card_lists as card_lists
from board.pages.review import exports as exports
from board.pages.review import keeping
from board.pages.review import over_time as over_time
from board.pages.review.routes import bp

__all__ = ["bp", "keeping"]

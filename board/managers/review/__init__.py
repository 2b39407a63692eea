"""Voortgang: is the work alive, per opgave and per building block? Derived from the cards, filled in by nobody."""

from board.managers.review import keeping
from board.managers.review.routes.review import bp

__all__ = ["bp", "keeping"]

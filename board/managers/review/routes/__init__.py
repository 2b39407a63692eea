"""The pages of Voortgang: all opgaven, one of them over time, its cards, and files to take along."""

from board.managers.review.routes import card_lists, exports, opgave_history, review

__all__ = ["card_lists", "exports", "opgave_history", "review"]

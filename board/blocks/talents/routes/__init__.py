"""The pages of the fifth block: on one opgave, on a card, and over all opgaven."""

from board.blocks.talents.routes import asked_talents, card_lessons, cards, colleagues, index, lessons, offers, requests

__all__ = ["asked_talents", "card_lessons", "cards", "colleagues", "index", "lessons", "offers", "requests"]

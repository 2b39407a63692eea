"""The pages of the fifth block: on one opgave, on a card, and over all opgaven."""

from board.blocks.talents.routes import answers, asked, block, card, colleagues, learned, lessons

__all__ = ["answers", "asked", "block", "card", "colleagues", "learned", "lessons"]

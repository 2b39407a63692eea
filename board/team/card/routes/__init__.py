"""The pages of one card: its words, its parts, and what ends it."""

from board.team.card.routes import card, checklist, notes, photo, publication, result, stop

__all__ = ["card", "checklist", "notes", "photo", "publication", "result", "stop"]

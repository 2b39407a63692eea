"""One card: read it, change it, finish it, and lay its brick."""

from board.pages.card import finish, notes, parts, photo, publish, stop
from board.pages.card.routes import bp

__all__ = ["bp", "finish", "notes", "parts", "photo", "publish", "stop"]

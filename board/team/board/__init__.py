"""The board of one opgave: its columns, and everything that happens on it without leaving it."""

from board.team.board.routes import bp

__all__ = ["bp"]

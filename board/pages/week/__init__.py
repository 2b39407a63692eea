"""The screens of week."""

from board.pages.week.routes import bp

__all__ = ["bp"]

"""The screens of search."""

from board.team.search.routes import bp

__all__ = ["bp"]

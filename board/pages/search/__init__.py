"""The screens of search."""

from board.pages.search.routes import bp

__all__ = ["bp"]

"""Vandaag: what is on my hands this week."""

from board.pages.today.routes import bp

__all__ = ["bp"]

"""Vandaag: what is on my hands this week."""

from board.team.today.routes import bp

__all__ = ["bp"]

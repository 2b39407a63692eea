"""The screens of the week: prepare it, publish it, and take its text along."""

from board.team.week import around, copying
from board.team.week.routes import bp

__all__ = ["around", "bp", "copying"]

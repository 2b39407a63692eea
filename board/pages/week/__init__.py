"""The screens of the week: prepare it, publish it, and take its text along."""

from board.pages.week import around, copying
from board.pages.week.routes import bp

__all__ = ["around", "bp", "copying"]

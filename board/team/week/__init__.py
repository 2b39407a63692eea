"""The screens of the week: prepare it, publish it, and take its text along."""

from board.team.week.routes.week import bp

__all__ = ["bp"]

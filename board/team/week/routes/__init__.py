"""The pages of the week: prepare it, introduce it, and take its text along."""

from board.team.week.routes import introduction, text, week

__all__ = ["introduction", "text", "week"]

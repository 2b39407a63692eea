"""The screens of opgaven: which there are, a new one, its words and its team."""

from board.team.opgaven.routes.opgaven import bp

__all__ = ["bp"]

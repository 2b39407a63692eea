"""The pages of opgaven: which there are, a new one, its words and its team."""

from board.team.opgaven.routes import opgaven, settings, team

__all__ = ["opgaven", "settings", "team"]

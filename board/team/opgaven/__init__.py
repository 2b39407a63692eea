"""The screens of opgaven: which there are, a new one, its words and its team."""

from board.team.opgaven import settings, team  # noqa: F401  their routes hang on the same blueprint
from board.team.opgaven.routes import bp

__all__ = ["bp"]

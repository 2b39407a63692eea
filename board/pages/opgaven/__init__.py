"""The screens of opgaven: which there are, a new one, its words and its team."""

from board.pages.opgaven import settings, team  # noqa: F401  their routes hang on the same blueprint
from board.pages.opgaven.routes import bp

__all__ = ["bp"]

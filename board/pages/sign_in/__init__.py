"""Sign in, sign out, choose a password."""

from board.pages.sign_in.routes import bp

__all__ = ["bp"]

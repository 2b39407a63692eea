"""Sign in, sign out, choose a password."""

from board.admin.sign_in.routes import bp

__all__ = ["bp"]

"""Sign in, sign out, choose a password."""

from board.admin.sign_in.routes.sign_in import bp

__all__ = ["bp"]

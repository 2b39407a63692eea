"""My own page, and the page on which an administrator lets people in."""

from board.pages.manage import leaving, me, names, removing  # noqa: F401  add their routes
from board.pages.manage.routes import bp

__all__ = ["bp"]

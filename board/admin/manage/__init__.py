"""My own page, and the page on which an administrator lets people in."""

from board.admin.manage import leaving, me, names, removing  # noqa: F401  add their routes
from board.admin.manage.routes import bp

__all__ = ["bp"]

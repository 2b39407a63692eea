"""My own page, and the page on which an administrator lets people in."""

from board.admin.manage.routes.people import bp

__all__ = ["bp"]

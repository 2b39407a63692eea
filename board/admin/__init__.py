"""Signing in, my account, and Beheer."""

from board.admin import manage, sign_in
from board.admin.sign_in.routes.demo import bp as DEMO_ROUTES  # noqa: N812  read as a constant by create_app

ROUTES = (sign_in.bp, manage.bp)

__all__ = ["DEMO_ROUTES", "ROUTES"]

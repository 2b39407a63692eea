"""What citizens see: an allow-list of small dataclasses, and pages without account, cookie or script."""

from board.public.routes import BLUEPRINTS as ROUTES

__all__ = ["ROUTES"]

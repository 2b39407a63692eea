"""Een gezicht, in vrijheid: how I am shown, beside which result I show less, and hiding everyone at once."""

from board.pages.faces import hiding, results  # noqa: F401  they add their routes
from board.pages.faces.routes import bp

__all__ = ["bp"]

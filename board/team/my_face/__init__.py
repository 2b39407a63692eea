"""Een gezicht, in vrijheid: how I am shown, beside which result I show less, and hiding everyone at once."""

from board.team.my_face import hiding, results  # noqa: F401  they add their routes
from board.team.my_face.routes import bp

__all__ = ["bp"]

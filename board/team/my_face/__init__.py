"""Een gezicht, in vrijheid: how I am shown, beside which result I show less, and hiding everyone at once."""

from board.team.my_face.routes.my_face import bp

__all__ = ["bp"]

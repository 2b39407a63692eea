"""For the council: wat willen we, wat deden we, wat merkten inwoners; made of what inwoners read."""

from board.managers.council.routes import bp

__all__ = ["bp"]

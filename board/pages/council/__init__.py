"""For the council: wat willen we, wat deden we, wat merkten inwoners; made of what inwoners read."""

from board.pages.council.routes import bp

__all__ = ["bp"]

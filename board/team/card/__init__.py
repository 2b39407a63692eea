"""One card: read it, change it, finish it, and lay its brick."""

from board.team.board import bp as board
from board.team.board import seen_from
from board.team.card.routes.card import bp

seen_from.goes_along(cards=bp, board=board)

__all__ = ["bp"]

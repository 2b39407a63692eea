"""The pages of the fourth block: who leads, what they tell, and what a team asks of them."""

from board.blocks.leadership.routes import index, statements, support_requests, team_questions

__all__ = ["index", "statements", "support_requests", "team_questions"]

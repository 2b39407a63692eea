"""The pages of the fourth block: who leads, what they tell, and what a team asks of them."""

from board.blocks.leadership.routes import (
    decisions,
    index,
    leader_notes,
    open_questions,
    own_sentence,
    statements,
    support_requests,
    team_questions,
    thanks,
)

__all__ = [
    "decisions",
    "index",
    "leader_notes",
    "open_questions",
    "own_sentence",
    "statements",
    "support_requests",
    "team_questions",
    "thanks",
]

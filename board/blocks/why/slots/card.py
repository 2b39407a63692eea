"""What the first block shows on the page of a card: which worry or story it answers."""

from board.blocks.why.queries.reasons import Answers, answers
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave


def section(opgave: Opgave, card: Card) -> Answers | None:
    """What this card may answer, and what it answers now; None when there is nothing to answer yet. Two queries."""
    return answers(opgave, card)

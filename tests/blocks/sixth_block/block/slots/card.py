"""What the sixth block shows on the page of a card."""

from collections.abc import Sequence

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave

from ..models import Visit
from ..queries.visits import of_card


def section(_opgave: Opgave, card: Card) -> Sequence[Visit] | None:
    """The visits for this card."""
    return of_card(card) or None

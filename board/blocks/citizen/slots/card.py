"""What the second block shows on the page of a card: its signals, and that the wish of the inwoner is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries import signals as signal_queries
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.web.guards import me


@dataclass(frozen=True)
class CitizenCardSection:
    """The signals of which a card came, and whether it still has to say what the inwoner will notice."""

    signals: Sequence[Signal]
    asks_wish: bool


def section(_opgave: Opgave, card: Card) -> CitizenCardSection | None:
    """One query. Nothing for a card that came of no signal and knows what the inwoner will notice.

    A signal that went on to an opgave that the visitor may not see, is not told here either.
    """
    asks_wish = card.is_open and not card.citizen_result
    signals = signal_queries.of_card(me(), card, today())
    return CitizenCardSection(signals, asks_wish) if signals or asks_wish else None

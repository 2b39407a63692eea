"""What the second block says elsewhere: on Vandaag, and on the page of a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries import signals as queries
from board.blocks.contract import Place, Waiting
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from board.web.guards import me


@dataclass(frozen=True)
class OnCard:
    """The signals of which a card came, and whether it still has to say what the inwoner will notice."""

    signals: Sequence[Signal]
    asks_wish: bool


def waits(person: Person, on: date) -> Sequence[Waiting]:
    """What nobody has, and what I took up that asks me now; two queries."""
    return (
        Waiting(Place.NOBODY, queries.orphans(person, on)),
        Waiting(Place.ASKED, queries.asks_me(person, on)),
    )


def on_card(_opgave: Opgave, card: Card) -> OnCard | None:
    """One query. Nothing for a card that came of no signal and knows what the inwoner will notice.

    A signal that went on to an opgave that the visitor may not see, is not told here either.
    """
    asks_wish = card.is_open and not card.citizen_result
    signals = queries.of_card(me(), card, today())
    return OnCard(signals, asks_wish) if signals or asks_wish else None

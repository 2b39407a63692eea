"""What the fourth block shows on the page of a card: what was asked from it, what the answer was, and one more."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.access import TEAM, may, me
from board.blocks.leadership import requests
from board.blocks.leadership.forms import SupportForm
from board.blocks.leadership.models import SupportRequest
from board.core.cards import Card
from board.core.opgaven import Opgave


@dataclass(frozen=True)
class OnCard:
    """The requests of one card; `form` for who may ask one more."""

    requests: Sequence[SupportRequest]
    form: SupportForm | None = None
    known_rules: Sequence[str] = ()


def on_card(_opgave: Opgave, card: Card) -> OnCard | None:
    """Asking is possible as long as the card is open; what was asked stays to be read."""
    asked = requests.requests_of(card)
    if card.is_open and may(*TEAM):
        return OnCard(asked, SupportForm(formdata=None), requests.known_rules(me()))
    return OnCard(asked) if asked else None

"""What the fifth block shows on the page of a card: the talents it asks for, with colleagues who fit."""

from dataclasses import dataclass

from board.blocks.talents.queries import people, requests
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave


@dataclass(frozen=True)
class TalentsCardSection:
    """What a card asks and asked, each open question with colleagues whose words fit."""

    sought: list[tuple[requests.RequestWithOffers, list[people.Match]]]


def section(opgave: Opgave, card: Card) -> TalentsCardSection | None:
    """One query, and one more for who can do it when something is asked."""
    sought = requests.requests_of_card(opgave, card)
    if not sought and not card.is_open:
        return None
    everybody = people.everybody() if any(talent.request.is_open for talent in sought) else []
    busy = {card.owner_id or 0, *(helper.id for helper in card.helpers)}
    return TalentsCardSection(
        [(talent, people.who_can(talent.request.words, talent.known | busy, everybody)) for talent in sought]
    )

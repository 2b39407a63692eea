"""What the fifth block brings to Vandaag: who asks my talent, who stepped forward, and what I could do elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from board.blocks.answers import TodayPlace, Waiting
from board.blocks.talents.models import TalentOffer
from board.blocks.talents.queries.offers import OfferForReader, RequestForReader, offers_for, requests_everywhere
from board.core.people.people import Person

MOST_ASKED = 4
MOST_ELSEWHERE = 2


@dataclass(frozen=True)
class OfferItem:
    """One line on Vandaag. `what` is one of: asked, forward, joined, declined, welcome, refused."""

    what: str
    offer: TalentOffer
    may_read: bool


def items(person: Person, on: date) -> Sequence[Waiting]:
    """Three queries, however much there is."""
    told = [_told(news, person) for news in offers_for(person, on, MOST_ASKED)]
    return [
        Waiting(TodayPlace.ASKED, told),
        Waiting(TodayPlace.NOBODY, _elsewhere(person, on)),
    ]


def _told(news: OfferForReader, person: Person) -> OfferItem:
    offer = news.offer
    to_me = offer.person_id == person.id
    if offer.agreed is None:
        what = "asked" if to_me and not offer.by_themself else "forward"
    elif to_me:
        what = "welcome" if offer.agreed else "refused"
    else:
        what = "joined" if offer.agreed else "declined"
    return OfferItem(what, offer, news.may_read)


def _elsewhere(person: Person, on: date) -> list[RequestForReader]:
    """What somebody looks for and what fits my own words; never what is mine already."""
    found = requests_everywhere(person, on)
    mine = [request for request in found if request.fits and request.mine is None and not _is_mine(request, person)]
    return mine[:MOST_ELSEWHERE]


def _is_mine(request: RequestForReader, person: Person) -> bool:
    card = request.request.card
    return card is not None and card.owner_id == person.id

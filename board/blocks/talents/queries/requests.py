"""Talents that the work asks: what is open, what was found, and who stepped forward."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from board.blocks.talents.models import TalentOffer, TalentRequest
from board.blocks.talents.rules import RECENT, RequestDays
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.noted import end_of, existed_on, not_removed
from board.core.opgaven.opgaven import Membership, Opgave, hold
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session


@dataclass(frozen=True)
class OfferWithRole:
    """Somebody who was asked or stepped forward; `on_team`: they have a role on this opgave."""

    offer: TalentOffer
    on_team: bool


@dataclass
class RequestWithOffers:
    """A talent that is asked, with everybody who was asked or stepped forward."""

    request: TalentRequest
    offers: list[OfferWithRole] = field(default_factory=list)

    @property
    def forward(self) -> list[OfferWithRole]:
        """Who stepped forward and waits for the team."""
        return [
            candidate for candidate in self.offers if candidate.offer.by_themself and candidate.offer.agreed is None
        ]

    @property
    def asked(self) -> list[OfferWithRole]:
        """Who was asked and did not answer yet."""
        return [
            candidate for candidate in self.offers if not candidate.offer.by_themself and candidate.offer.agreed is None
        ]

    @property
    def joined(self) -> list[OfferWithRole]:
        return [candidate for candidate in self.offers if candidate.offer.agreed is True]

    @property
    def known(self) -> set[int]:
        """Who need not be asked any more."""
        return {candidate.offer.person_id for candidate in self.offers}


def requests_on_day(opgave: Opgave, on: date) -> Sequence[TalentRequest]:
    """What one opgave asks on a day, the longest waiting first, and what was found lately."""
    return session.scalars(_asked([opgave.id], on)).all()


def request_days(opgaven: Collection[int], on: date) -> dict[int, list[RequestDays]]:
    """The days on which each opgave asked and found what it asked on a day, by opgave. One query."""
    asked: dict[int, list[RequestDays]] = defaultdict(list)
    days = _asked(opgaven, on).with_only_columns(
        TalentRequest.opgave_id, TalentRequest.asked_on, TalentRequest.found_on
    )
    for number, asked_on, found_on in session.execute(days):
        asked[number].append(RequestDays(asked_on, found_on))
    return asked


def requests_since(opgave: Opgave, since: date) -> Sequence[TalentRequest]:
    """What is still looked for, and what was found since that day."""
    asked = (
        select(TalentRequest)
        .outerjoin(Card, Card.id == TalentRequest.card_id)
        .where(TalentRequest.opgave_id == opgave.id, not_removed(TalentRequest))
        .where(or_(open_now(today()), TalentRequest.found_on >= since))
    )
    return session.scalars(asked.order_by(TalentRequest.id)).all()


def _asked(opgaven: Collection[int], on: date) -> Select[TalentRequest]:
    """What waited on that day or was found shortly before."""
    found = TalentRequest.found_on.between(on - RECENT, on)
    waited = and_(or_(TalentRequest.found_on.is_(None), TalentRequest.found_on > on), still_asked(on))
    return (
        select(TalentRequest)
        .outerjoin(Card, Card.id == TalentRequest.card_id)
        .where(TalentRequest.opgave_id.in_(opgaven), existed_on(TalentRequest, on), TalentRequest.asked_on <= on)
        .where(or_(found, waited))
        .order_by(TalentRequest.found_on.is_not(None), TalentRequest.asked_on, TalentRequest.id)
    )


def still_asked(on: date) -> ColumnElement[bool]:
    """Not of a card that was done or stopped by then. For a query that joins the card."""
    return or_(Card.id.is_(None), Card.state.not_in(CLOSED), Card.state_since >= end_of(on))


def open_now(on: date) -> ColumnElement[bool]:
    """Somebody is still looked for. For a query that joins the card."""
    return and_(not_removed(TalentRequest), TalentRequest.found_on.is_(None), still_asked(on))


def count_open_requests(opgaven: Collection[int]) -> dict[int, int]:
    """How many talents each team looks for now."""
    count = select(TalentRequest.opgave_id, func.count()).outerjoin(Card, Card.id == TalentRequest.card_id)
    count = count.where(TalentRequest.opgave_id.in_(opgaven), open_now(today()))
    return dict(session.execute(count.group_by(TalentRequest.opgave_id)).all())


def requests_with_offers(opgave: Opgave) -> list[RequestWithOffers]:
    """Every talent that this opgave asked, the open ones first and of those the oldest on top."""
    query = _sought(opgave).order_by(
        TalentRequest.found_on.is_not(None), TalentRequest.asked_on, TalentRequest.id, TalentOffer.id
    )
    return _together(query)


def requests_of_card(opgave: Opgave, card: Card) -> list[RequestWithOffers]:
    """What this card asks or asked, the oldest first."""
    query = _sought(opgave).where(TalentRequest.card_id == card.id)
    return _together(query.order_by(TalentRequest.asked_on, TalentRequest.id, TalentOffer.id))


def _sought(opgave: Opgave) -> Select[TalentRequest, TalentOffer, int]:
    role = and_(Membership.opgave_id == opgave.id, Membership.person_id == TalentOffer.person_id)
    return (
        select(TalentRequest, TalentOffer, Membership.id)
        .outerjoin(TalentRequest.card)
        .outerjoin(TalentOffer, and_(TalentOffer.request_id == TalentRequest.id, not_removed(TalentOffer)))
        .outerjoin(Membership, role)
        .where(TalentRequest.opgave_id == opgave.id, not_removed(TalentRequest))
        .options(contains_eager(TalentRequest.card))
        .options(joinedload(TalentOffer.person), joinedload(TalentOffer.asked_by))
    )


def _together(query: Select[TalentRequest, TalentOffer, int]) -> list[RequestWithOffers]:
    found: dict[int, RequestWithOffers] = {}
    for request, offer, role in session.execute(query):
        one = found.setdefault(request.id, RequestWithOffers(request))
        if offer is not None:
            one.offers.append(OfferWithRole(offer, on_team=role is not None))
    return list(found.values())


def lock_request(number: int) -> None:
    """Who looks at the offers of this request and then adds or answers one, waits for who does so at this moment."""
    hold(*session.scalars(select(TalentRequest.opgave_id).where(TalentRequest.id == number)))


def is_on_team(opgave_id: int, person: Person) -> bool:
    """Whether this person has any role on this opgave."""
    role = select(Membership.id).where(Membership.opgave_id == opgave_id, Membership.person_id == person.id)
    return session.scalar(role) is not None


def request_words() -> ScalarSelect[str]:
    """What the card of the surrounding query asks for, as a column; None for a card that asks for nobody."""
    return (
        select(TalentRequest.words)
        .where(TalentRequest.card_id == Card.id, TalentRequest.found_on.is_(None), not_removed(TalentRequest))
        .order_by(TalentRequest.asked_on, TalentRequest.id)
        .limit(1)
        .correlate(Card)
        .scalar_subquery()
    )

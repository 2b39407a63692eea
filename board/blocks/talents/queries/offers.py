"""Across all opgaven: what is asked of whom, what somebody offered, and what they heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from board.blocks.talents.models import TalentOffer, TalentRequest
from board.blocks.talents.queries.matching import holds_all, in_common
from board.blocks.talents.queries.people import talents_of
from board.blocks.talents.queries.requests import open_now
from board.core.opgaven.cards import Card
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import WORKS, Person, Role
from board.db import session

# So long somebody reads on Vandaag how it ended.
NEWS = timedelta(weeks=1)
SHOWN = 200


@dataclass(frozen=True)
class RequestForReader:
    """A talent asked anywhere, as one reader sees it: their own part in it, and whether their words fit.

    `may_read`: they may see the card behind it; `works`: they are on the team that asks.
    """

    request: TalentRequest
    mine: TalentOffer | None
    fits: bool
    may_read: bool
    works: bool


@dataclass(frozen=True)
class OfferForReader:
    """An offer that concerns the reader, and whether they may read the card behind it."""

    offer: TalentOffer
    may_read: bool


def get_request(number: int) -> TalentRequest:
    """This request, of whatever opgave (NoResultFound when it was removed)."""
    return session.scalars(select(TalentRequest).where(TalentRequest.id == number, not_removed(TalentRequest))).one()


def my_offer(asked: TalentRequest, person: Person) -> TalentOffer | None:
    """The part of this person in a request: asked, or stepped forward."""
    return session.scalars(
        select(TalentOffer)
        .where(TalentOffer.request_id == asked.id, TalentOffer.person_id == person.id, not_removed(TalentOffer))
        .order_by(TalentOffer.id.desc())
        .limit(1)
    ).first()


def works_on(person: Person, opgave_id: int) -> bool:
    """Whether this person works on the opgave, so that nobody has to say yes to them."""
    role = select(Membership.role).where(Membership.opgave_id == opgave_id, Membership.person_id == person.id)
    return session.scalar(role) in WORKS


def requests_everywhere(person: Person, on: date, words: str = "") -> list[RequestForReader]:
    """Every open request of all opgaven, what fits this person's talents first, then the newest."""
    said = [talent.text for talent in talents_of(person)]
    found = [
        RequestForReader(
            request,
            mine,
            fits=any(in_common(request.words, text) for text in said),
            may_read=_may_read(person, role),
            works=role in WORKS,
        )
        for request, role, mine in session.execute(_open(person, on))
        if not words or holds_all(words, f"{request.words} {request.more} {request.opgave.short_name}")
    ]
    return sorted(found, key=lambda request: not request.fits)


def _open(person: Person, on: date) -> Select[TalentRequest, Role, TalentOffer]:
    mine = and_(
        TalentOffer.request_id == TalentRequest.id, TalentOffer.person_id == person.id, not_removed(TalentOffer)
    )
    return (
        select(TalentRequest, Membership.role, TalentOffer)
        .join(TalentRequest.opgave)
        .outerjoin(TalentRequest.card)
        .outerjoin(Membership, _of(person))
        .outerjoin(TalentOffer, mine)
        .where(open_now(on))
        .order_by(TalentRequest.asked_on.desc(), TalentRequest.id.desc())
        .options(contains_eager(TalentRequest.opgave), contains_eager(TalentRequest.card))
        .options(joinedload(TalentOffer.asked_by))
        .limit(SHOWN)
    )


def _of(person: Person) -> ColumnElement[bool]:
    return and_(Membership.opgave_id == TalentRequest.opgave_id, Membership.person_id == person.id)


def offers_for(person: Person, on: date, most: int) -> Sequence[OfferForReader]:
    """What waits for an answer of this person, and then what they heard this week."""
    rows = session.execute(
        select(TalentOffer, Membership.role)
        .join(TalentOffer.request)
        .join(TalentRequest.opgave)
        .outerjoin(TalentRequest.card)
        .outerjoin(Membership, _of(person))
        .where(not_removed(TalentOffer), not_removed(TalentRequest))
        .where(or_(_waits_for(person, on), _is_news_for(person, on)))
        .order_by(TalentOffer.agreed.is_not(None), TalentOffer.noted_at, TalentOffer.id)
        .options(
            contains_eager(TalentOffer.request).options(
                contains_eager(TalentRequest.opgave), contains_eager(TalentRequest.card)
            ),
            joinedload(TalentOffer.person),
            joinedload(TalentOffer.asked_by),
        )
        .limit(most)
    )
    return [OfferForReader(offer, may_read=_may_read(person, role)) for offer, role in rows]


def _may_read(person: Person, role: Role | None) -> bool:
    return role is not None or person.org_role is not None


def _waits_for(person: Person, on: date) -> ColumnElement[bool]:
    """A colleague asked this person; or somebody stepped forward for their card, or for the opgave they lead."""
    asked_of_me = and_(TalentOffer.person_id == person.id, TalentOffer.asked_by_id.is_not(None))
    is_mine_to_answer = or_(Membership.role == Role.LEAD, Card.owner_id == person.id)
    stepped_forward = and_(TalentOffer.asked_by_id.is_(None), TalentOffer.person_id != person.id)
    to_my_team = and_(stepped_forward, Membership.role.in_(WORKS), is_mine_to_answer)
    return and_(TalentOffer.agreed.is_(None), open_now(on), or_(asked_of_me, to_my_team))


def _is_news_for(person: Person, on: date) -> ColumnElement[bool]:
    """What the team answered to this person, or somebody whom this person asked."""
    i_offered = and_(TalentOffer.person_id == person.id, TalentOffer.asked_by_id.is_(None))
    return and_(TalentOffer.agreed_on > on - NEWS, or_(i_offered, TalentOffer.asked_by_id == person.id))


def waiting_offers(person: Person, opgave: Opgave | None) -> Sequence[TalentOffer]:
    """The offers of this person that wait for an answer: of one opgave, or all."""
    waiting = select(TalentOffer).where(TalentOffer.person_id == person.id, TalentOffer.agreed.is_(None))
    if opgave is not None:
        waiting = waiting.where(TalentOffer.opgave_id == opgave.id)
    return session.scalars(waiting.where(not_removed(TalentOffer))).all()

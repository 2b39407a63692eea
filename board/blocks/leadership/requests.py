"""What teams ask, in queries: open on an opgave or a card, waiting for a leader, answered for who asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, Subquery, and_, case, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import Answer, SupportRequest
from board.blocks.protocol import Place, Waiting
from board.core.cards import Card
from board.core.noted import there
from board.core.opgaven import Membership, Opgave
from board.core.people import Person, Role
from board.db import limits, session

FRESH = timedelta(days=7)
SHOWN_TODAY = 4
ANSWERED_SHOWN = 10
RULES_SHOWN = 50

OPEN = and_(there(SupportRequest), or_(SupportRequest.answer.is_(None), SupportRequest.answer == Answer.NOT_KNOWN))
# On a card of the board: what it asks for, the oldest open request of it.
ASKED_ON_CARD = (
    select(SupportRequest.kind)
    .where(SupportRequest.card_id == Card.id, OPEN)
    .order_by(SupportRequest.asked_on, SupportRequest.id)
    .limit(1)
    .correlate(Card)
    .scalar_subquery()
)


@dataclass(frozen=True)
class Asked:
    """One request on Vandaag: it waits for my answer, or it is mine and was answered."""

    request: SupportRequest
    is_mine: bool


@dataclass(frozen=True)
class RuleCount:
    """A rule, and how often it stood in the way: here, and on all opgaven. Never of whom."""

    rule: str
    here: int
    everywhere: int


def _requests() -> Select[SupportRequest]:
    who = (joinedload(SupportRequest.asked_by), joinedload(SupportRequest.answered_by))
    return select(SupportRequest).where(there(SupportRequest)).options(*who, joinedload(SupportRequest.card))


def open_requests(opgave: Opgave) -> Sequence[SupportRequest]:
    """What has neither a yes nor a no yet, the oldest first."""
    found = _requests().where(SupportRequest.opgave_id == opgave.id, OPEN)
    return session.scalars(found.order_by(SupportRequest.asked_on, SupportRequest.id)).all()


def answered_requests(opgave: Opgave, everything: bool = False) -> Sequence[SupportRequest]:
    """What has a yes or a no, the newest first; the last ten unless `everything`."""
    found = _requests().where(SupportRequest.opgave_id == opgave.id, SupportRequest.answer.in_([Answer.YES, Answer.NO]))
    found = found.order_by(SupportRequest.answered_on.desc(), SupportRequest.id.desc())
    return session.scalars(found if everything else found.limit(ANSWERED_SHOWN + 1)).all()


def requests_of(card: Card) -> Sequence[SupportRequest]:
    """What was asked from this card, the newest first."""
    found = _requests().where(SupportRequest.card_id == card.id)
    return session.scalars(found.order_by(SupportRequest.asked_on.desc(), SupportRequest.id.desc())).all()


def known_rules() -> Sequence[str]:
    """Rules that stood in the way before, so that the next one is written the same way."""
    count = _counted(None)
    found = select(SupportRequest.rule).join(count, count.c.first == SupportRequest.id)
    return session.scalars(found.order_by(count.c.everywhere.desc(), SupportRequest.id).limit(RULES_SHOWN)).all()


def rules_in_the_way(opgave: Opgave) -> list[RuleCount]:
    """Every rule that stood in the way here, counted without names, the one that did most often first."""
    count = _counted(opgave)
    found = session.execute(
        select(SupportRequest.rule, count.c.here, count.c.everywhere)
        .join(count, count.c.first == SupportRequest.id)
        .where(count.c.here > 0)
        .order_by(count.c.here.desc(), count.c.everywhere.desc(), SupportRequest.id)
    )
    return [RuleCount(rule, here, everywhere) for rule, here, everywhere in found]


def _counted(opgave: Opgave | None) -> Subquery:
    """By rule: the request that named it first, how often it was named here, and everywhere."""
    here = case((SupportRequest.opgave_id == (opgave.id if opgave else None), 1), else_=0)
    return (
        select(
            func.min(SupportRequest.id).label("first"),
            func.sum(here).label("here"),
            func.count().label("everywhere"),
        )
        .where(there(SupportRequest), SupportRequest.rule_key != "")
        .group_by(SupportRequest.rule_key)
        .subquery()
    )


def waits(person: Person, today: date) -> Sequence[Waiting]:
    """For who leads: what waits for an answer. For who asked: what was answered this past week."""
    for_me = [Asked(request, is_mine=False) for request in session.scalars(_to_answer(person, today))]
    answered = [Asked(request, is_mine=True) for request in session.scalars(_answered(person, today))]
    return (Waiting(Place.ASKED, [*answered[:2], *for_me][:SHOWN_TODAY]),) if for_me or answered else ()


def _to_answer(person: Person, today: date) -> Select[SupportRequest]:
    """What nobody answered, and what was left at “dat weet ik nog niet” for too long; not what I ask myself."""
    long_ago = today - timedelta(weeks=limits().answer_weeks)
    left = and_(SupportRequest.answer == Answer.NOT_KNOWN, SupportRequest.first_answered_on < long_ago)
    return (
        _mine(person, Role.LEAD, Role.SPONSOR)
        .where(or_(SupportRequest.answer.is_(None), left))
        .where(or_(SupportRequest.asked_by_id.is_(None), SupportRequest.asked_by_id != person.id))
        .order_by(SupportRequest.asked_on, SupportRequest.id)
        .limit(SHOWN_TODAY)
    )


def _answered(person: Person, today: date) -> Select[SupportRequest]:
    since = today - FRESH
    return (
        _mine(person, *Role)
        .where(SupportRequest.asked_by_id == person.id, SupportRequest.answer.is_not(None))
        .where(or_(SupportRequest.first_answered_on >= since, SupportRequest.answered_on >= since))
        .order_by(func.coalesce(SupportRequest.answered_on, SupportRequest.first_answered_on).desc(), SupportRequest.id)
        .limit(SHOWN_TODAY)
    )


def _mine(person: Person, *roles: Role) -> Select[SupportRequest]:
    """The requests of the opgaven on which this person has one of these roles."""
    on_team = and_(Membership.opgave_id == SupportRequest.opgave_id, Membership.person_id == person.id)
    return (
        _requests()
        .options(joinedload(SupportRequest.opgave))
        .join(Membership, on_team)
        .where(Membership.role.in_(roles))
    )

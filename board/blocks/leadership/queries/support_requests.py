"""What teams ask, in queries: open on an opgave or a card, waiting for a leader, answered for who asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, Subquery, and_, case, func, or_, select, true
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import LeaderAnswer, SupportRequest
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Person, Role
from board.db import limits, session

FRESH = timedelta(days=7)
SHOWN_TODAY = 4
ANSWERED_SHOWN = 10
RULES_SHOWN = 50

OPEN = and_(
    not_removed(SupportRequest), or_(SupportRequest.answer.is_(None), SupportRequest.answer == LeaderAnswer.NOT_KNOWN)
)
# Of a card that is done or stopped: nobody needs it any more, and it stays to be read.
OVER = SupportRequest.card.has(Card.state.in_(CLOSED))
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
class RuleCount:
    """A rule, and how often it stood in the way: here, and on all opgaven. Never of whom."""

    rule: str
    here: int
    everywhere: int


def _requests() -> Select[SupportRequest]:
    who = (joinedload(SupportRequest.asked_by), joinedload(SupportRequest.answered_by))
    return select(SupportRequest).where(not_removed(SupportRequest)).options(*who, joinedload(SupportRequest.card))


def open_requests(opgave: Opgave) -> Sequence[SupportRequest]:
    """What has neither a yes nor a no yet and is still needed, the oldest first."""
    found = _requests().where(SupportRequest.opgave_id == opgave.id, OPEN, ~OVER)
    return session.scalars(found.order_by(SupportRequest.asked_on, SupportRequest.id)).all()


def count_open_requests(opgaven: Collection[int]) -> dict[int, int]:
    """How many requests each team still waits on."""
    count = select(SupportRequest.opgave_id, func.count()).where(SupportRequest.opgave_id.in_(opgaven), OPEN, ~OVER)
    return dict(session.execute(count.group_by(SupportRequest.opgave_id)).all())


def answered_requests(opgave: Opgave, everything: bool = False) -> Sequence[SupportRequest]:
    """What has a yes or a no, or is not needed any more, the newest first; the last ten unless `everything`."""
    answered = SupportRequest.answer.in_([LeaderAnswer.YES, LeaderAnswer.NO])
    found = _requests().where(SupportRequest.opgave_id == opgave.id, or_(answered, OVER))
    last = func.coalesce(SupportRequest.answered_on, SupportRequest.first_answered_on, SupportRequest.asked_on)
    found = found.order_by(last.desc(), SupportRequest.id.desc())
    return session.scalars(found if everything else found.limit(ANSWERED_SHOWN + 1)).all()


def requests_of(card: Card) -> Sequence[SupportRequest]:
    """What was asked from this card, the newest first."""
    found = _requests().where(SupportRequest.card_id == card.id)
    return session.scalars(found.order_by(SupportRequest.asked_on.desc(), SupportRequest.id.desc())).all()


def known_rules(person: Person) -> Sequence[str]:
    """Rules that stood in the way before, so that the next one is written the same way.

    Only of opgaven that this person may read, in the words that stand there; and what two opgaven named, for then
    the words say nothing of one of them.
    """
    role = and_(Membership.opgave_id == SupportRequest.opgave_id, Membership.person_id == person.id)
    read = case((true() if person.org_role is not None else Membership.id.is_not(None), SupportRequest.id))
    first = func.coalesce(func.min(read), func.min(SupportRequest.id)).label("first")
    opgaven = func.count(SupportRequest.opgave_id.distinct())
    count = (
        select(first, func.count().label("everywhere"))
        .outerjoin(Membership, role)
        .where(not_removed(SupportRequest), SupportRequest.rule_key != "")
        .group_by(SupportRequest.rule_key)
        .having(or_(func.min(read).is_not(None), opgaven > 1))
        .subquery()
    )
    found = select(SupportRequest.rule).join(count, count.c.first == SupportRequest.id)
    return session.scalars(found.order_by(count.c.everywhere.desc(), SupportRequest.id).limit(RULES_SHOWN)).all()


def rules_in_the_way(opgave: Opgave) -> list[RuleCount]:
    """Every rule that stood in the way here, in our own first words; the one that did most often first.

    Counted without names, here and over all opgaven.
    """
    count = _counted(opgave)
    found = session.execute(
        select(SupportRequest.rule, count.c.here, count.c.everywhere)
        .join(count, count.c.first == SupportRequest.id)
        .order_by(count.c.here.desc(), count.c.everywhere.desc(), SupportRequest.id)
    )
    return [RuleCount(rule, ours, everywhere) for rule, ours, everywhere in found]


def _counted(opgave: Opgave) -> Subquery:
    """By rule: our request that named it first (None for a rule of others), how often it was here, and everywhere."""
    ours = case((SupportRequest.opgave_id == opgave.id, SupportRequest.id))
    return (
        select(
            func.min(ours).label("first"),
            func.count(ours).label("here"),
            func.count().label("everywhere"),
        )
        .where(not_removed(SupportRequest), SupportRequest.rule_key != "")
        .group_by(SupportRequest.rule_key)
        .subquery()
    )


def to_answer(person: Person, today: date) -> Sequence[SupportRequest]:
    """For who leads or sponsors: what nobody answered, and what was left at “dat weet ik nog niet” for too long.

    Not what I ask myself, and not what a card asked that is done or stopped.
    """
    long_ago = today - timedelta(weeks=limits().answer_weeks)
    left = and_(SupportRequest.answer == LeaderAnswer.NOT_KNOWN, SupportRequest.first_answered_on < long_ago)
    return session.scalars(
        _mine(person, Role.LEAD, Role.SPONSOR)
        .where(or_(SupportRequest.answer.is_(None), left), ~OVER)
        .where(or_(SupportRequest.asked_by_id.is_(None), SupportRequest.asked_by_id != person.id))
        .order_by(SupportRequest.asked_on, SupportRequest.id)
        .limit(SHOWN_TODAY)
    ).all()


def answered_for(person: Person, today: date) -> Sequence[SupportRequest]:
    """For who asked: what was answered this past week, the newest first."""
    since = today - FRESH
    return session.scalars(
        _mine(person, *Role)
        .where(SupportRequest.asked_by_id == person.id, SupportRequest.answer.is_not(None))
        .where(or_(SupportRequest.first_answered_on >= since, SupportRequest.answered_on >= since))
        .order_by(func.coalesce(SupportRequest.answered_on, SupportRequest.first_answered_on).desc(), SupportRequest.id)
        .limit(SHOWN_TODAY)
    ).all()


def _mine(person: Person, *roles: Role) -> Select[SupportRequest]:
    """The requests of the opgaven on which this person has one of these roles."""
    on_team = and_(Membership.opgave_id == SupportRequest.opgave_id, Membership.person_id == person.id)
    return (
        _requests()
        .options(joinedload(SupportRequest.opgave))
        .join(Membership, on_team)
        .where(Membership.role.in_(roles))
    )


def requests_answered_since(opgave: Opgave, since: date) -> Sequence[SupportRequest]:
    """What got a first word since that day, the newest first."""
    heard = select(SupportRequest).where(
        SupportRequest.opgave_id == opgave.id, SupportRequest.first_answered_on >= since, not_removed(SupportRequest)
    )
    return session.scalars(heard.order_by(SupportRequest.first_answered_on.desc(), SupportRequest.id)).all()

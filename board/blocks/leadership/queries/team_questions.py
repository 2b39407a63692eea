"""What who looks along says to a team: a word of thanks on a result, and one question at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload

from board.blocks.contract import Place, Waiting
from board.blocks.leadership.models import TeamQuestion, Thanks
from board.blocks.leadership.queries import support_requests
from board.core.opgaven.cards import Card
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Membership, Opgave, hold
from board.core.people.people import WORKS, Person
from board.db import session

FRESH = support_requests.FRESH


@dataclass(frozen=True)
class Along:
    """One line on Vandaag of the team: a question, or thanks."""

    question: TeamQuestion | None = None
    thanks: Thanks | None = None


def thanks_of(card: Card) -> Sequence[Thanks]:
    """Every word of thanks on the result of this card, the newest first."""
    query = select(Thanks).where(Thanks.card_id == card.id, there(Thanks)).options(joinedload(Thanks.person))
    return session.scalars(query.order_by(Thanks.id.desc())).all()


def was_thanked(card: Card, by: Person, words: str) -> bool:
    """Whether this person said exactly this already."""
    said = select(Thanks.id).where(Thanks.card_id == card.id, Thanks.person_id == by.id, Thanks.text == words)
    return session.scalar(said.where(there(Thanks)).limit(1)) is not None


def questions(opgave: Opgave) -> Sequence[TeamQuestion]:
    """What a team was asked: what is open first, then the newest."""
    who = (joinedload(TeamQuestion.person), joinedload(TeamQuestion.answered_by))
    query = select(TeamQuestion).where(TeamQuestion.opgave_id == opgave.id, there(TeamQuestion)).options(*who)
    return session.scalars(query.order_by(TeamQuestion.answered_on.is_not(None), TeamQuestion.id.desc())).all()


def open_question(opgave: Opgave) -> TeamQuestion | None:
    """The question that waits, for who is about to ask one: two at once take turns."""
    hold(opgave.id)
    return waiting_question(opgave)


def waiting_question(opgave: Opgave) -> TeamQuestion | None:
    """The question that waits; a team is asked one at a time."""
    query = select(TeamQuestion).where(TeamQuestion.opgave_id == opgave.id, there(TeamQuestion))
    return session.scalar(query.where(TeamQuestion.answered_on.is_(None)).limit(1))


def waits(person: Person, on: date) -> Sequence[Waiting]:
    """For who works on an opgave: the question that lies there, and who thanked them this week. And all requests."""
    mine = and_(Membership.person_id == person.id, Membership.role.in_(WORKS))
    asked = (
        select(TeamQuestion)
        .join(Membership, and_(Membership.opgave_id == TeamQuestion.opgave_id, mine))
        .where(there(TeamQuestion), TeamQuestion.answered_on.is_(None))
        .options(joinedload(TeamQuestion.opgave), joinedload(TeamQuestion.person))
        .order_by(TeamQuestion.id)
        .limit(2)
    )
    thanked = (
        select(Thanks)
        .join(Membership, and_(Membership.opgave_id == Thanks.opgave_id, mine))
        .where(there(Thanks), Thanks.given_on >= on - FRESH)
        .options(joinedload(Thanks.opgave), joinedload(Thanks.person), joinedload(Thanks.card))
        .order_by(Thanks.id.desc())
        .limit(1)
    )
    told = [Along(question=one) for one in session.scalars(asked)] + [
        Along(thanks=one) for one in session.scalars(thanked)
    ]
    return (*([Waiting(Place.ASKED, told)] if told else []), *support_requests.waits(person, on))

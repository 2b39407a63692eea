"""The one question at a time that a manager or sponsor asks a team."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import TeamQuestion
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave, hold
from board.core.people.people import WORKS, Person
from board.db import session


def questions(opgave: Opgave) -> Sequence[TeamQuestion]:
    """What a team was asked: what is open first, then the newest."""
    who = (joinedload(TeamQuestion.person), joinedload(TeamQuestion.answered_by))
    query = select(TeamQuestion).where(TeamQuestion.opgave_id == opgave.id, not_removed(TeamQuestion)).options(*who)
    return session.scalars(query.order_by(TeamQuestion.answered_on.is_not(None), TeamQuestion.id.desc())).all()


def open_question(opgave: Opgave) -> TeamQuestion | None:
    """The question that waits, for who is about to ask one: two at once take turns."""
    hold(opgave.id)
    return waiting_question(opgave)


def waiting_question(opgave: Opgave) -> TeamQuestion | None:
    """The question that waits; a team is asked one at a time."""
    query = select(TeamQuestion).where(TeamQuestion.opgave_id == opgave.id, not_removed(TeamQuestion))
    return session.scalar(query.where(TeamQuestion.answered_on.is_(None)).limit(1))


def open_questions_for(person: Person) -> Sequence[TeamQuestion]:
    """The questions that lie with the teams in which this person works, the oldest first; two at most."""
    mine = and_(Membership.person_id == person.id, Membership.role.in_(WORKS))
    return session.scalars(
        select(TeamQuestion)
        .join(Membership, and_(Membership.opgave_id == TeamQuestion.opgave_id, mine))
        .where(not_removed(TeamQuestion), TeamQuestion.answered_on.is_(None))
        .options(joinedload(TeamQuestion.opgave), joinedload(TeamQuestion.person))
        .order_by(TeamQuestion.id)
        .limit(2)
    ).all()

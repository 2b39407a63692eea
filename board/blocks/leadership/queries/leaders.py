"""What the fourth block knows: who leads, what they said, and what the team asks of them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.contract import LivingAnswer, Progress
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion, OwnSentence, SupportRequest
from board.blocks.leadership.queries.roles_in_the_past import roles_on
from board.blocks.leadership.rules import Facts, judge
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.noted import end_of, new_in, there, there_on
from board.core.opgaven.opgaven import Membership, Opgave, by_role
from board.core.people.people import Person, Role
from board.core.record.weeks import Week
from board.db import limits, session


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The faces of who leads, the leads first; with them, in the same query, since when a request waits."""
    rows = session.execute(
        select(Membership, select(func.min(SupportRequest.asked_on)).where(_waits([opgave.id], on)).scalar_subquery())
        .where(Membership.opgave_id == opgave.id, Membership.role.in_([Role.LEAD, Role.SPONSOR]))
        .options(joinedload(Membership.person, innerjoin=True))
    ).all()
    roles = {membership.role for membership, _since in rows}
    return LivingAnswer(
        by_role(membership for membership, _since in rows), _judge(roles, rows[0][1] if rows else None, on)
    )


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """Who stood for each on that day, and what the team asked by then and had heard nothing on."""
    waits = select(SupportRequest.opgave_id, func.min(SupportRequest.asked_on)).where(_waits(opgaven, on))
    since: dict[int, date] = dict(session.execute(waits.group_by(SupportRequest.opgave_id)).all())
    roles = roles_on(opgaven, on)
    return {number: _judge(roles.get(number, frozenset()), since.get(number), on) for number in opgaven}


def news(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """What leaders told, decided, said not to know, and answered for the first time."""
    told = (LeaderNote.noted_at, Decision.decided_on, OpenQuestion.asked_on, SupportRequest.first_answered_on)
    return new_in(opgaven, week, *told)


def _judge(roles: set[Role] | frozenset[Role], since: date | None, on: date) -> Progress:
    return judge(Facts(Role.LEAD in roles, Role.SPONSOR in roles, since), on, limits().answer_weeks)


def _waits(opgaven: Collection[int], on: date) -> ColumnElement[bool]:
    """Requests that nobody had said anything on, at the end of that day; see `rules` for cards that were closed."""
    unheard = or_(SupportRequest.first_answered_on.is_(None), SupportRequest.first_answered_on > on)
    over = SupportRequest.card.has(and_(Card.state.in_(CLOSED), Card.state_since < end_of(on)))
    asked = and_(SupportRequest.opgave_id.in_(opgaven), SupportRequest.asked_on <= on, there_on(SupportRequest, on))
    return and_(asked, unheard, ~over)


def own_sentences(opgave: Opgave) -> dict[int, OwnSentence]:
    """“Dit raakt mij omdat…”, by person."""
    found = session.scalars(select(OwnSentence).where(OwnSentence.opgave_id == opgave.id, there(OwnSentence)))
    return {sentence.person_id: sentence for sentence in found}


def own_sentence(opgave: Opgave, person: Person) -> OwnSentence | None:
    """What this person said of why it touches them."""
    mine = select(OwnSentence).where(OwnSentence.opgave_id == opgave.id, OwnSentence.person_id == person.id)
    return session.scalar(mine.where(there(OwnSentence)).order_by(OwnSentence.id.desc()).limit(1))


def notes(opgave: Opgave) -> Sequence[LeaderNote]:
    """What the leaders wrote to the team, the newest first."""
    return session.scalars(
        select(LeaderNote)
        .where(LeaderNote.opgave_id == opgave.id, there(LeaderNote))
        .order_by(LeaderNote.noted_at.desc(), LeaderNote.id.desc())
        .options(joinedload(LeaderNote.person))
    ).all()


def decisions(opgave: Opgave) -> Sequence[Decision]:
    """What was decided, the newest first."""
    return session.scalars(
        select(Decision)
        .where(Decision.opgave_id == opgave.id, there(Decision))
        .order_by(Decision.decided_on.desc(), Decision.id.desc())
        .options(joinedload(Decision.person))
    ).all()


def open_questions(opgave: Opgave) -> Sequence[OpenQuestion]:
    """What the leaders said not to know: what is still open first, the oldest of it in front."""
    return session.scalars(
        select(OpenQuestion)
        .where(OpenQuestion.opgave_id == opgave.id, there(OpenQuestion))
        .order_by(OpenQuestion.answered_on.is_not(None), OpenQuestion.asked_on, OpenQuestion.id)
        .options(joinedload(OpenQuestion.person))
    ).all()

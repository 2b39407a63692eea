"""Lessons of finished and stopped cards over all opgaven, found by the situation they fit, and put to use."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import contains_eager, joinedload

from board.blocks.talents.models import LessonUse
from board.blocks.talents.queries.lesson_search import match_lessons
from board.blocks.talents.queries.matching import in_common
from board.core.opgaven.cards import CLOSED, OPEN, Card
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.people.people import WORKS, Person, Role
from board.db import session

PAGE = 30
# Among so many of the newest a card looks for lessons that fit it.
LOOKED_THROUGH = 1000
NEWEST = (Lesson.learned_on.desc(), Lesson.id.desc())


@dataclass
class LessonWithCard:
    """A lesson with the card that taught it. `may_read`: whether the reader may open that card."""

    lesson: Lesson
    card: Card
    may_read: bool
    uses: list[LessonUse] = field(default_factory=list)


@dataclass(frozen=True)
class LessonList:
    """One page of lessons, and whether there are more. `partly`: none has all the words, these have some of them."""

    lessons: list[LessonWithCard]
    more: bool
    partly: bool = False


def lessons(person: Person, words: str = "", slug: str = "", page: int = 1) -> LessonList:
    """What teams learned, the newest first; with `words` only what has all of those, in any form.

    When no lesson has them all, those that have some of them, the most first.
    """
    query, partly = _learned(person), False
    if words:
        looked = match_lessons(person, words)
        query, partly = query.where(Lesson.id.in_(looked.numbers)).order_by(looked.best_first), looked.partly
    if slug:
        # What came in an address may hold a NUL, and PostgreSQL refuses to look for one.
        query = query.where(Opgave.slug == slug.replace("\x00", ""))
    query = query.order_by(*NEWEST).offset((page - 1) * PAGE).limit(PAGE + 1)
    found = _with_uses(query, person)
    return LessonList(found[:PAGE], len(found) > PAGE, partly)


def get_lesson(person: Person, number: int) -> LessonWithCard:
    """This lesson (NoResultFound when it was removed, or its card is at work again)."""
    found = _with_uses(_learned(person).where(Lesson.id == number), person)
    if not found:
        raise NoResultFound
    return found[0]


def fitting(card: Card, words: str, most: int = 3) -> list[Lesson]:
    """Some lessons of other cards that share words with this one, the best first."""
    rows = session.execute(
        select(Lesson.id, Lesson.text, Lesson.situation)
        .join(Card, Card.lesson_id == Lesson.id)
        .where(_is_a_lesson(), Card.id != card.id)
        .order_by(*NEWEST)
        .limit(LOOKED_THROUGH)
    )
    fits = [(len(in_common(words, f"{situation} {text}")), number) for number, text, situation in rows]
    best = [number for much, number in sorted(fits, key=lambda pair: -pair[0]) if much][:most]
    query = select(Lesson).join(Lesson.opgave).options(contains_eager(Lesson.opgave)).where(Lesson.id.in_(best))
    return sorted(session.scalars(query), key=lambda lesson: best.index(lesson.id))


def get_lesson_with_card(opgave: Opgave, number: int) -> tuple[Lesson, Card]:
    """This lesson of this opgave, with its card (NoResultFound otherwise)."""
    query = select(Lesson, Card).join(Card, Card.lesson_id == Lesson.id)
    query = query.where(_is_a_lesson(), Lesson.opgave_id == opgave.id, Lesson.id == number)
    found = session.execute(query).one()
    return found[0], found[1]


def opgaven_that_learned() -> Sequence[tuple[str, str]]:
    """The opgaven that have a lesson: [(slug, short name)]."""
    has_one = select(Lesson.id).join(Card, Card.lesson_id == Lesson.id).where(_is_a_lesson())
    query = select(Opgave.slug, Opgave.short_name).where(has_one.where(Lesson.opgave_id == Opgave.id).exists())
    return [(slug, name) for slug, name in session.execute(query.order_by(Opgave.short_name))]


def my_teams(person: Person) -> Sequence[Opgave]:
    """The opgaven on which this person works, by name."""
    query = select(Opgave).join(Membership, Membership.opgave_id == Opgave.id)
    works = and_(Membership.person_id == person.id, Membership.role.in_(WORKS))
    return session.scalars(query.where(works).order_by(Opgave.short_name)).all()


def may_read(person: Person) -> set[int]:
    """The opgaven whose cards this person may open."""
    if person.org_role is not None:
        return set(session.scalars(select(Opgave.id)))
    return set(session.scalars(select(Membership.opgave_id).where(Membership.person_id == person.id)))


def cards_in_hand(opgaven: Sequence[Opgave]) -> Sequence[Card]:
    """The open cards on which somebody may have used a lesson, the newest first."""
    of_mine = Card.opgave_id.in_([opgave.id for opgave in opgaven])
    still_open = Card.state.in_(OPEN)
    return session.scalars(select(Card).where(of_mine, still_open).order_by(Card.changed_at.desc()).limit(100)).all()


def lock_lesson(number: int) -> None:
    """Who looks whether a lesson was used and then says so, waits for who does that at this moment."""
    session.execute(select(Lesson.id).where(Lesson.id == number).with_for_update())


def get_use(opgave: Opgave, lesson_id: int, card: Card | None) -> LessonUse | None:
    """Whether this opgave said before that it used this lesson on this card."""
    query = select(LessonUse).where(LessonUse.lesson_id == lesson_id, LessonUse.opgave_id == opgave.id)
    same_card = LessonUse.card_id.is_(None) if card is None else LessonUse.card_id == card.id
    return session.scalars(query.where(not_removed(LessonUse), same_card).limit(1)).first()


def uses_of_lessons(opgave: Opgave, most: int = 10) -> Sequence[LessonUse]:
    """What other teams did with the lessons of this one, the newest first."""
    return session.scalars(
        select(LessonUse)
        .join(LessonUse.lesson)
        .join(Card, Card.lesson_id == Lesson.id)
        .where(Lesson.opgave_id == opgave.id, not_removed(LessonUse), _is_a_lesson())
        .order_by(LessonUse.used_on.desc(), LessonUse.id.desc())
        .options(contains_eager(LessonUse.lesson), joinedload(LessonUse.opgave))
        .limit(most)
    ).all()


def _is_a_lesson() -> Any:
    """Of a finished or stopped card. What was withdrawn from citizens is not shown around inside either."""
    kept = or_(
        Card.result_id.is_(None), Card.result_id.not_in(select(Result.id).where(Result.withdrawn_at.is_not(None)))
    )
    return and_(not_removed(Lesson), Card.state.in_(CLOSED), kept)


def _learned(person: Person) -> Select[Lesson, Card, Role]:
    mine = and_(Membership.opgave_id == Lesson.opgave_id, Membership.person_id == person.id)
    return (
        select(Lesson, Card, Membership.role)
        .join(Card, Card.lesson_id == Lesson.id)
        .join(Lesson.opgave)
        .outerjoin(Membership, mine)
        .where(_is_a_lesson())
        .options(contains_eager(Lesson.opgave))
    )


def _with_uses(query: Select[Lesson, Card, Role], person: Person) -> list[LessonWithCard]:
    sees_all = person.org_role is not None
    found = {
        lesson.id: LessonWithCard(lesson, card, may_read=sees_all or role is not None)
        for lesson, card, role in session.execute(query)
    }
    uses = session.scalars(
        select(LessonUse)
        .where(LessonUse.lesson_id.in_(found), not_removed(LessonUse))
        .order_by(LessonUse.used_on, LessonUse.id)
        .options(joinedload(LessonUse.opgave), joinedload(LessonUse.card))
    )
    for use in uses:
        found[use.lesson_id].uses.append(use)
    return list(found.values())


def learned_since(opgave: Opgave, since: date) -> Sequence[Lesson]:
    """The lessons of this opgave since that day, in the order in which they came."""
    learned = select(Lesson).where(Lesson.opgave_id == opgave.id, Lesson.learned_on >= since, not_removed(Lesson))
    return session.scalars(learned.order_by(Lesson.id)).all()


def used_elsewhere(opgave: Opgave, since: date) -> Sequence[LessonUse]:
    """How often another team used a lesson of this one since that day, the newest first. One query."""
    used = (
        select(LessonUse)
        .join(Lesson, Lesson.id == LessonUse.lesson_id)
        .where(Lesson.opgave_id == opgave.id, LessonUse.opgave_id != opgave.id, LessonUse.used_on >= since)
        .where(not_removed(Lesson), not_removed(LessonUse))
        .order_by(LessonUse.used_on.desc(), LessonUse.id.desc())
        .options(joinedload(LessonUse.lesson), joinedload(LessonUse.opgave))
    )
    return session.scalars(used).all()

"""What the third block knows: the stack of results, week by week, and what is too big to become one soon."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.contract import LivingAnswer, Place, Progress, Waiting
from board.blocks.increments.rules import judge
from board.core.opgaven.cards import IN_HAND, OPEN, SMALL, Card, CardState
from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.weeks import Week, now
from board.core.reports.stack import Stack, stack
from board.db import limits, session

WEEKS_SHOWN = 12


@dataclass(frozen=True)
class LastBricks:
    """The last bricks that were laid, as a drawing asks for them, and how many lie there."""

    kinds: list[str]
    total: int
    noticed: int


@dataclass(frozen=True)
class StackWeek:
    """The bricks that one week added."""

    number: int
    kinds: list[str]

    @property
    def learned(self) -> int:
        return self.kinds.count("learned")


@dataclass(frozen=True)
class InHand:
    """How many cards somebody has in bezig on one opgave. Only they see it."""

    opgave: Opgave
    number: int


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """The last bricks of the stack."""
    pile, week = stack(opgave), Week.of(on)
    return LivingAnswer(LastBricks(pile.kinds(7, week), pile.total, pile.noticed), _judge(bricks_of(pile), week))


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """The stack of each as it was known at the end of that day: its newest week, and how much this week added."""
    week = Week.of(on)
    known = and_(Result.opgave_id == Opgave.id, Result.laid.is_(True), Result.told_at < end_of(on))
    newest = select(Result.week).where(known, Result.week <= week.code).order_by(Result.week.desc()).limit(1)
    added = select(func.count()).select_from(Result).where(known, Result.week == week.code)
    rows = session.execute(
        select(Opgave.id, newest.scalar_subquery(), added.scalar_subquery()).where(Opgave.id.in_(opgaven))
    )
    return {number: _judge(_bricks(last, week, this_week), week) for number, last, this_week in rows}


def news(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """The bricks that this week added."""
    rows = session.execute(
        select(Result.opgave_id, func.count())
        .where(Result.opgave_id.in_(opgaven), Result.laid.is_(True), Result.week == week.code)
        .where(Result.told_at < end_of(week.sunday))
        .group_by(Result.opgave_id)
    )
    return dict(rows.all())


def _bricks(last: int | None, week: Week, this_week: int) -> dict[Week, int]:
    """What the rule needs of a stack that may be years high: the newest week, and what lies in this one."""
    return {} if last is None else {Week.from_code(last): 1} | ({week: this_week} if this_week else {})


def _judge(bricks: dict[Week, int], week: Week) -> Progress:
    return judge(bricks, week, limits().silence_weeks)


def bricks_of(pile: Stack) -> dict[Week, int]:
    """How many bricks each week added, for weeks with one at least."""
    weeks = {Week.from_code(code) for code, _outcome in pile.bricks}
    return {week: pile.in_week(week) for week in weeks}


def growth(pile: Stack, until: Week) -> tuple[int, list[StackWeek]]:
    """How many bricks lay there before the last twelve weeks, and what each of those weeks added."""
    shown = [until.plus(step) for step in range(1 - WEEKS_SHOWN, 1)]
    weeks = [StackWeek(week.number, _kinds_of(pile, week)) for week in shown]
    before = sum(number for (code, _), number in pile.bricks.items() if code < shown[0].code)
    return before, weeks


def _kinds_of(pile: Stack, week: Week) -> list[str]:
    learned = pile.learned_in(week)
    return ["old"] * (pile.in_week(week) - learned) + ["learned"] * learned


def too_big(opgave: Opgave) -> Sequence[Card]:
    """Open cards that do not fit in two weeks, as `Card.is_too_big` says of one; what takes longest first."""
    long_in_hand = and_(Card.state == CardState.DOING, Card.state_since < now() - SMALL, IN_HAND)
    return session.scalars(
        select(Card)
        .where(Card.opgave_id == opgave.id, Card.state.in_(OPEN))
        .where(or_(long_in_hand, Card.week > Week.now().plus(2).code))
        .order_by(Card.state_since, Card.id)
        .options(joinedload(Card.owner))
    ).all()


def in_hand(person: Person) -> list[InHand]:
    """What one person has in bezig, per opgave, the most first."""
    number = func.count()
    found = session.execute(
        select(Opgave, number)
        .join(Card, Card.opgave_id == Opgave.id)
        .where(Card.owner_id == person.id, Card.state == CardState.DOING, IN_HAND)
        .group_by(Opgave.id)
        .order_by(number.desc(), Opgave.short_name)
    )
    return [InHand(opgave, many) for opgave, many in found]


def waits(person: Person, _on: date) -> Sequence[Waiting]:
    """A hint for who has more in hand than is good for them; said to nobody else, and it closes nothing."""
    held = in_hand(person)
    if sum(one.number for one in held) <= limits().doing_at_once:
        return ()
    return (Waiting(Place.HINT, [held]),)

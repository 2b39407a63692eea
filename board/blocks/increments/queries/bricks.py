"""The stack of results, week by week, and the cards that are too big to become a brick soon."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from board.core.opgaven.cards import IN_HAND, OPEN, SMALL, Card, CardState
from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.weeks import Week, now
from board.core.reports.stack import Stack
from board.db import session

WEEKS_SHOWN = 12


@dataclass(frozen=True)
class StackWeek:
    """The bricks that one week added."""

    number: int
    kinds: list[str]

    @property
    def learned(self) -> int:
        return self.kinds.count("learned")


@dataclass(frozen=True)
class CardsInHand:
    """How many cards somebody has in bezig on one opgave. Only they see it."""

    opgave: Opgave
    number: int


def _bricks(last: int | None, week: Week, this_week: int) -> dict[Week, int]:
    """What the rule needs of a stack that may be years high: the newest week, and what lies in this one."""
    return {} if last is None else {Week.from_code(last): 1} | ({week: this_week} if this_week else {})


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


def cards_in_hand(person: Person) -> list[CardsInHand]:
    """What one person has in bezig, per opgave, the most first."""
    number = func.count()
    found = session.execute(
        select(Opgave, number)
        .join(Card, Card.opgave_id == Opgave.id)
        .where(Card.owner_id == person.id, Card.state == CardState.DOING, IN_HAND)
        .group_by(Opgave.id)
        .order_by(number.desc(), Opgave.short_name)
    )
    return [CardsInHand(opgave, many) for opgave, many in found]


def bricks_on(opgaven: Collection[int], on: date) -> dict[int, dict[Week, int]]:
    """How many bricks weeks of each stack held, as it was known at the end of that day: {opgave: {week: bricks}}.

    Only what the rule needs of a stack that may be years high: its newest week, and the week of that day. One query.
    """
    week = Week.of(on)
    known = and_(Result.opgave_id == Opgave.id, Result.laid.is_(True), Result.told_at < end_of(on))
    newest = select(Result.week).where(known, Result.week <= week.code).order_by(Result.week.desc()).limit(1)
    added = select(func.count()).select_from(Result).where(known, Result.week == week.code)
    rows = session.execute(
        select(Opgave.id, newest.scalar_subquery(), added.scalar_subquery()).where(Opgave.id.in_(opgaven))
    )
    return {number: _bricks(last, week, this_week) for number, last, this_week in rows}


def count_in_week(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """How many bricks this week added to each stack."""
    rows = session.execute(
        select(Result.opgave_id, func.count())
        .where(Result.opgave_id.in_(opgaven), Result.laid.is_(True), Result.week == week.code)
        .where(Result.told_at < end_of(week.sunday))
        .group_by(Result.opgave_id)
    )
    return dict(rows.all())


def bricks_since(opgave: Opgave, since: date) -> Sequence[tuple[Result, int]]:
    """The bricks since that day with the number of their card; the last one before it, when there was none.

    The newest first. One query, or two.
    """
    laid = (
        select(Result, Card.id)
        .join(Card, Card.result_id == Result.id)
        .where(Result.opgave_id == opgave.id, Result.laid.is_(True))
        .order_by(Result.happened_on.desc(), Result.id.desc())
    )
    rows = session.execute(laid.where(Result.happened_on >= since)).all() or session.execute(laid.limit(1)).all()
    return [(result, card) for result, card in rows]

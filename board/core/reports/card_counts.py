"""Which cards of an opgave stand where: how many, and those cards themselves, asked in the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from board.core.opgaven.cards import OPEN, Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.record.weeks import Week
from board.db import session

SAYS = Card.citizen_result != ""
# A card that was opened again keeps what it told, and has no result that counts.
ITS_RESULT = and_(Result.id == Card.result_id, Card.state == CardState.DONE)


@dataclass(frozen=True)
class CardFilter:
    """The cards that somebody wants to see: everything that they may be narrowed by. What is None is not asked."""

    block: str | None = None
    states: Sequence[CardState] = (*OPEN, CardState.DONE)
    # The weeks in which the result came; a card without a result came in none.
    since: Week | None = None
    until: Week | None = None
    outcome: Outcome | None = None
    # Whether we know that inwoners noticed; whether the card says what they will notice.
    known: bool | None = None
    says: bool | None = None

    @property
    def where(self) -> list[ColumnElement[bool]]:
        """For a query that joins the result."""
        asked = [
            (self.block, Card.block == self.block),
            (self.since, Result.week >= self.since.code if self.since else None),
            (self.until, Result.week <= self.until.code if self.until else None),
            (self.outcome, Result.outcome == self.outcome),
            (self.known, Result.evidence_kind.is_not(None) if self.known else Result.evidence_kind.is_(None)),
            (self.says, SAYS if self.says else ~SAYS),
        ]
        narrow = [part for wanted, part in asked if wanted is not None and part is not None]
        return [Card.state.in_(self.states), *narrow]


class Listed(NamedTuple):
    """One card as a list shows it; `sentence`: of its result."""

    number: int
    block: str
    state: CardState
    action: str
    citizen_result: str
    sentence: str | None
    outcome: Outcome | None
    known: bool
    week: int | None


class Share(NamedTuple):
    """How many of how many."""

    part: int
    whole: int


def cards(opgave: Opgave, which: CardFilter, at_most: int | None = None) -> list[Listed]:
    """These cards: what was done last first, and what is open as it stands on the board."""
    columns = (Card.id, Card.block, Card.state, Card.action, Card.citizen_result, Result.sentence, Result.outcome)
    query = (
        select(*columns, Result.evidence_kind.is_not(None), Result.week)
        .outerjoin(Result, ITS_RESULT)
        .where(Card.opgave_id == opgave.id, *which.where)
        .order_by(Result.id.is_(None), Result.happened_on.desc(), Card.position, Card.id)
        .limit(at_most)
    )
    return [Listed(*row) for row in session.execute(query)]


def how_many(opgave: Opgave, which: CardFilter) -> int:
    """How many they are."""
    count = select(func.count()).select_from(Card).outerjoin(Result, ITS_RESULT)
    return session.scalar(count.where(Card.opgave_id == opgave.id, *which.where)) or 0


def by_block_and_state(opgave: Opgave, since: Week) -> Mapping[tuple[str, CardState], int]:
    """How many cards stand where: what is open now, and what was done since a week."""
    count = (
        select(Card.block, Card.state, func.count())
        .outerjoin(Result, ITS_RESULT)
        .where(Card.opgave_id == opgave.id, or_(Card.state.in_(OPEN), Result.week >= since.code))
        .group_by(Card.block, Card.state)
    )
    return {(block, state): many for block, state, many in session.execute(count)}


def known_by_week(opgave: Opgave, since: Week) -> Mapping[Week, Share]:
    """Of the results of each week since one: of how many we know that inwoners noticed."""
    count = (
        select(Result.week, func.count(Result.evidence_kind), func.count())
        .join(Card, ITS_RESULT)
        .where(Card.opgave_id == opgave.id, Result.week >= since.code)
        .group_by(Result.week)
    )
    return {Week.from_code(week): Share(known, many) for week, known, many in session.execute(count)}


def saying(opgave: Opgave) -> Share:
    """Of the open cards: how many say what an inwoner will notice."""
    count = select(func.count().filter(SAYS), func.count()).select_from(Card)
    return Share(*session.execute(count.where(Card.opgave_id == opgave.id, Card.state.in_(OPEN))).one())

"""The piles: which small results lie on which bigger one, and which lie loose."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Select, and_, false, select

from board.blocks.increments.models import BigResult, Piled
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.db import session

LOOSE_SHOWN = 40
Brick = tuple[int, Outcome]


@dataclass(frozen=True)
class Pile:
    """A bigger result with its bricks as a drawing asks for them, the oldest first; `public`: what inwoners read."""

    big: BigResult
    bricks: list[Brick] = field(default_factory=list)
    public: int = 0

    @property
    def reached_on(self) -> date | None:
        """Since when it is reached; not while inwoners can read nothing of it (any more)."""
        return self.big.reached_on if self.public else None

    @property
    def learned(self) -> int:
        return sum(outcome is Outcome.LEARNED for _week, outcome in self.bricks)


def piles(opgave: Opgave) -> list[Pile]:
    """Every bigger result with its pile; what is still to be reached first. Two queries."""
    found = session.scalars(
        select(BigResult)
        .where(BigResult.opgave_id == opgave.id, not_removed(BigResult))
        .order_by(BigResult.reached_on.is_not(None), BigResult.reached_on.desc(), BigResult.id)
    ).all()
    bricks: dict[int, list[Brick]] = defaultdict(list)
    public: dict[int, int] = defaultdict(int)
    for big_id, week, outcome, is_public in session.execute(_bricks(opgave)):
        bricks[big_id].append((week, outcome))
        public[big_id] += is_public
    found_piles = [Pile(big, bricks[big.id], public[big.id]) for big in found]
    return sorted(found_piles, key=lambda pile: pile.reached_on is not None)


def pile_of(big: BigResult) -> Pile:
    """One bigger result with its pile."""
    rows = session.execute(_bricks(big.opgave).where(Piled.big_result_id == big.id)).all()
    return Pile(big, [(week, outcome) for _, week, outcome, _ in rows], sum(row[3] for row in rows))


def _bricks(opgave: Opgave) -> Select[int, int, Outcome, bool]:
    # A published result of an internal opgave is read by nobody.
    read = and_(Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
    is_public = read if opgave.is_public else false()
    return (
        select(Piled.big_result_id, Result.week, Result.outcome, is_public)
        .join(Result, Result.id == Piled.result_id)
        .where(Piled.opgave_id == opgave.id, Result.laid.is_(True))
        .order_by(Result.week, Result.id)
    )


def _told() -> Select[Card, Result]:
    done = and_(Card.result_id == Result.id, Card.state == CardState.DONE)
    return select(Card, Result).join(Result, done).order_by(Result.happened_on.desc(), Result.id.desc())


def results_on_pile(big: BigResult) -> list[tuple[Card, Result]]:
    """The results on this pile with their cards, the newest first."""
    found = _told().join(Piled, Piled.result_id == Result.id).where(Piled.big_result_id == big.id)
    return [(card, result) for card, result in session.execute(found)]


def results_without_pile(opgave: Opgave) -> list[tuple[Card, Result]]:
    """The newest results that lie on no pile, with their cards."""
    piled = select(Piled.result_id).join(BigResult, BigResult.id == Piled.big_result_id)
    of_opgave = piled.where(Piled.opgave_id == opgave.id, not_removed(BigResult))
    found = _told().where(Card.opgave_id == opgave.id, Result.id.not_in(of_opgave)).limit(LOOSE_SHOWN)
    return [(card, result) for card, result in session.execute(found)]


def get_brick(opgave: Opgave, number: int) -> Result:
    """This result, which lies on the stack of this opgave. Raises NoResultFound."""
    return session.scalars(
        select(Result).where(Result.id == number, Result.opgave_id == opgave.id, Result.laid.is_(True))
    ).one()


def get_bricks(opgave: Opgave, numbers: Sequence[int]) -> Sequence[Result]:
    """These results, as far as they lie on the stack of this opgave."""
    mine = select(Result).where(Result.opgave_id == opgave.id, Result.laid.is_(True))
    return session.scalars(mine.where(Result.id.in_(numbers)).order_by(Result.id)).all()


def choices(opgave: Opgave, result_id: int) -> tuple[Sequence[BigResult], BigResult | None]:
    """The bigger results of this opgave, and the one on whose pile this result lies. One query."""
    rows = session.execute(
        select(BigResult, Piled.id)
        .outerjoin(Piled, and_(Piled.big_result_id == BigResult.id, Piled.result_id == result_id))
        .where(BigResult.opgave_id == opgave.id, not_removed(BigResult))
        .order_by(BigResult.id)
    ).all()
    return [big for big, _ in rows], next((big for big, piled in rows if piled is not None), None)

"""The stack: small results pile up, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, select

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.record.weeks import Week
from board.db import session


@dataclass(frozen=True)
class Stack:
    """How many results of each outcome lie there per week: {(week, outcome): number}."""

    bricks: dict[tuple[int, Outcome], int]

    @property
    def total(self) -> int:
        return sum(self.bricks.values())

    @property
    def noticed(self) -> int:
        """Results of which an inwoner noticed something: all but the lessons."""
        return sum(number for (_, outcome), number in self.bricks.items() if outcome is not Outcome.LEARNED)

    def in_week(self, week: Week) -> int:
        return sum(number for (code, _), number in self.bricks.items() if code == week.code)

    def learned_in(self, week: Week) -> int:
        return self.bricks.get((week.code, Outcome.LEARNED), 0)

    def kinds(self, number: int, this_week: Week) -> list[str]:
        """The last bricks as drawings know them (now, old, learned-now, learned), the newest at the end."""
        laid = sorted(self.bricks, key=lambda key: (key[0], key[1].value))
        drawn = [_kind(*key, this_week) for key in laid for _ in range(self.bricks[key])]
        return drawn[-number:]


def _kind(week: int, outcome: Outcome, this_week: Week) -> str:
    now = week == this_week.code
    if outcome is Outcome.LEARNED:
        return "learned-now" if now else "learned"
    return "now" if now else "old"


def stack(opgave: Opgave, until: Week | None = None, public_only: bool = False) -> Stack:
    """The results of an opgave, counted per week and outcome, in one query."""
    query = (
        select(Result.week, Result.outcome, func.count())
        .where(Result.opgave_id == opgave.id, Result.laid.is_(True))
        .group_by(Result.week, Result.outcome)
    )
    if until is not None:
        query = query.where(Result.week <= until.code)
    if public_only:
        query = query.where(Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
    return Stack({(week, outcome): number for week, outcome, number in session.execute(query)})


def results_by_week(opgave: Opgave, since: Week | None = None) -> list[tuple[Week, Sequence[tuple[Card, Result]]]]:
    """The finished cards with their results, by week, the newest first; all of them without `since`."""
    query = (
        select(Card, Result)
        .join(Result, Card.result_id == Result.id)
        .where(Card.opgave_id == opgave.id, Card.state == CardState.DONE)
        .order_by(Result.week.desc(), Result.happened_on.desc(), Result.id.desc())
    )
    rows = session.execute(query if since is None else query.where(Result.week >= since.code))
    return [(Week.from_code(code), list(group)) for code, group in groupby(rows, key=lambda row: row[1].week)]

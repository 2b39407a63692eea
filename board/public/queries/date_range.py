"""What several opgaven published over a span of days: which bricks came, and which bigger things were reached."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from board.blocks.increments.models import BigResult, Piled
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.db import session
from board.public.queries.conditions import PUBLISHED, Rows


class ResultInRange(NamedTuple):
    """One published result, as little of it as counting and choosing ask."""

    opgave: int
    number: int
    outcome: Outcome
    happened_on: date


class ReachedBigResult(NamedTuple):
    """A bigger result that inwoners notice since some day."""

    opgave: int
    sentence: str
    on: date


def results_in_range(opgaven: Collection[int], first: date, last: date) -> list[ResultInRange]:
    """The published results of these days, the oldest first. One query, and light: there may be thousands."""
    query = select(Result.opgave_id, Result.id, Result.outcome, Result.happened_on)
    query = query.join(Opgave, Opgave.id == Result.opgave_id).where(*PUBLISHED, Result.opgave_id.in_(opgaven))
    query = query.where(Result.happened_on.between(first, last)).order_by(Result.happened_on, Result.id)
    return [ResultInRange(*row) for row in session.execute(query)]


def reached_big_results(opgaven: Collection[int], first: date, last: date) -> list[ReachedBigResult]:
    """The bigger results that were reached in these days, of which inwoners can read a small one. One query."""
    big = (BigResult.opgave_id, BigResult.sentence, BigResult.reached_on)
    query: Rows = select(*big).join(Piled, Piled.big_result_id == BigResult.id)
    query = query.join(Result, Result.id == Piled.result_id).join(Opgave, Opgave.id == Result.opgave_id)
    query = query.where(*PUBLISHED, not_removed(BigResult), BigResult.opgave_id.in_(opgaven))
    query = query.where(BigResult.reached_on.between(first, last)).group_by(BigResult.id, *big)
    return [ReachedBigResult(*row) for row in session.execute(query.order_by(BigResult.reached_on, BigResult.id))]

"""The bricks of the public stack: how many results came in each week, and how they ended."""

from typing import Any

from sqlalchemy import ScalarSelect, func, or_, select

from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.weeks import Week
from board.core.reports.stack import Stack
from board.db import session
from board.public.queries.conditions import PUBLISHED, Where, of_opgave


def bricks_near(week: Week, back: int, now: Week) -> Stack:
    """The bricks of this week and `back` weeks before it, and of the nearest weeks with results around it."""
    before = nearest_week(Result.week < week.code, newest=True)
    after = nearest_week(Result.week > week.code, Result.week <= now.code, newest=False)
    in_sight = Result.week.between(week.plus(-back).code, week.code)
    return _bricks(or_(in_sight, Result.week == before, Result.week == after))


def all_bricks(now: Week) -> Stack:
    """Every brick there is, per week."""
    return _bricks(Result.week <= now.code)


def nearest_week(*where: Where, newest: bool) -> ScalarSelect[Any]:
    """The nearest week with results; by its index, however many results there are."""
    week = Result.week.desc() if newest else Result.week.asc()
    query = select(Result.week).join(Opgave, of_opgave()).where(*PUBLISHED, *where)
    return query.order_by(week).limit(1).scalar_subquery()


def _bricks(*where: Where) -> Stack:
    query = select(Result.week, Result.outcome, func.count()).join(Opgave, of_opgave())
    counted = query.where(*PUBLISHED, *where).group_by(Result.week, Result.outcome)
    return Stack({(week, outcome): number for week, outcome, number in session.execute(counted)})

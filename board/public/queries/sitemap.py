"""When what inwoners can read changed last, for search engines: per opgave, per week and per result."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.weeks import Week
from board.db import session
from board.public.queries.conditions import PUBLISHED, READABLE, of_opgave


class LastChanges(NamedTuple):
    """The moment of the last change: by slug of an opgave (None without results), by week, by number of a result."""

    opgaven: dict[str, datetime | None]
    weeks: dict[Week, datetime]
    results: dict[int, datetime]


def last_changes() -> LastChanges:
    """Of everything public: opgaven by slug, weeks that have a result, and results by number. Two queries."""
    moment = (Result.published_at, Result.changed_at)
    query = select(Result.id, Result.week, Result.opgave_id, *moment).join(Opgave, of_opgave()).where(*PUBLISHED)
    rows = session.execute(query.order_by(Result.id)).all()
    opgaven = session.execute(select(Opgave.id, Opgave.slug).where(*READABLE).order_by(Opgave.slug)).all()
    weeks: dict[Week, datetime] = {}
    stacks: dict[int, datetime] = {}
    results: dict[int, datetime] = {}
    for number, code, opgave_id, published, changed in rows:
        on: datetime = changed or published  # type: ignore[assignment]
        week = Week.from_code(code)
        results[number] = on
        weeks[week] = max(on, weeks.get(week, on))
        stacks[opgave_id] = max(on, stacks.get(opgave_id, on))
    return LastChanges({slug: stacks.get(number) for number, slug in opgaven}, weeks, results)

"""How each block of each opgave stood at the end of a week: judged once, kept, and never judged again.

What a manager saw in week 30 stays what week 30 showed, also when somebody later corrects a day or removes a thing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import product
from typing import Any

from sqlalchemy import JSON, ColumnElement, ForeignKey, String, and_, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from board.blocks import BLOCKS
from board.blocks.answers import Health, Progress
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import as_json, last_moments
from board.core.record.weeks import AMSTERDAM, Week, now, today
from board.db import Base, session
from board.db.batches import in_batches, split_batches

WEEKS = 12
DAY = timedelta(days=1)


class WeekFact(Base):
    """One cell of the past: a block of an opgave in a week that is over."""

    __tablename__ = "week_fact"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), primary_key=True)
    # The ISO week, as 202647.
    week: Mapped[int] = mapped_column(primary_key=True, index=True)
    block: Mapped[str] = mapped_column(String(20), primary_key=True)
    health: Mapped[Health]
    fact: Mapped[dict[str, Any]] = mapped_column(JSON)
    # How many new things the week brought.
    news: Mapped[int]
    kept_at: Mapped[datetime] = mapped_column(default=now)


@dataclass(frozen=True)
class BlockWeek:
    """A block of an opgave in one week: how it stood at its end, and how many new things came."""

    progress: Progress
    news: int = 0


@dataclass(frozen=True)
class Trend:
    """A block of an opgave now, and how many new things each of the last weeks brought, the oldest first."""

    progress: Progress
    news: tuple[int, ...]


Key = tuple[int, Week, str]
Cells = Mapping[Key, BlockWeek]


def judge_week(opgaven: Collection[int], week: Week) -> dict[Key, BlockWeek]:
    """The cells of one week from the cards themselves, in a constant number of queries. This week as it stands now."""
    on = min(week.sunday, today())
    cells: dict[Key, BlockWeek] = {}
    for block in BLOCKS:
        stands, news = block.review.progress(opgaven, on), block.review.count_new(opgaven, week)
        cells |= {(opgave, week, block.key): BlockWeek(stands[opgave], news.get(opgave, 0)) for opgave in opgaven}
    return cells


def stored_cells(opgaven: Collection[int], since: Week) -> dict[Key, BlockWeek]:
    """The cells that were kept since a week, in one query. What a clock kept that ran ahead counts for nothing."""
    query = select(WeekFact.opgave_id, WeekFact.week, WeekFact.block, WeekFact.health, WeekFact.fact, WeekFact.news)
    rows = session.execute(query.where(WeekFact.opgave_id.in_(opgaven), WeekFact.week >= since.code, ~_is_to_come()))
    return {
        (opgave, Week.from_code(week), block): BlockWeek(Progress(health, dict(_from_plain(fact))), news)
        for opgave, week, block, health, fact, news in rows
    }


def cells(opgaven: Collection[int], weeks: Sequence[Week]) -> Cells:
    """The cells of these weeks, the last of which may be this one. What was not kept yet is judged, and not written."""
    found = stored_cells(opgaven, weeks[0])
    for week, missing in _missing(opgaven, weeks, found).items():
        found |= judge_week(missing, week)
    return found


def week_by_week(opgave: Opgave, weeks: Sequence[Week]) -> dict[str, list[tuple[Week, BlockWeek]]]:
    """The cells of one opgave over these weeks, by block."""
    found = cells([opgave.id], weeks)
    return {block.key: [(week, found[opgave.id, week, block.key]) for week in weeks] for block in BLOCKS}


def trends(opgaven: Collection[int], weeks: Sequence[Week]) -> Mapping[tuple[int, str], Trend]:
    """What a line of weeks needs, for many opgaven at once: {(opgave, block)}. The last of the weeks is this one."""
    *past, this_week = weeks
    news = _kept_news(opgaven, past)
    if behind := [opgave for opgave in opgaven if any(len(news[opgave, block.key]) < len(past) for block in BLOCKS)]:
        late = cells(behind, past)
        for opgave, block in product(behind, BLOCKS):
            news[opgave, block.key] = [late[opgave, week, block.key].news for week in past]
    found = judge_week(opgaven, this_week).items()
    return {
        (opgave, block): Trend(cell.progress, (*news[opgave, block], cell.news)) for (opgave, _, block), cell in found
    }


def _kept_news(opgaven: Collection[int], weeks: Sequence[Week]) -> dict[tuple[int, str], list[int]]:
    """What was kept of each week, in their order and without the facts: those are many, and a line shows none."""
    query = select(WeekFact.opgave_id, WeekFact.block, WeekFact.news).where(WeekFact.opgave_id.in_(opgaven))
    query = query.where(WeekFact.week.between(weeks[0].code, weeks[-1].code), ~_is_to_come())
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for opgave, block, news in session.execute(query.order_by(WeekFact.opgave_id, WeekFact.week)):
        found[opgave, block].append(news)
    return found


def last_over() -> Week | None:
    """The last week that is over by the clock and by the history; None when that saw nothing, or more than the clock.

    A clock that runs ahead ends no week: somebody has to change something after it (decision 0029).
    """
    moments = last_moments(session())
    to_come = sum(moment > now() + DAY for moment in moments)
    if to_come * 2 >= len(moments):
        return None
    return Week.of(min(now(), max(moments)).astimezone(AMSTERDAM).date()).plus(-1)


def is_behind() -> bool:
    """Whether of some opgave nobody kept the last week that is over, or a week was kept that is still to come."""
    over = last_over()
    if over is None:
        return False
    last = and_(WeekFact.opgave_id == Opgave.id, WeekFact.week == over.code)
    missing = select(Opgave.id).where(~select(WeekFact.week).where(last).exists()).limit(1)
    return session.scalar(missing) is not None or _were_kept_too_early()


def keep() -> int:
    """Keep the last twelve weeks that are over, of every opgave. What was kept stays. Returns how many were new.

    Judged while nobody waits, and written in parts; when it ends halfway, the next time goes on from there.
    """
    over, rows = last_over(), 0
    if over is None:
        return 0
    if _were_kept_too_early():
        in_batches([lambda: session.execute(delete(WeekFact).where(_is_to_come()))])
    for part in split_batches(_new_rows(over)):
        in_batches([partial(_write, part)])
        rows += len(part)
    return rows


def _new_rows(over: Week) -> Iterator[dict[str, Any]]:
    opgaven, weeks = session.scalars(select(Opgave.id).order_by(Opgave.id)).all(), last_weeks(over)
    whole = _kept_whole(weeks[0])
    for week in weeks:
        if missing := [opgave for opgave in opgaven if (opgave, week.code) not in whole]:
            yield from (_row(key, cell) for key, cell in judge_week(missing, week).items())


def _write(rows: Sequence[dict[str, Any]]) -> None:
    # Two processes may do this at the same moment; who comes second finds it done.
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(make(WeekFact).on_conflict_do_nothing(), rows)


def _is_to_come() -> ColumnElement[bool]:
    """Of a week that is not over by the clock, or kept at a moment that is still to come."""
    return or_(WeekFact.week >= Week.now().code, WeekFact.kept_at > now() + DAY)


def _were_kept_too_early() -> bool:
    """Whether a clock that ran ahead kept weeks. What was kept in three weeks or more is real: this clock is behind."""
    kept_at = session.scalars(select(WeekFact.kept_at).where(_is_to_come()))
    return 0 < len({Week.of(moment.date()) for moment in kept_at}) < 3


def _kept_whole(since: Week) -> set[tuple[int, int]]:
    """(opgave, week) of which every block was kept: nothing is left to do there."""
    query = select(WeekFact.opgave_id, WeekFact.week).where(WeekFact.week >= since.code)
    query = query.group_by(WeekFact.opgave_id, WeekFact.week).having(func.count() >= len(BLOCKS))
    return {(opgave, week) for opgave, week in session.execute(query)}


def last_weeks(until: Week) -> list[Week]:
    """The twelve weeks that a line shows, the oldest first."""
    return [until.plus(step) for step in range(1 - WEEKS, 1)]


def _missing(opgaven: Collection[int], weeks: Iterable[Week], found: Cells) -> dict[Week, list[int]]:
    missing: dict[Week, list[int]] = defaultdict(list)
    for week in weeks:
        for opgave in opgaven:
            if any((opgave, week, block.key) not in found for block in BLOCKS):
                missing[week].append(opgave)
    return missing


def _row(key: Key, cell: BlockWeek) -> dict[str, Any]:
    opgave, week, block = key
    fact = {name: as_json(value) for name, value in cell.progress.fact.items()}
    told = {"health": cell.progress.health, "fact": fact, "news": cell.news, "kept_at": now()}
    return {"opgave_id": opgave, "week": week.code, "block": block, **told}


def _from_plain(fact: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The only texts that a fact holds are days."""
    for name, value in fact.items():
        yield name, date.fromisoformat(value) if isinstance(value, str) else value

"""When a published result was changed, and in what: never the words that stood there, nor who changed them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import select

from board.core.record.history import Change
from board.core.record.weeks import AMSTERDAM
from board.db import session
from board.public.shapes import PublicResult

AT_MOST = 30


class CorrectionKind(Enum):
    """What of a result was said differently, or done to it."""

    SENTENCE = "sentence"
    DEED = "deed"
    LESSON = "lesson"
    OUTCOME = "outcome"
    DAY = "happened_on"
    EVIDENCE = "evidence"
    WITHDRAWN = "withdrawn"
    BACK = "back"


# Those that are the name of a column.
COLUMNS = tuple(CorrectionKind)[:5]


@dataclass(frozen=True)
class Correction:
    """One day on which a result changed after it became public; without `what`, that is all we know."""

    on: date
    what: tuple[CorrectionKind, ...] = ()


def corrections(result: PublicResult) -> list[Correction]:
    """Each correction of this result, the newest first. One query."""
    query = select(Change.at, Change.fields).where(Change.kind == "result", Change.thing_id == result.number)
    query = query.where(Change.verb == "changed", Change.at > result.published_at).order_by(Change.id.desc())
    by_day: dict[date, tuple[CorrectionKind, ...]] = {}
    for at, fields in session.execute(query.limit(AT_MOST)):
        if what := _what(fields):
            day = at.astimezone(AMSTERDAM).date()
            by_day[day] = tuple(change for change in CorrectionKind if change in what or change in by_day.get(day, ()))
    if result.changed_at is not None:
        by_day.setdefault(result.changed_at.astimezone(AMSTERDAM).date(), ())
    return [Correction(day, by_day[day]) for day in sorted(by_day, reverse=True)]


def _what(fields: dict[str, list[Any]]) -> set[CorrectionKind]:
    """From the names of the columns, not from what stood in them."""
    if "published_at" in fields:  # the step outside itself, with all that was written just before
        return set()
    changes = {change for change in COLUMNS if change.value in fields}
    if any(name.startswith("evidence_") for name in fields):
        changes.add(CorrectionKind.EVIDENCE)
    if "withdrawn_at" in fields:
        changes.add(CorrectionKind.BACK if fields["withdrawn_at"][1] is None else CorrectionKind.WITHDRAWN)
    return changes

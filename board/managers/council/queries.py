"""What happened to published results since somebody wrote their own words on them, and what is gone since."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import or_, select, union_all

from board.blocks.increments.models import BigResult
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.publishing.council_lines import CouncilLine
from board.core.record.periods import Period
from board.db import session
from board.public.queries.conditions import Rows

TEXTS = (Result.sentence, Result.deed, Result.lesson, Result.evidence_text)


class Moved(NamedTuple):
    """A result that inwoners can read, or could, as it moved since the words of a line."""

    opgave: int
    number: int
    sentence: str
    published_at: datetime
    withdrawn_at: datetime | None
    written_at: datetime


class Gone(NamedTuple):
    """Words that inwoners read no longer: of the result with this number, of a worry, or of a bigger result."""

    text: str
    result: int | None = None


def moved_results(lines: Collection[CouncilLine], period: Period) -> list[Moved]:
    """What came, changed or was withdrawn after these lines were written, the oldest first. One query."""
    since = CouncilLine.written_at
    columns = (Result.opgave_id, Result.id, Result.sentence, Result.published_at, Result.withdrawn_at, since)
    query: Rows = select(*columns).join(CouncilLine, CouncilLine.opgave_id == Result.opgave_id)
    query = query.where(CouncilLine.id.in_([line.id for line in lines]), Result.published_at.is_not(None))
    query = query.where(Result.happened_on.between(period.first, period.last))
    query = query.where(or_(Result.published_at > since, Result.changed_at > since, Result.withdrawn_at > since))
    return [Moved(*row) for row in session.execute(query.order_by(Result.happened_on, Result.id))]


def gone_texts(opgaven: Collection[int]) -> dict[int, list[Gone]]:
    """The words that these opgaven took back or never showed: of results, worries and bigger results."""
    found: dict[int, list[Gone]] = defaultdict(list)
    results = select(Result.opgave_id, Result.id, *TEXTS).where(Result.withdrawn_at.is_not(None))
    for opgave, number, *texts in session.execute(results.where(Result.opgave_id.in_(opgaven))):
        found[opgave] += [Gone(text, number) for text in texts if text]
    hidden = or_(Worry.public_since.is_(None), Worry.removed_at.is_not(None))
    worries = select(Worry.opgave_id, Worry.text).where(hidden, Worry.opgave_id.in_(opgaven))
    big = select(BigResult.opgave_id, BigResult.sentence)
    big = big.where(BigResult.removed_at.is_not(None), BigResult.opgave_id.in_(opgaven))
    for opgave, text in session.execute(union_all(worries, big)):
        found[opgave].append(Gone(text))
    return found


def public_words(opgaven: Collection[int]) -> dict[int, str]:
    """All that inwoners can read now of the results of these opgaven. One query."""
    query = select(Result.opgave_id, *TEXTS)
    query = query.where(Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
    words: dict[int, list[str]] = defaultdict(list)
    for opgave, *texts in session.execute(query.where(Result.opgave_id.in_(opgaven))):
        words[opgave] += texts
    return {opgave: "\n".join(texts) for opgave, texts in words.items()}

"""The published results: one by its number, of a week, of an opgave, the newest, and all of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, ScalarSelect, and_, select
from sqlalchemy.orm import aliased

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.publishing.faces import FaceLimit
from board.core.publishing.result_photos import ResultPhoto
from board.core.record.photos import Photo
from board.core.record.weeks import Week
from board.db import session
from board.public.queries.bricks import nearest_week
from board.public.queries.conditions import PERSON, PUBLISHED, READABLE, Rows, of_opgave, with_person
from board.public.queries.opgaven import opgaven_by_number
from board.public.rows import result_of
from board.public.shapes import PublicOpgave, PublicResult, Tombstone

RESULT = (
    Result.id,
    Result.opgave_id,
    Result.sentence,
    Result.outcome,
    Result.deed,
    Result.lesson,
    Result.evidence_kind,
    Result.evidence_text,
    Result.evidence_url,
    Result.happened_on,
    Result.published_at,
    Result.changed_at,
)
OF_WORK = aliased(Photo)
WORK_PHOTO = (
    OF_WORK.key.label("photo_key"),
    OF_WORK.width.label("photo_width"),
    OF_WORK.height.label("photo_height"),
    ResultPhoto.alt.label("photo_alt"),
    ResultPhoto.credit.label("photo_credit"),
)


def get_result(number: int) -> PublicResult | Tombstone:
    """One result, or what stays after withdrawal. Raises NoResultFound."""
    withdrawn = (Result.withdrawn_at, Result.withdrawn_reason)
    query = _select_results().add_columns(*withdrawn)
    row = session.execute(query.where(Result.id == number, Result.published_at.is_not(None), *READABLE)).one()
    of = opgaven_by_number(Opgave.id == row.opgave_id)[row.opgave_id]
    if row.withdrawn_at is not None:
        return Tombstone(row.id, of, row.withdrawn_reason, row.withdrawn_at)
    return result_of(row, of)


def rows_of_week(week: Week | None, now: Week) -> Rows:
    """Asks for the results of one week; without a week for those of the newest that has any."""
    code: int | ScalarSelect[Any] = week.code if week else nearest_week(Result.week <= now.code, newest=True)
    return _select_results().where(*PUBLISHED, Result.week == code)


def results_of_opgave(opgave: PublicOpgave, since: Week | None = None) -> list[PublicResult]:
    """The results of an opgave, the newest first."""
    query = _select_results().where(*PUBLISHED, Opgave.id == opgave.number)
    if since is not None:
        query = query.where(Result.week >= since.code)
    return _results(query.order_by(Result.happened_on.desc(), Result.id.desc()), {opgave.number: opgave})


def results_among(numbers: Collection[int], of: dict[int, PublicOpgave]) -> list[PublicResult]:
    """Those of these results that inwoners can read, the oldest first. One query."""
    query = _select_results().where(*PUBLISHED, Result.id.in_(numbers))
    return _results(query.order_by(Result.happened_on, Result.id), of)


def newest_results(opgave: PublicOpgave | None, limit: int) -> list[PublicResult]:
    """What was published last, for the feeds."""
    query = _select_results().where(*PUBLISHED)
    if opgave is not None:
        query = query.where(Opgave.id == opgave.number)
    return _results(query.order_by(Result.published_at.desc(), Result.id.desc()).limit(limit))


def every_result() -> Iterator[PublicResult]:
    """All that citizens can read, by number; read part by part, for the open data."""
    of = opgaven_by_number()
    query = _select_results().where(*PUBLISHED).order_by(Result.id).execution_options(yield_per=500)
    for row in session.execute(query):
        if row.opgave_id in of:
            yield result_of(row, of[row.opgave_id])


def result_numbers() -> list[int]:
    """The number of every result that has an address, also of what was taken back."""
    query = select(Result.id).join(Opgave, of_opgave()).where(Result.published_at.is_not(None), *READABLE)
    return list(session.scalars(query.order_by(Result.id)))


def _select_results() -> Rows:
    """Results with the person who holds the card, if anyone does."""
    query = select(*RESULT, *PERSON, *WORK_PHOTO, FaceLimit.visibility.label("face_limit"))
    query = query.join(Opgave, of_opgave()).outerjoin(Card, Card.result_id == Result.id)
    query = query.outerjoin(ResultPhoto, ResultPhoto.result_id == Result.id)
    query = query.outerjoin(OF_WORK, OF_WORK.id == ResultPhoto.photo_id)
    theirs = and_(FaceLimit.result_id == Result.id, FaceLimit.person_id == Card.owner_id)
    return with_person(query, Card.owner_id).outerjoin(FaceLimit, theirs)


def _results(query: Rows, of: dict[int, PublicOpgave] | None = None) -> list[PublicResult]:
    return with_opgaven(session.execute(query).all(), of)


def with_opgaven(rows: Sequence[Row[Any]], of: dict[int, PublicOpgave] | None = None) -> list[PublicResult]:
    """Rows of results, each with its opgave; those are asked for once."""
    if of is None and rows:
        of = opgaven_by_number(Opgave.id.in_({row.opgave_id for row in rows}))
    # Between two queries an opgave may have been set back to internal: then its results are gone too.
    return [result_of(row, of[row.opgave_id]) for row in rows if of and row.opgave_id in of]

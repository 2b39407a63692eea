"""The public week: its results, and the words that people wrote around them."""

from typing import Any

from sqlalchemy import Select, and_, case, select
from sqlalchemy.orm import aliased

from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.publishing.week_pages import WeekPage
from board.core.record.photos import Photo
from board.core.record.weeks import Week, today
from board.db import session
from board.public.queries.conditions import FACES_HIDDEN, TEAM_ONLY
from board.public.queries.results import rows_of_week, with_opgaven
from board.public.rows import week_words_of
from board.public.shapes import PublicResult, WeekWords

WRITER, WRITER_PHOTO = aliased(Person), aliased(Photo)
WORDS = (
    case((WeekPage.public_since.is_not(None), WeekPage.introduction), else_="").label("introduction"),
    WeekPage.order.label("week_order"),
    WRITER.first_name.label("writer_first_name"),
    WRITER.last_name.label("writer_last_name"),
    WRITER.name_in_doubt.label("writer_name_in_doubt"),
    WRITER.job_title.label("writer_job"),
    WRITER.portrait.label("writer_portrait"),
    WRITER.own_words.label("writer_words"),
    case((FACES_HIDDEN, TEAM_ONLY), else_=WRITER.visibility).label("writer_visibility"),
    WRITER_PHOTO.key.label("writer_photo"),
)


def results_and_words(week: Week | None, now: Week, house: str) -> tuple[list[PublicResult], WeekWords]:
    """The results of one week with the words around them; without a week those of the newest that has any.

    `house` is what the organisation is called, for who writes and shows no name. The words come with the results.
    """
    query = _with_writer(rows_of_week(week, now).add_columns(*WORDS).outerjoin(WeekPage, WeekPage.id == Result.week))
    rows = session.execute(query).all()
    if rows:
        return with_opgaven(rows), week_words_of(rows[0], house)
    return [], words_of_week(week, house) if week else WeekWords()


def words_of_week(week: Week, house: str) -> WeekWords:
    """What people wrote around a week, also when it has no results."""
    query = _with_writer(select(*WORDS).select_from(WeekPage).where(WeekPage.id == week.code))
    row = session.execute(query).first()
    return week_words_of(row, house) if row else WeekWords()


def _with_writer(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    shown = and_(WRITER_PHOTO.id == WRITER.photo_id, WRITER.photo_until >= today())
    return query.outerjoin(WRITER, WRITER.id == WeekPage.written_by_id).outerjoin(WRITER_PHOTO, shown)

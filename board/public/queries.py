"""The allow-list: everything that citizens can read is asked for here, and nothing else is."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, case, func, literal, null, or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import InstrumentedAttribute, aliased

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.organisation import Organisation
from board.core.people.people import Person, Role, Visibility
from board.core.publishing.faces import FaceLimit
from board.core.publishing.result_photos import ResultPhoto
from board.core.record.photos import Photo
from board.core.record.weeks import Week, today
from board.core.reports.stack import Stack
from board.db import session
from board.public.rows import face_of, opgave_of, result_of
from board.public.shapes import OpgaveOnList, PublicOpgave, PublicPerson, PublicResult, Tombstone

Where = ColumnElement[bool]
Rows = Select[*tuple[Any, ...]]

# An opgave that is set back to internal takes all its results with it.
READABLE = (Opgave.visibility == Audience.PUBLIC, Opgave.active_since.is_not(None))
PUBLISHED = (Result.published_at.is_not(None), Result.withdrawn_at.is_(None), *READABLE)

# While the organisation hides all faces, everybody is the team.
FACES_HIDDEN = select(Organisation.faces_hidden_since.is_not(None)).where(Organisation.id == 1).scalar_subquery()
TEAM_ONLY = literal(Visibility.TEAM, Person.visibility.type)
VISIBILITY = case((FACES_HIDDEN, TEAM_ONLY), else_=Person.visibility)
PERSON = (
    Person.id.label("person_id"),
    Person.first_name,
    Person.last_name,
    Person.name_in_doubt,
    Person.job_title,
    Person.portrait,
    VISIBILITY.label("visibility"),
    Photo.key.label("photo"),
    Person.own_words,
)
NO_LIMIT = null().label("face_limit")
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
AT_WORK = (Role.LEAD, Role.SPONSOR, Role.MEMBER)


def opgave(slug: str) -> PublicOpgave:
    """One public opgave. Raises NoResultFound."""
    found = _opgaven(Opgave.slug == slug) if slug.isprintable() else {}
    if not found:
        raise NoResultFound
    return next(iter(found.values()))


def opgaven() -> list[OpgaveOnList]:
    """Every public opgave, by name."""
    query = select(Result.opgave_id, func.count(), func.max(Result.week)).join(Opgave, _of_opgave())
    counted = session.execute(query.where(*PUBLISHED).group_by(Result.opgave_id))
    heights = {number: (results, Week.from_code(newest)) for number, results, newest in counted}
    found = sorted(_opgaven().values(), key=lambda opgave: opgave.name.casefold())
    return [OpgaveOnList(opgave, *heights.get(opgave.number, (0, None))) for opgave in found]


def opgaven_among(numbers: Collection[int]) -> dict[int, PublicOpgave]:
    """Those of these opgaven that inwoners can read, by number. One query."""
    return _opgaven(Opgave.id.in_(numbers))


def results_among(numbers: Collection[int], of: dict[int, PublicOpgave]) -> list[PublicResult]:
    """Those of these results that inwoners can read, the oldest first. One query."""
    query = _select_results().where(*PUBLISHED, Result.id.in_(numbers))
    return _results(query.order_by(Result.happened_on, Result.id), of)


def result(number: int) -> PublicResult | Tombstone:
    """One result, or what stays after withdrawal. Raises NoResultFound."""
    withdrawn = (Result.withdrawn_at, Result.withdrawn_reason)
    query = _select_results().add_columns(*withdrawn)
    row = session.execute(query.where(Result.id == number, Result.published_at.is_not(None), *READABLE)).one()
    of = _opgaven(Opgave.id == row.opgave_id)[row.opgave_id]
    if row.withdrawn_at is not None:
        return Tombstone(row.id, of, row.withdrawn_reason, row.withdrawn_at)
    return result_of(row, of)


def rows_of_week(week: Week | None, now: Week) -> Rows:
    """Asks for the results of one week; without a week for those of the newest that has any."""
    code: int | ScalarSelect[Any] = week.code if week else _nearest(Result.week <= now.code, newest=True)
    return _select_results().where(*PUBLISHED, Result.week == code)


def results_of_opgave(opgave: PublicOpgave, since: Week | None = None) -> list[PublicResult]:
    """The results of an opgave, the newest first."""
    query = _select_results().where(*PUBLISHED, Opgave.id == opgave.number)
    if since is not None:
        query = query.where(Result.week >= since.code)
    return _results(query.order_by(Result.happened_on.desc(), Result.id.desc()), {opgave.number: opgave})


def newest_results(opgave: PublicOpgave | None, limit: int) -> list[PublicResult]:
    """What was published last, for the feeds."""
    query = _select_results().where(*PUBLISHED)
    if opgave is not None:
        query = query.where(Opgave.id == opgave.number)
    return _results(query.order_by(Result.published_at.desc(), Result.id.desc()).limit(limit))


def every_result() -> Iterator[PublicResult]:
    """All that citizens can read, by number; read part by part, for the open data."""
    of = _opgaven()
    query = _select_results().where(*PUBLISHED).order_by(Result.id).execution_options(yield_per=500)
    for row in session.execute(query):
        if row.opgave_id in of:
            yield result_of(row, of[row.opgave_id])


def numbers() -> list[int]:
    """The number of every result that has an address, also of what was taken back."""
    query = select(Result.id).join(Opgave, _of_opgave()).where(Result.published_at.is_not(None), *READABLE)
    return list(session.scalars(query.order_by(Result.id)))


def bricks_around(week: Week, back: int, now: Week) -> Stack:
    """The bricks of this week and `back` weeks before it, and of the nearest weeks with results around it."""
    before = _nearest(Result.week < week.code, newest=True)
    after = _nearest(Result.week > week.code, Result.week <= now.code, newest=False)
    in_sight = Result.week.between(week.plus(-back).code, week.code)
    return _bricks(or_(in_sight, Result.week == before, Result.week == after))


def all_bricks(now: Week) -> Stack:
    """Every brick there is, per week."""
    return _bricks(Result.week <= now.code)


def people(opgave: PublicOpgave) -> list[PublicPerson]:
    """Who works on it, each as they want to be seen; who leads first."""
    query = _with_person(select(Membership.role, *PERSON, NO_LIMIT), Membership.person_id)
    rows = session.execute(query.where(Membership.opgave_id == opgave.number, Membership.role.in_(AT_WORK)))
    found = [PublicPerson(face_of(row, opgave.team), row.role) for row in rows]
    return sorted(found, key=lambda person: (AT_WORK.index(person.role), person.face.sort_key))


def _of_opgave() -> Where:
    return Opgave.id == Result.opgave_id


def _select_results() -> Rows:
    """Results with the person who holds the card, if anyone does."""
    query = select(*RESULT, *PERSON, *WORK_PHOTO, FaceLimit.visibility.label("face_limit"))
    query = query.join(Opgave, _of_opgave()).outerjoin(Card, Card.result_id == Result.id)
    query = query.outerjoin(ResultPhoto, ResultPhoto.result_id == Result.id)
    query = query.outerjoin(OF_WORK, OF_WORK.id == ResultPhoto.photo_id)
    theirs = and_(FaceLimit.result_id == Result.id, FaceLimit.person_id == Card.owner_id)
    return _with_person(query, Card.owner_id).outerjoin(FaceLimit, theirs)


def _with_person(query: Rows, person_id: InstrumentedAttribute[Any]) -> Rows:
    """With whoever stands there, and their photo as long as it may be shown."""
    shown = and_(Photo.id == Person.photo_id, Person.photo_until >= today())
    return query.outerjoin(Person, Person.id == person_id).outerjoin(Photo, shown)


def _results(query: Rows, of: dict[int, PublicOpgave] | None = None) -> list[PublicResult]:
    return with_opgaven(session.execute(query).all(), of)


def with_opgaven(rows: Sequence[Row[Any]], of: dict[int, PublicOpgave] | None = None) -> list[PublicResult]:
    """Rows of results, each with its opgave; those are asked for once."""
    if of is None and rows:
        of = _opgaven(Opgave.id.in_({row.opgave_id for row in rows}))
    # Between two queries an opgave may have been set back to internal: then its results are gone too.
    return [result_of(row, of[row.opgave_id]) for row in rows if of and row.opgave_id in of]


def newest_worry() -> ScalarSelect[Any]:
    """The one worry of an opgave that inwoners read; the opgave is in the query around it."""
    query = select(Worry.id).where(Worry.opgave_id == Opgave.id, Worry.removed_at.is_(None))
    query = query.where(Worry.public_since.is_not(None)).order_by(Worry.signed_on.desc(), Worry.id.desc())
    return query.limit(1).correlate(Opgave).scalar_subquery()


def _opgaven(*where: Where) -> dict[int, PublicOpgave]:
    """Public opgaven with the newest worry that inwoners may read, by id."""
    worry = (Worry.text, Worry.signed_as, Worry.signed_on, Worry.confirmed_on)
    query = select(Opgave, *worry, *PERSON, NO_LIMIT).outerjoin(Worry, Worry.id == newest_worry())
    rows = session.execute(_with_person(query, Worry.person_id).where(*READABLE, *where))
    return {row.Opgave.id: opgave_of(row, row.Opgave) for row in rows}


def _nearest(*where: Where, newest: bool) -> ScalarSelect[Any]:
    """The nearest week with results; by its index, however many results there are."""
    week = Result.week.desc() if newest else Result.week.asc()
    query = select(Result.week).join(Opgave, _of_opgave()).where(*PUBLISHED, *where)
    return query.order_by(week).limit(1).scalar_subquery()


def _bricks(*where: Where) -> Stack:
    query = select(Result.week, Result.outcome, func.count()).join(Opgave, _of_opgave())
    counted = query.where(*PUBLISHED, *where).group_by(Result.week, Result.outcome)
    return Stack({(week, outcome): number for week, outcome, number in session.execute(counted)})

"""What an inwoner may read: the conditions and columns of which every public question is made."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, literal, null, select
from sqlalchemy.orm import InstrumentedAttribute

from board.core.opgaven.opgaven import Audience, Opgave
from board.core.opgaven.results import Result
from board.core.people.organisation import Organisation
from board.core.people.people import Person, Visibility
from board.core.record.photos import Photo
from board.core.record.weeks import today

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


def of_opgave() -> Where:
    """The condition that joins a result to its opgave."""
    return Opgave.id == Result.opgave_id


def with_person(query: Rows, person_id: InstrumentedAttribute[Any]) -> Rows:
    """The query with the person of this column, and their photo as long as it may be shown."""
    shown = and_(Photo.id == Person.photo_id, Person.photo_until >= today())
    return query.outerjoin(Person, Person.id == person_id).outerjoin(Photo, shown)

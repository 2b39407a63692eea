"""The allow-list of photos: a file is given only while its picture stands on a public page."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.people import Person, Visibility
from board.core.publishing.faces import FaceLimit
from board.core.publishing.result_photos import ResultPhoto
from board.core.publishing.week_pages import WeekPage
from board.core.record.photos import Photo, PhotoSize
from board.core.record.weeks import today
from board.public.queries.conditions import FACES_HIDDEN, PUBLISHED, READABLE
from board.public.queries.opgaven import AT_WORK, newest_worry

Files = Select[*tuple[Any, ...]]


def face_file(key: str, width: int) -> Files:
    """The file of somebody's face, while they show it and stand somewhere with it."""
    query = _file(key, width).join(Person, Person.photo_id == Photo.id)
    chosen = (Person.visibility == Visibility.FULL, Person.photo_until >= today(), ~FACES_HIDDEN)
    return query.where(*chosen, or_(_in_a_team(), _under_a_worry(), _beside_a_result(), _above_a_week()))


def work_file(key: str, width: int) -> Files:
    """The file of a photo of the work, while its result is public."""
    query = _file(key, width).join(ResultPhoto, ResultPhoto.photo_id == Photo.id)
    query = query.join(Result, Result.id == ResultPhoto.result_id).join(Opgave, Opgave.id == Result.opgave_id)
    return query.where(*PUBLISHED)


def _file(key: str, width: int) -> Files:
    query = select(PhotoSize.content).join(Photo, Photo.id == PhotoSize.photo_id)
    return query.where(Photo.key == key, PhotoSize.width == width)


def _in_a_team() -> ColumnElement[bool]:
    query = select(Membership.id).join(Opgave, Opgave.id == Membership.opgave_id)
    return query.where(Membership.person_id == Person.id, Membership.role.in_(AT_WORK), *READABLE).exists()


def _under_a_worry() -> ColumnElement[bool]:
    query = select(Worry.id).join(Opgave, Opgave.id == Worry.opgave_id)
    in_sight = (Worry.id == newest_worry(), Worry.signed_as == "")
    return query.where(Worry.person_id == Person.id, *in_sight, *READABLE).exists()


def _beside_a_result() -> ColumnElement[bool]:
    """Where they did not choose to show less."""
    less = and_(FaceLimit.result_id == Result.id, FaceLimit.person_id == Person.id)
    query = select(Card.id).join(Result, Result.id == Card.result_id).join(Opgave, Opgave.id == Result.opgave_id)
    return (
        query.outerjoin(FaceLimit, less).where(Card.owner_id == Person.id, FaceLimit.id.is_(None), *PUBLISHED).exists()
    )


def _above_a_week() -> ColumnElement[bool]:
    shown = (WeekPage.public_since.is_not(None), WeekPage.introduction != "")
    return select(WeekPage.id).where(WeekPage.written_by_id == Person.id, *shown).exists()

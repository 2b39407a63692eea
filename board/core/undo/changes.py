"""Reading the history back: what happened, and what a field held before."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, inspect, select
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import Date, DateTime
from sqlalchemy.types import Enum as EnumType

from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.record.history import Change, as_json
from board.db import session


def card_changes(card: Card) -> list[tuple[Change, str]]:
    """What happened to this card and around it, and who did it, the newest first: [(change, first and last name)]."""
    return _told(Change.card_id == card.id)


def changes_of(thing: Any) -> list[tuple[Change, str]]:
    """What happened to one thing that a team noted, told in the same way."""
    return _told(Change.kind == type(thing).__tablename__, Change.thing_id == thing.id)


def _told(*about: ColumnElement[bool]) -> list[tuple[Change, str]]:
    rows = session.execute(
        select(Change, func.coalesce(Person.name, ""))
        .outerjoin(Person, Person.id == Change.person_id)
        .where(*about)
        .order_by(Change.id.desc())
        .limit(50)
    )
    return list(rows)


def now_holds(thing: object, name: str) -> Any:
    """What this field holds now, as the history keeps it."""
    return as_json(getattr(thing, name))


def value_of(model: type[DeclarativeBase], name: str, stored: Any) -> Any:
    """The value that the history kept as JSON, as the model holds it."""
    if name in (lists := inspect(model).relationships):
        kind: Any = lists[name].mapper.class_
        return list(session.scalars(select(kind).where(kind.id.in_(stored or []))))
    column = model.__table__.c[name]
    if stored is None:
        return None
    if isinstance(column.type, EnumType) and column.type.enum_class is not None:
        return column.type.enum_class(stored)
    if isinstance(getattr(column.type, "impl", column.type), DateTime):
        return datetime.fromisoformat(stored)
    return date.fromisoformat(stored) if isinstance(column.type, Date) else stored

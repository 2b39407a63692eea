"""Reading the history back: tell what happened, and undo one change."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, inspect, select
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import Date, DateTime
from sqlalchemy.types import Enum as EnumType

from board.core import order
from board.core.cards import Card, CardState, Label, StillPublic
from board.core.cards import card as card_of
from board.core.history import Change, plain
from board.core.opgaven import Opgave
from board.core.people import Person
from board.core.weeks import now
from board.db import session


class CannotUndo(Exception):
    """Somebody went on from there, so undoing would take their work away."""


LISTS: dict[str, type[DeclarativeBase]] = {"helpers": Person, "labels": Label}


def last_change(card: Card) -> Change | None:
    """The newest change of this card: what the way back takes back."""
    return session.scalar(
        select(Change).where(Change.kind == "card", Change.thing_id == card.id).order_by(Change.id.desc()).limit(1)
    )


def story(card: Card) -> list[tuple[Change, str]]:
    """What happened to this card and around it, and who did it, the newest first: [(change, first and last name)]."""
    return _told(Change.card_id == card.id)


def story_of(thing: Any) -> list[tuple[Change, str]]:
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


def undo(opgave: Opgave, change_id: int) -> Card:
    """Take one change of a card back. Raises NoResultFound for another opgave's, CannotUndo when too late."""
    change = session.scalars(
        select(Change).where(
            Change.opgave_id == opgave.id,
            Change.id == change_id,
            Change.kind == "card",
            Change.verb == "changed",
        )
    ).one()
    card = card_of(opgave, change.thing_id, to_change=True)
    restore(card, change)
    return card


def restore(thing: Any, change: Change) -> None:
    """What this change changed, as it was before. Raises CannotUndo when somebody went on from there, StillPublic."""
    check_untouched(thing, change)
    if isinstance(thing, Card):
        _check(thing, change)
        thing.changed_at = now()
    was = {name: value_of(type(thing), name, before) for name, (before, _after) in change.fields.items()}
    if "position" in was:  # where it lay, somebody may have put another card meanwhile
        was["position"] = order.free(thing, was["position"])
    for name, value in was.items():
        setattr(thing, name, value)
    session.flush()
    session.expire(thing, inspect(type(thing)).relationships.keys())  # they follow their ids


def check_untouched(thing: object, change: Change) -> None:
    """Raises CannotUndo when somebody went on from this change."""
    if any(now_holds(thing, name) != after for name, (_, after) in change.fields.items()):
        raise CannotUndo


def _check(card: Card, change: Change) -> None:
    leaves_done = card.state is CardState.DONE and "state" in change.fields
    if leaves_done and card.result is not None and card.result.is_public:
        raise StillPublic


def now_holds(thing: object, name: str) -> Any:
    """What this field holds now, as the history keeps it."""
    return plain(getattr(thing, name))


def value_of(model: type[DeclarativeBase], name: str, stored: Any) -> Any:
    """The value that the history kept as JSON, as the model holds it."""
    if name in LISTS:
        kind: Any = LISTS[name]
        return list(session.scalars(select(kind).where(kind.id.in_(stored or []))))
    column = model.__table__.c[name]
    if stored is None:
        return None
    if isinstance(column.type, EnumType) and column.type.enum_class is not None:
        return column.type.enum_class(stored)
    if isinstance(getattr(column.type, "impl", column.type), DateTime):
        return datetime.fromisoformat(stored)
    return date.fromisoformat(stored) if isinstance(column.type, Date) else stored

"""Taking a step back: everything that one person did in one go, unless somebody went on from there."""

from functools import cache
from typing import Any, TypeGuard

from sqlalchemy import select

from board.core.cards import Card
from board.core.history import Audited, Change
from board.core.noted import Noted
from board.core.opgaven import Opgave, hold
from board.core.people import Person
from board.core.undo import CannotUndo, check_untouched, restore
from board.db import Base, session


def step_of(person: Person, number: int) -> list[Change]:
    """What this person did in this step, the last thing first; nothing for somebody else's step."""
    changes = session.scalars(
        select(Change).where(Change.step == number, Change.person_id == person.id).order_by(Change.id.desc())
    ).all()
    return [change for change in changes if change.kind in _kinds() and _is_whole(change)]


def _is_whole(change: Change) -> bool:
    """Of an opgave only its beginning goes back, with the worry that began it; the rest has pages of its own."""
    return change.kind != Opgave.__tablename__ or change.fields.keys() == {"active_since"}


def take_back(changes: list[Change]) -> None:
    """Everything of this step as it was. Raises CannotUndo when somebody went on from there."""
    hold(*{change.opgave_id for change in changes if change.opgave_id is not None})
    for change in changes:
        thing: Any = session.get(_kinds()[change.kind], change.thing_id)
        if thing is None:
            raise CannotUndo
        if change.verb == "made":
            check_untouched(thing, change)
            _unmake(thing)
        else:
            restore(thing, change)
    session.flush()


def _unmake(thing: Any) -> None:
    """What was just made leaves the screens; a card stops, so that it can still be found."""
    if isinstance(thing, Card):
        thing.stop()
    elif isinstance(thing, Noted):
        thing.remove()
    else:
        session.delete(thing)


@cache
def _kinds() -> dict[str, type[Base]]:
    """What can be taken back: what a team notes, its links between things, and its cards."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__: model for model in models if _can_go_back(model)}


def _can_go_back(model: type[Any]) -> TypeGuard[type[Base]]:
    is_whole = issubclass(model, Noted | Card | Opgave)
    return issubclass(model, Audited) and (is_whole or getattr(model, "__link__", False))

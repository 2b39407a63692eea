"""Taking back what somebody did in one go. What a colleague went on with since stays theirs, and is named."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeGuard

from sqlalchemy import ColumnElement, inspect, select

from board.core.opgaven import order, teams
from board.core.opgaven.cards import Card, CardState, StillPublic
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave, hold
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.history import Audited, Change
from board.core.record.weeks import now
from board.core.undo.changes import now_holds, value_of
from board.db import Base, session

# Fields that say one thing together: where a card stands, and since when.
TOGETHER = (frozenset({"state", "state_since"}),)
# The place in the line follows where a card stands; by itself it is worth no word.
PLACE, STANDS = "position", frozenset({"state", "block"})
# What was told on a card stays with it as a draft, so that nobody types it again.
DRAFTS = frozenset({"result_id", "lesson_id"})


@dataclass(frozen=True)
class Stays:
    """What somebody changed after the step, and so stays as they left it. `by` is None when nobody knows."""

    thing: Any
    fields: frozenset[str]
    by: Person | None = None


class CannotUndo(Exception):
    """Nothing can go back: somebody went on from all of it (`stays`), or it left nothing to go back to."""

    def __init__(self, stays: Sequence[Stays] = ()) -> None:
        super().__init__()
        self.stays = stays


def step_of(person: Person, number: int) -> list[Change]:
    """What this person did in this step, the last thing first; nothing for somebody else's step.

    Nothing either when something left for good in it, as a stone that was taken from a pile.
    """
    changes = session.scalars(
        select(Change).where(Change.step == number, Change.person_id == person.id).order_by(Change.id.desc())
    ).all()
    found = [change for change in changes if change.kind in _kinds() and _is_whole(change)]
    return [] if any(change.verb == "removed" for change in found) else found


def on_card(opgave: Opgave, change_id: int) -> tuple[Card, list[Change]]:
    """One change of a card and the lesson that came with it. Raises NoResultFound for another opgave's."""
    change = session.scalars(
        select(Change).where(
            Change.opgave_id == opgave.id, Change.id == change_id, Change.kind == "card", Change.verb == "changed"
        )
    ).one()
    card = session.get_one(Card, change.thing_id)
    lesson = (Change.kind == Lesson.__tablename__) & (Change.thing_id == card.lesson_id) & (Change.step == change.step)
    with_it = session.scalars(select(Change).where(lesson)).all() if change.step and card.lesson_id else []
    return card, [*with_it, change]


def _is_whole(change: Change) -> bool:
    """Of an opgave only its beginning goes back, with the worry that began it; the rest has pages of its own."""
    return change.kind != Opgave.__tablename__ or change.fields.keys() == {"active_since"}


def undo_step(changes: Sequence[Change]) -> list[Stays]:
    """All of this as it was, but for what somebody changed since: that stays, and is the answer.

    A step that made something goes back whole or not at all. Raises CannotUndo when nothing goes back, StillPublic.
    """
    things = _things(changes)
    if None in things.values():
        raise CannotUndo
    stays = [kept for change in changes if (kept := _touched(things[change.id], change)) is not None]
    goes_whole = any(change.verb == "made" for change in changes)
    if stays and goes_whole:
        raise CannotUndo(stays)
    back = [(change, _untouched(change, stays, things[change.id])) for change in changes]
    if not any(fields or change.verb == "made" for change, fields in back):
        raise CannotUndo(stays)
    for change, fields in back:
        _unmake(things[change.id]) if change.verb == "made" else _restore(things[change.id], change, fields)
    session.flush()
    return stays


def _things(changes: Iterable[Change]) -> dict[int, Any]:
    """What each change was about, by the number of the change; held in one order until the end of the transaction."""
    hold(*{change.opgave_id for change in changes if change.opgave_id is not None})
    cards = sorted({change.thing_id for change in changes if change.kind == Card.__tablename__})
    held = select(Card).where(Card.id.in_(cards)).order_by(Card.id).with_for_update(of=Card)
    if cards:
        session.scalars(held.execution_options(populate_existing=True)).all()
    return {change.id: session.get(_kinds()[change.kind], change.thing_id) for change in changes}


def _touched(thing: Any, change: Change) -> Stays | None:
    """What of this change does not hold any more."""
    left = {name: after for name, (_, after) in change.fields.items()}
    if change.verb == "made":
        left = _as_made(change) | left
    named = frozenset(name for name, after in left.items() if now_holds(thing, name) != after) - {PLACE}
    if isinstance(thing, Card) and change.verb == "changed":
        named |= teams.would_come_back(thing, change.fields)
    return Stays(thing, named, _by(change, named)) if named else None


def _as_made(change: Change) -> dict[str, Any]:
    """What the fields held that were filled later: who took it up, what it became."""
    was: dict[str, Any] = {}
    for later in session.scalars(select(Change).where(*_later(change)).order_by(Change.id.desc())):
        was |= {name: pair[0] for name, pair in later.fields.items()}
    return was


def _later(change: Change) -> tuple[ColumnElement[bool], ...]:
    return Change.kind == change.kind, Change.thing_id == change.thing_id, Change.id > change.id


def _by(change: Change, fields: Collection[str]) -> Person | None:
    """Who changed one of these fields last, after this change."""
    query = select(Change.fields, Person).join(Person, Person.id == Change.person_id)
    rows = session.execute(query.where(*_later(change)).order_by(Change.id.desc()))
    return next((person for changed, person in rows if changed.keys() & set(fields)), None)


def _untouched(change: Change, stays: Iterable[Stays], thing: Any) -> list[str]:
    """The fields of this change that go back."""
    theirs = {name for stay in stays if stay.thing is thing for name in stay.fields}
    for group in TOGETHER:
        theirs |= group if group & theirs else set()
    mine = [name for name, pair in change.fields.items() if name not in theirs and not _is_draft(thing, name, pair)]
    if PLACE in mine and (theirs & STANDS or now_holds(thing, PLACE) != change.fields[PLACE][1]):
        mine.remove(PLACE)
    return mine


def _is_draft(thing: Any, name: str, pair: Sequence[Any]) -> bool:
    return isinstance(thing, Card) and name in DRAFTS and pair[0] is None


def _restore(thing: Any, change: Change, fields: Collection[str]) -> None:
    """These fields as they were before this change. Raises CannotUndo, StillPublic."""
    before = {name: value_of(type(thing), name, change.fields[name][0]) for name in fields}
    if isinstance(thing, Card) and fields:
        if "result_id" in before:  # a card that is done again wants to know its result first
            thing.result = session.get(Result, before["result_id"] or 0)
        _check_state(thing, before.get("state"))
        thing.changed_at = now()
        if PLACE in before:
            before[PLACE] = order.free_position(thing, before[PLACE])  # somebody may have put another card there
    for name, value in before.items():
        setattr(thing, name, value)
    session.flush()
    session.expire(thing, inspect(type(thing)).relationships.keys())  # they follow their ids


def _check_state(card: Card, state: CardState | None) -> None:
    """Whether this card may go back to where it stood. Raises StillPublic, CannotUndo."""
    if state is not None and card.state is CardState.DONE and card.result is not None and card.result.is_public:
        raise StillPublic
    if state is CardState.DONE and (card.result is None or not card.result.is_complete):
        raise CannotUndo  # what was told on it is gone, and without it no card is done


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

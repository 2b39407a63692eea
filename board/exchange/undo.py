"""Undoing an import as a whole: what it made goes, what it changed goes back; where somebody worked since stays."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import selectinload

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState, StillPublic
from board.core.opgaven.imports import BoardImport, ImportedThing, by_import
from board.core.opgaven.labels import Label, card_label
from board.core.opgaven.opgaven import hold
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.weeks import now
from board.core.undo.changes import now_holds, value_of
from board.db import session
from board.db.batches import in_batches, split_batches

# A new place in the line is nobody's work on a card.
NO_WORK = frozenset({"position"})
# What goes back of a card: not its place in the line, which follows where it stands.
Thing = Card | CheckItem | CardNote
KINDS: Mapping[str, Any] = {"card": Card, "check_item": CheckItem, "card_note": CardNote}


@dataclass(frozen=True)
class WorkedOnCard:
    """A card on which somebody worked since the import, so it stays; and who did, as far as is known."""

    card: Card
    people: tuple[str, ...]


@dataclass
class ImportedWork:
    """What an import did to one card, and what others did to it since."""

    card: Card
    changes: list[Change] = field(default_factory=list)
    others: list[Change] = field(default_factory=list)

    @property
    def made(self) -> bool:
        return any(change.kind == "card" and change.verb == "made" for change in self.changes)


def made_and_touched(done: BoardImport) -> list[WorkedOnCard]:
    """The cards that this import made and on which somebody worked since: these stay."""
    touched: dict[int, list[int | None]] = {}
    by_people = (Change.card_id.in_(_made(done)), Change.import_id.is_(None), Change.opgave_id == done.opgave_id)
    for change in session.scalars(select(Change).where(*by_people).order_by(Change.id)):
        if _is_work(change):
            touched.setdefault(change.card_id or 0, []).append(change.person_id)
    numbers = {number for people in touched.values() for number in people if number is not None}
    names = {person.id: person.name for person in session.scalars(select(Person).where(Person.id.in_(numbers)))}
    cards = session.scalars(select(Card).where(Card.id.in_(touched)).order_by(Card.position))
    return [
        WorkedOnCard(card, tuple(dict.fromkeys(names[n] for n in touched[card.id] if n in names))) for card in cards
    ]


def _made(done: BoardImport) -> Select[int]:
    """The numbers of the cards that this import made, also of those that are gone."""
    of_import = (Change.import_id == done.id, Change.kind == "card", Change.verb == "made")
    return select(Change.thing_id).where(*of_import)


def cards_made(done: BoardImport) -> int:
    """How many cards of this import are still here."""
    return len(session.scalars(select(Card.id).where(Card.id.in_(_made(done)))).all())


def cards_changed(done: BoardImport) -> int:
    """In how many cards that were here before this import changed something."""
    changed = select(Change.card_id).where(Change.import_id == done.id, Change.card_id.not_in(_made(done))).distinct()
    return len(session.scalars(changed).all())


def undo_import(done: BoardImport, seconds: float | None = None) -> bool:
    """Undo it in parts. Whether all was done; again it goes on, and then nothing is left to do. Raises db.Busy."""
    if done.undone_at is not None:
        return True
    cards, opgave_id, number = _cards_of(done), done.opgave_id, done.id
    steps = [partial(_undo_part, opgave_id, number, part) for part in split_batches(cards, size=lambda _card: 6)]
    return in_batches([*steps, partial(_close, opgave_id, number)], seconds)


def _cards_of(done: BoardImport) -> list[int]:
    """The cards that this import made or changed, without those that are back already."""
    touched = select(Change.card_id).where(Change.import_id == done.id)
    back = select(Change.card_id).where(Change.import_id == -done.id, Change.card_id.is_not(None))
    query = select(Card.id).where(Card.id.in_(touched), Card.id.not_in(back))
    return sorted(session.scalars(query))


def _work_of(opgave_id: int, number: int, cards: Sequence[int]) -> dict[int, ImportedWork]:
    """What was done to these cards, by this import and by people since."""
    query = select(Card).where(Card.id.in_(cards)).options(selectinload(Card.helpers), selectinload(Card.labels))
    work = {card.id: ImportedWork(card) for card in session.scalars(query.order_by(Card.position))}
    since: ColumnElement[bool] = Change.card_id.in_(work) & (Change.opgave_id == opgave_id)
    for change in session.scalars(select(Change).where(since).order_by(Change.id)):
        one = work[change.card_id or 0]
        if change.import_id == number:
            one.changes.append(change)
        elif change.import_id is None and one.changes and _is_work(change):
            one.others.append(change)
    return work


def _is_work(change: Change) -> bool:
    return change.verb != "changed" or bool(change.fields.keys() - NO_WORK)


def _undo_part(opgave_id: int, number: int, cards: Sequence[int]) -> None:
    hold(opgave_id)
    session.scalars(
        select(Card)
        .where(Card.id.in_(cards))
        .order_by(Card.id)
        .with_for_update(of=Card)
        .execution_options(populate_existing=True)
    ).all()
    with by_import(-number):
        work = _work_of(opgave_id, number, cards)
        labels = {label.id for each in work.values() for label in each.card.labels}
        for each in work.values():
            if not each.made:
                _change_back(each.card, each.changes, number)
        _remove([each.card for each in work.values() if each.made and not each.others])
        _drop_unused(labels)


def _remove(cards: Sequence[Card]) -> None:
    """The cards and what hangs on them; the history keeps that they were here."""
    for kind in (CardNote, CheckItem):
        for thing in session.scalars(select(kind).where(kind.card_id.in_([card.id for card in cards]))):
            session.delete(thing)
    for card in cards:
        session.delete(card)
    session.flush()


def _change_back(card: Card, changes: Iterable[Change], number: int) -> None:
    """What the import changed in a card that was here already, where it still is as the import left it."""
    for change in list(changes)[::-1]:
        kind = KINDS.get(change.kind)
        thing: Thing | None = session.get(kind, change.thing_id) if kind else None
        if change.verb == "made" and thing is not None and not _others_touched(change):
            session.delete(thing)
        elif change.verb == "removed":
            _line_back(card, change, number)
        elif change.verb == "changed" and thing is not None:
            _fields_back(thing, change)
    session.flush()
    session.execute(delete(ImportedThing).where(ImportedThing.import_id == number, ImportedThing.card_id == card.id))


def _others_touched(change: Change) -> bool:
    later = select(Change.id).where(
        Change.kind == change.kind,
        Change.thing_id == change.thing_id,
        Change.id > change.id,
        Change.import_id.is_(None),
    )
    return session.scalar(later.limit(1)) is not None


def _line_back(card: Card, change: Change, number: int) -> None:
    """A line that went because it was gone over there."""
    query = select(ImportedThing).where(
        ImportedThing.import_id == number, ImportedThing.kind == "line", ImportedThing.thing_id == change.thing_id
    )
    row = session.scalar(query)
    if row is None or not row.gone:
        return
    item = CheckItem(opgave_id=card.opgave_id, card=card, **row.gone)
    session.add(item)
    session.flush()
    same = select(ImportedThing).where(ImportedThing.kind == "line", ImportedThing.source_id == row.source_id)
    for other in session.scalars(same.where(ImportedThing.card_id == card.id)):
        other.thing_id = item.id


def _fields_back(thing: Thing, change: Change) -> None:
    """Each field that still holds what the import put there gets back what it held before."""
    for name, (before, after) in change.fields.items():
        if name in thing.__audited_lists__:
            _list_back(thing, name, before or [], after or [])
        elif name not in NO_WORK | {"state_since"} and now_holds(thing, name) == after:
            _field_back(thing, name, before)
    session.flush()


def _list_back(thing: Thing, name: str, before: Sequence[int], after: Sequence[int]) -> None:
    """What the import added goes, what it took out comes back; what others did to the list stays."""
    numbers = [number for number in now_holds(thing, name) if number not in set(after) - set(before)]
    numbers += [number for number in before if number not in after and number not in numbers]
    setattr(thing, name, value_of(type(thing), name, numbers))


def _field_back(thing: Thing, name: str, before: object) -> None:
    value = value_of(type(thing), name, before)
    if isinstance(thing, Card) and name == "state":
        try:
            if value is not CardState.DONE:
                thing.move(value)
        except StillPublic:
            return
    else:
        setattr(thing, name, value)


def _close(opgave_id: int, number: int) -> None:
    """It is undone. What stayed, stays known as its work."""
    hold(opgave_id)
    done = session.get_one(BoardImport, number)
    done.undone_at = done.undone_at or now()


def _drop_unused(labels: Collection[int]) -> None:
    """Labels that stood on these cards and are on no card any more."""
    used = select(card_label.c.label_id).where(card_label.c.label_id == Label.id).exists()
    session.execute(delete(Label).where(Label.id.in_(labels), ~used))

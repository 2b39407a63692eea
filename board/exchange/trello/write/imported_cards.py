"""Cards of a board that are here already: read with what hangs on them, and compared field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import Rows, written_of
from board.core.record.merging import Seen, Value, marks, merge, sealed
from board.db import session
from board.exchange.trello.plan.cards import PlannedCard, PlannedItem, PlannedNote
from board.exchange.trello.plan.words import ImportWords
from board.invisible import tidied

Values = dict[str, Value]
# Fields of which each value counts by itself.
LISTS = frozenset({"labels", "people"})
# Where a card stands says one thing together.
PLACE = ("state", "block")
# The mark of what nobody knows: it was here before imports kept what they wrote.
UNKNOWN: Value = ("onbekend",)
BEGINS = ImportWords().origin_without_list.rstrip(".")
# So many cards are read at once.
READ = 400


@dataclass
class ImportedCard:
    """One card as it is here."""

    card: Card
    items: dict[int, CheckItem] = field(default_factory=dict)
    notes: dict[int, CardNote] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether it stands on a result that was told."""
        return self.card.state is CardState.DONE

    @cached_property
    def known_lines(self) -> set[int]:
        return {row.thing_id for (kind, _source), row in self.rows.items() if kind == "line"}

    def note_like(self, note: PlannedNote) -> CardNote | None:
        """The note that came of this comment before imports kept what they wrote; taken away or not."""
        known = {row.thing_id for (kind, _source), row in self.rows.items() if kind == "note"}
        same = [each for each in self.notes.values() if each.written_at == note.written_at and each.id not in known]
        return next((each for each in same if each.text == note.text), same[0] if same else None)


def read_imported_cards(
    opgave_id: int, source: str, source_ids: Sequence[str], for_update: bool = False
) -> dict[str, ImportedCard]:
    """These cards of this opgave, by their number over there."""
    found: dict[str, ImportedCard] = {}
    for start in range(0, len(source_ids), READ):
        found |= _read(opgave_id, source, source_ids[start : start + READ], for_update)
    return found


def _read(opgave_id: int, source: str, source_ids: Sequence[str], for_update: bool) -> dict[str, ImportedCard]:
    query = select(Card).where(Card.opgave_id == opgave_id, Card.source == source, Card.source_id.in_(source_ids))
    query = query.options(selectinload(Card.helpers), selectinload(Card.labels)).order_by(Card.id)
    if for_update:
        query = query.with_for_update(of=Card).execution_options(populate_existing=True)
    by_id = {card.id: ImportedCard(card) for card in session.scalars(query)}
    for item in session.scalars(select(CheckItem).where(CheckItem.card_id.in_(by_id)).order_by(CheckItem.position)):
        by_id[item.card_id].items[item.id] = item
    for note in session.scalars(select(CardNote).where(CardNote.card_id.in_(by_id)).order_by(CardNote.id)):
        by_id[note.card_id].notes[note.id] = note
    for number, rows in written_of(opgave_id, by_id).items():
        by_id[number].rows = rows
    return {card.card.source_id or "": card for card in by_id.values()}


def planned_values(planned: PlannedCard) -> Values:
    """What the card says over there."""
    body, origin = split_origin(planned.description)
    people = [planned.owner_id, *planned.helper_ids]
    return {
        "action": _text(planned.action),
        "description": _text(body),
        "origin": _text(origin),
        "state": (planned.state,),
        "block": (planned.block,),
        "week": _text(planned.week),
        "labels": tuple(sorted({name.casefold() for name in planned.labels})),
        "people": tuple(dict.fromkeys(str(number) for number in people if number is not None)),
    }


def card_values(card: Card) -> Values:
    """What the card says here."""
    body, origin = split_origin(card.description)
    people = [card.owner_id, *(helper.id for helper in card.helpers)]
    return {
        "action": _text(card.action),
        "description": _text(body),
        "origin": _text(origin),
        "state": (card.state.value,),
        "block": (card.block,),
        "week": _text(card.week),
        "labels": tuple(sorted(label.name.casefold() for label in card.labels)),
        "people": tuple(dict.fromkeys(str(number) for number in people if number is not None)),
    }


def item_values(item: PlannedItem | CheckItem) -> Values:
    return {"text": _text(item.text), "done": ("y",) if item.done else ()}


def note_values(note: PlannedNote | CardNote) -> Values:
    return {"text": _text(note.text), "author": _text(note.author_id)}


def split_origin(description: str) -> tuple[str, str]:
    """What somebody wrote, and the last paragraph, in which the import says where the card came from."""
    body, _break, last = description.rpartition("\n\n")
    return (body, last) if last.startswith(BEGINS) else (description, "")


def join_origin(body: Value, origin: Value) -> str:
    """The description again."""
    return "\n\n".join([*body, *origin])


def text_of_marks(marks: Seen) -> str:
    """Marks as they are kept."""
    return " ".join(f"{name}:{','.join(values)}" for name, values in marks.items() if values)


def sealed_card(planned: PlannedCard) -> str:
    """What is kept of a card that was just made."""
    return sealed(planned_values(planned) | dict(planned.facts))


def _text(value: object) -> Value:
    text = tidied("" if value is None else str(value))
    return (text,) if text else ()


def differences(seen: Seen, now: Values, mine: Values) -> Iterator[tuple[str, Value, bool]]:
    """Each field that is not the same, with what it would become, and whether somebody has to choose."""
    lists = {name for name in LISTS if seen.get(name) != UNKNOWN}
    merged = merge(seen, now, mine, lists=lists)
    for name in mine:
        wanted, is_asked = merged.values[name], name in merged.both
        only_here = name in merged.theirs and name not in lists
        if only_here or set(wanted) == set(now[name]) or (name == "origin" and is_asked):
            continue
        stops = name == "state" and wanted == (CardState.STOPPED.value,)
        yield name, wanted, is_asked or stops


def local_changes(seen: Seen, now: Values, mine: Values) -> list[str]:
    """The fields that were changed here, and not over there."""
    was, wants = marks(now), marks(mine)
    before = {name: tuple(seen.get(name, ())) for name in mine}
    changed = [name for name in mine if was.get(name, ()) != before[name] == wants.get(name, ())]
    return [name for name in changed if name != "origin"]

"""Takes over in a card what a later export says, and keeps what that export said for the next time."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from board.core.opgaven.card_parts import CardNote, CheckItem, labels_named
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import ImportedThing
from board.core.people.people import Person
from board.core.record.merging import sealed
from board.core.record.weeks import now
from board.db import session
from board.exchange.trello.plan.cards import PlannedCard, PlannedItem, PlannedNote
from board.exchange.trello.plan.words import ImportWords
from board.exchange.trello.write.comparison import LINE, NOTE, CardUpdate, Difference, UpdateKind
from board.exchange.trello.write.imported_cards import (
    ImportedCard,
    card_values,
    item_values,
    join_origin,
    note_values,
)

SOURCE = "trello"


class Updater:
    """Changes one card that is here. Its opgave is held, and the card was just read."""

    def __init__(self, here: ImportedCard, planned: PlannedCard | None, import_id: int) -> None:
        self.here, self.card, self.planned, self.import_id = here, here.card, planned, import_id
        self.rows: list[ImportedThing] = []

    def take_over(self, update: CardUpdate) -> None:
        """What was chosen and what only changed over there."""
        self._take_fields([each for each in update.taken if each.kind is UpdateKind.FIELD])
        for each in update.taken:
            TAKE[each.kind](self, each)
        for (kind, source_id), (seen, thing_id) in update.rows.items():
            self._keep(kind, source_id, thing_id, seen)
        session.add_all(self.rows)
        session.flush()

    def _take_fields(self, differences: Iterable[Difference]) -> None:
        values = {each.name: each.there for each in differences}
        fields: dict[str, object] = {name: "".join(values[name]) for name in ("action", "block") if name in values}
        if "week" in values:
            fields["week"] = int(values["week"][0]) if values["week"] else None
        if {"description", "origin"} & values.keys():
            here = card_values(self.card)
            fields["description"] = join_origin(*(values.get(each, here[each]) for each in ("description", "origin")))
        if "labels" in values:
            fields["labels"] = self._labels(values["labels"])
        if "people" in values:
            first = self.planned.owner_id if self.planned else None
            fields |= people_fields(self.card, [int(number) for number in values["people"]], first)
        if fields:
            self.card.edit(**fields)
        if "state" in values:
            self._move(CardState(values["state"][0]))

    def _move(self, state: CardState) -> None:
        """Where it stands over there; what was finished there waits here for its result."""
        self.card.move(state)
        if self.planned and self.planned.result_to_tell and state is CardState.DOING:
            since = min(self.planned.since or now(), now())
            self.card.state_since = self.card.finished_at = since

    def _labels(self, wanted: Iterable[str]) -> Sequence[object]:
        """These labels, spelled as here where they are here, else as over there."""
        spelled = {name.casefold(): name for name in self.planned.labels} if self.planned else {}
        spelled |= {label.name.casefold(): label.name for label in self.card.labels}
        return labels_named(self.card.opgave, [spelled[name] for name in wanted])

    def _take_field(self, _each: Difference) -> None:
        """Fields of a card are taken together."""

    def _add_line(self, each: Difference) -> None:
        said = (
            next(item for item in self.planned.checklist if item.source_id == each.source_id) if self.planned else None
        )
        if said is None:
            return
        item = line_of(self.card, said, max((line.position for line in self.here.items.values()), default=0) + 1)
        session.add(item)
        session.flush()
        self.here.items[item.id] = item
        self._keep(LINE, each.source_id, item.id, sealed(item_values(said)))

    def _change_line(self, each: Difference) -> None:
        item = self.here.items[each.thing_id]
        setattr(item, each.name, bool(each.there) if each.name == "done" else "".join(each.there))

    def _remove_line(self, each: Difference) -> None:
        item = self.here.items[each.thing_id]
        gone = {"text": item.text, "done": item.done, "position": item.position, "source_id": item.source_id}
        self._keep(LINE, each.source_id, item.id, "", gone)
        session.delete(item)

    def _add_note(self, each: Difference) -> None:
        for comment in self.planned.notes if self.planned else ():
            if (comment.source_id, note_values(comment)["text"]) == (each.source_id, each.there):
                note = note_of(self.card, comment)
                session.add(note)
                session.flush()
                self._keep(NOTE, each.source_id, note.id, sealed(note_values(comment)))
                return

    def _name_strangers(self, each: Difference) -> None:
        """Who is on the card over there and has no account here."""
        words = ImportWords()
        text = words.members.format(names=", ".join(each.there))
        session.add(note_of(self.card, PlannedNote(text, words.importer, None, None)))

    def _change_note(self, each: Difference) -> None:
        self.here.notes[each.thing_id].rewrite("".join(each.there))

    def _keep(self, kind: str, source_id: str, thing_id: int, seen: str, gone: dict[str, object] | None = None) -> None:
        if not source_id:
            return
        row = ImportedThing(kind=kind, source_id=source_id, thing_id=thing_id, seen=seen, gone=gone)
        row.opgave_id, row.import_id, row.card_id = self.card.opgave_id, self.import_id, self.card.id
        self.rows.append(row)


TAKE = {
    UpdateKind.FIELD: Updater._take_field,
    UpdateKind.NEW_LINE: Updater._add_line,
    UpdateKind.LINE: Updater._change_line,
    UpdateKind.LINE_GONE: Updater._remove_line,
    UpdateKind.NEW_NOTE: Updater._add_note,
    UpdateKind.NOTE: Updater._change_note,
    UpdateKind.STRANGERS: Updater._name_strangers,
}


def people_fields(card: Card, wanted: list[int], first: int | None) -> dict[str, object]:
    """Who owns the card and who helps, of these people. Who owns it goes on; else `first`, when they are among them."""
    owner = card.owner_id if card.owner_id in wanted else None
    helps = {helper.id for helper in card.helpers}
    if owner is None and first in wanted and first not in helps:
        owner = first
    people = {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(wanted)))}
    return {
        "owner": people.get(owner) if owner else None,
        "helpers": [people[number] for number in wanted if number != owner and number in people],
    }


def line_of(card: Card, said: PlannedItem, position: int) -> CheckItem:
    """A line of a checklist over there as a line here."""
    return CheckItem(
        opgave_id=card.opgave_id,
        card=card,
        text=said.text,
        done=said.done,
        position=position,
        source_id=said.source_id or None,
    )


def note_of(card: Card, said: PlannedNote) -> CardNote:
    """A comment as a note here; it says where it came from."""
    return CardNote(
        opgave_id=card.opgave_id,
        card=card,
        text=said.text,
        author_id=said.author_id,
        author_name=said.author_name,
        written_at=said.written_at or now(),
        source=SOURCE,
        source_id=said.source_id or None,
    )

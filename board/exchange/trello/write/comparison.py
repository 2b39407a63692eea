"""What a later export means for a card that is here: what only changed there, what both changed, and what stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from board.core.opgaven.cards import CardState
from board.core.record.merging import Seen, Value, mark, marks, unsealed
from board.exchange.trello.plan.cards import PlannedCard, PlannedItem, PlannedNote
from board.exchange.trello.plan.texts import list_in_origin
from board.exchange.trello.plan.words import ImportWords
from board.exchange.trello.write.imported_cards import (
    PLACE,
    UNKNOWN,
    ImportedCard,
    Values,
    card_values,
    differences,
    item_values,
    local_changes,
    note_values,
    planned_values,
    text_of_marks,
)

# A card that is done here tells a result: these would change it, or what an inwoner reads of it.
OF_A_RESULT = ("action", "state", "block", "week", "people")
THERE, HERE = "daar", "hier"
CARD, LINE, NOTE, GONE = "card", "line", "note", "weg"
AWAY = (mark("weg"),)
Answers = Mapping[str, str]


class UpdateKind(Enum):
    """What has to happen for a difference to be taken over."""

    FIELD = "field"
    NEW_LINE = "new_line"
    LINE = "line"
    LINE_GONE = "line_gone"
    NEW_NOTE = "new_note"
    NOTE = "note"
    STRANGERS = "strangers"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same there and here. `key` names it within its card, in a form."""

    kind: UpdateKind
    name: str
    key: str
    here: Value
    there: Value
    thing_id: int = 0
    source_id: str = ""

    @property
    def choice(self) -> str:
        """What a form sends to take over what stands there, for who saw what stands here."""
        return f"{THERE}:{mark('/'.join(self.here))}"


@dataclass(slots=True)
class CardUpdate:
    """What a file means for one card that is here."""

    source_id: str
    card_id: int
    title: str
    taken: list[Difference] = field(default_factory=list)
    asked: list[Difference] = field(default_factory=list)
    # Names of fields that only changed here, and of those that a result holds as they are.
    stays: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    # What is kept of the file for the next time, by kind and number over there: (marks, number here).
    rows: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    # The list over there in which it stands now, when that is another.
    moved_to: str = ""
    # How many differences nobody chose about yet.
    open: int = 0

    @property
    def does_something(self) -> bool:
        return bool(self.taken or self.rows)

    @property
    def renamed_from(self) -> str:
        """How the list was called from which the card says it came, when only that name changed; else ""."""
        origin = next((each for each in self.taken if each.name == "origin" and not self.moved_to), None)
        return list_in_origin("".join(origin.here), ImportWords()) if origin else ""


class DifferencePart(NamedTuple):
    """Of what a difference is: the card itself, or a line or comment on it."""

    kind: UpdateKind
    prefix: str = ""
    thing_id: int = 0
    source_id: str = ""


def compare(there: PlannedCard, here: ImportedCard, answers: Answers) -> CardUpdate:
    """What to take over of this card, and what to ask. `answers` are what somebody chose, by key."""
    comparison = Comparison(here, there.source_id, answers)
    comparison.compare_card(there)
    comparison.compare_lines(there)
    for note in there.notes:
        comparison.compare_note(note)
    return comparison.update


def compare_missing(here: ImportedCard, source_id: str, answers: Answers) -> CardUpdate:
    """A card that is no longer in the file of its board: whether it stops here too is asked once."""
    comparison = Comparison(here, source_id, answers)
    seen = comparison.seen(CARD, source_id)
    if seen.get("place") != AWAY and here.card.is_open:
        stops = Difference(UpdateKind.FIELD, "state", GONE, (here.card.state.value,), (CardState.STOPPED.value,))
        if comparison.is_settled(stops):
            comparison.keep(CARD, source_id, {**seen, "place": AWAY}, here.card.id)
    return comparison.update


class Comparison:
    """One card, there and here."""

    def __init__(self, here: ImportedCard, source_id: str, answers: Answers) -> None:
        self.here, self.source_id, self.answers = here, source_id, answers
        self.update = CardUpdate(source_id, here.card.id, here.card.action)
        # From before imports kept what they wrote: nobody knows who changed what.
        self.is_older = (CARD, source_id) not in here.rows

    def seen(self, kind: str, source_id: str) -> dict[str, Value]:
        """The marks of what the former import wrote."""
        row = self.here.rows.get((kind, source_id))
        return unsealed(row.seen) if row else {}

    def compare_card(self, there: PlannedCard) -> None:
        """Its own fields."""
        now, mine = card_values(self.here.card), planned_values(there)
        seen: Seen = dict.fromkeys(now, UNKNOWN) if self.is_older else self.seen(CARD, self.source_id)
        kept = marks(mine | dict(there.facts))
        if not self.is_older and seen.get("list") != kept.get("list"):
            self.update.moved_to = there.facts["list"][0]
        if seen.get("place") == kept.get("place"):
            # Who chose something else for a list moves no card that stood still.
            kept |= {name: tuple(seen.get(name, ())) for name in PLACE}
            mine = {name: value for name, value in mine.items() if name not in PLACE}
        if self.here.is_done:
            changed = [name for name in OF_A_RESULT if marks(mine).get(name, ()) != tuple(seen.get(name, ()))]
            self.update.held = [name for name in changed if name in mine]
            mine = {name: value for name, value in mine.items() if name not in OF_A_RESULT}
        self._take_or_ask(DifferencePart(UpdateKind.FIELD), seen, now, mine, kept)
        known = {*seen.get("strangers", ()), *seen.get("members", ())}
        new = tuple(name for name in there.facts.get("strangers", ()) if mark(name) not in known)
        if new and not self.is_older:
            self.update.taken.append(Difference(UpdateKind.STRANGERS, "strangers", "strangers", (), new))
        self.update.stays = [] if self.is_older else local_changes(seen, now, mine)
        self.keep(CARD, self.source_id, kept, self.here.card.id)

    def compare_lines(self, there: PlannedCard) -> None:
        """Its checklist. Of an older card nobody knows whether a line was taken away here, or is new over there."""
        unnamed = {item.text: item for item in self.here.items.values() if item.id not in self.here.known_lines}
        for item in there.checklist:
            row = self.here.rows.get((LINE, item.source_id))
            known = self.here.items.get(row.thing_id) if row else unnamed.pop(item.text, None)
            if known is not None:
                self._compare_part(
                    UpdateKind.LINE,
                    item.source_id,
                    known.id,
                    item_values(known),
                    item_values(item),
                )
            elif row is None:
                self._new_line(item)
        names = {item.source_id for item in there.checklist}
        for (kind, source_id), row in self.here.rows.items():
            gone = self.here.items.get(row.thing_id) if kind == LINE and source_id not in names else None
            # One that somebody worked on here stays.
            if gone is not None and marks(item_values(gone)) == unsealed(row.seen):
                self._take(UpdateKind.LINE_GONE, LINE, source_id, (gone.text,), (), gone.id)

    def compare_note(self, note: PlannedNote) -> None:
        """A comment. One that is not in the file is not gone: a file holds only the newest thousand actions."""
        if note.written_at is None:
            return  # what an import said for itself
        row = self.here.rows.get((NOTE, note.source_id)) if note.source_id else None
        known = self.here.notes.get(row.thing_id) if row else self.here.note_like(note)
        if known is None and row is None:
            self._take(UpdateKind.NEW_NOTE, NOTE, note.source_id, (), note_values(note)["text"])
        elif known is not None and known.removed_at is None:
            self._compare_part(UpdateKind.NOTE, note.source_id, known.id, note_values(known), note_values(note))

    def _new_line(self, item: PlannedItem) -> None:
        text = item_values(item)["text"]
        if not self.is_older:
            self._take(UpdateKind.NEW_LINE, LINE, item.source_id, (), text)
            return
        new = Difference(UpdateKind.NEW_LINE, LINE, f"{LINE}-{item.source_id}", (), text, 0, item.source_id)
        if self.is_settled(new) and new not in self.update.taken:  # it stays away
            self.keep(LINE, item.source_id, marks(item_values(item)), 0)

    def _compare_part(self, kind: UpdateKind, source_id: str, thing_id: int, now: Values, theirs: Values) -> None:
        """A line or comment that is on both sides."""
        name = LINE if kind is UpdateKind.LINE else NOTE
        known = (name, source_id) in self.here.rows
        seen: Seen = self.seen(name, source_id) if known else dict.fromkeys(now, UNKNOWN)
        kept = marks(theirs)
        mine = {part: value for part, value in theirs.items() if part != "author"}
        part = DifferencePart(kind, f"{name}-{source_id}-", thing_id, source_id)
        self._take_or_ask(part, seen, now, mine, kept)
        self.keep(name, source_id, kept, thing_id)

    def _take(self, kind: UpdateKind, name: str, source_id: str, here: Value, there: Value, thing_id: int = 0) -> None:
        self.update.taken.append(Difference(kind, name, f"{name}-{source_id}", here, there, thing_id, source_id))

    def _take_or_ask(self, part: DifferencePart, seen: Seen, now: Values, mine: Values, kept: dict[str, Value]) -> None:
        """What differs goes to what is taken or asked; of what stays open, `kept` stays as it was."""
        for name, wanted, is_asked in differences(seen, now, mine):
            key = part.prefix + name
            found = Difference(part.kind, name, key, now[name], wanted, part.thing_id, part.source_id)
            if not is_asked:
                self.update.taken.append(found)
            elif not self.is_settled(found):
                kept[name] = tuple(seen.get(name, ()))
                if name in PLACE:  # it moved, and is asked about again
                    kept["place"] = tuple(seen.get("place", ()))

    def is_settled(self, difference: Difference) -> bool:
        """Whether somebody chose already; then it is done so. A choice made of an older text here counts no more."""
        self.update.asked.append(difference)
        answer = self.answers.get(difference.key, "")
        if answer == difference.choice:
            self.update.taken.append(difference)
        elif answer != HERE:
            self.update.open += 1
            return False
        return True

    def keep(self, kind: str, source_id: str, seen: Seen, thing_id: int) -> None:
        """Remember what the file says now, when that is something else than what was remembered."""
        sealed = text_of_marks(seen)
        if source_id and ((kind, source_id) not in self.here.rows or self.seen(kind, source_id) != unsealed(sealed)):
            self.update.rows[kind, source_id] = (sealed, thing_id)

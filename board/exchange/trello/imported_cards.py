"""Cards of a board that are here already, with what hangs on them and what imports wrote of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import Rows, written_of
from board.db import session
from board.exchange.trello.cards_to_come import PlannedNote

# So many cards are read at once.
READ = 400


@dataclass
class CardHere:
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


def cards_here(opgave_id: int, source: str, source_ids: Sequence[str], for_update: bool = False) -> dict[str, CardHere]:
    """These cards of this opgave, by their number over there."""
    found: dict[str, CardHere] = {}
    for start in range(0, len(source_ids), READ):
        found |= _read(opgave_id, source, source_ids[start : start + READ], for_update)
    return found


def _read(opgave_id: int, source: str, source_ids: Sequence[str], for_update: bool) -> dict[str, CardHere]:
    query = select(Card).where(Card.opgave_id == opgave_id, Card.source == source, Card.source_id.in_(source_ids))
    query = query.options(selectinload(Card.helpers), selectinload(Card.labels)).order_by(Card.id)
    if for_update:
        query = query.with_for_update(of=Card).execution_options(populate_existing=True)
    by_id = {card.id: CardHere(card) for card in session.scalars(query)}
    for item in session.scalars(select(CheckItem).where(CheckItem.card_id.in_(by_id)).order_by(CheckItem.position)):
        by_id[item.card_id].items[item.id] = item
    for note in session.scalars(select(CardNote).where(CardNote.card_id.in_(by_id)).order_by(CardNote.id)):
        by_id[note.card_id].notes[note.id] = note
    for number, rows in written_of(opgave_id, by_id).items():
        by_id[number].rows = rows
    return dict(_by_source(by_id))


def _by_source(cards: Mapping[int, CardHere]) -> Iterator[tuple[str, CardHere]]:
    for here in cards.values():
        yield here.card.source_id or "", here

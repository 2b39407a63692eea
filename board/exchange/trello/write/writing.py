"""Puts a planned Trello board on the board of an opgave, in parts; done again it goes on where it was."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from sqlalchemy import insert, select

from board.core.opgaven.card_parts import CardNote, CheckItem, labels_named
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import BoardImport, ImportedThing, by_import
from board.core.opgaven.labels import Label
from board.core.opgaven.opgaven import Opgave, hold
from board.core.opgaven.order import at_the_end
from board.core.people.people import Person
from board.core.record.merging import sealed
from board.core.record.weeks import now
from board.db import Base, ledger, session
from board.db.batches import in_batches, split_batches
from board.exchange.trello.plan.cards import PlannedCard
from board.exchange.trello.plan.lists import ListMapping
from board.exchange.trello.plan.plan import Plan
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import without_pauses
from board.exchange.trello.write.comparison import CardUpdate, compare, compare_missing
from board.exchange.trello.write.imported_cards import (
    item_values,
    note_values,
    read_imported_cards,
    sealed_card,
)
from board.exchange.trello.write.matches import guessed_people
from board.exchange.trello.write.proposal import Proposal, imported_ids, propose
from board.exchange.trello.write.updating import SOURCE, Updater, line_of, note_of


def import_board(opgave: Opgave, board: TrelloBoard, mapping: ListMapping) -> Plan:
    """Plan and write all of it; of cards that are here only what is safe. Raises what `write` raises."""
    found = propose(opgave, board, mapping)
    write_all(opgave, found)
    return found.plan


def write_all(opgave: Opgave, found: Proposal) -> None:
    """All of it at once, however long it takes. Raises what `write` raises."""
    if found.does_something:
        number: list[int] = []
        in_batches([lambda: number.append(begin_import(opgave.id, found))])
        write_proposal(opgave, found, number[0])


def begin_import(opgave_id: int, found: Proposal) -> int:
    """Note that somebody brings this board in now; its number."""
    made = BoardImport(
        opgave_id=opgave_id,
        source=SOURCE,
        board_id=found.board.id,
        board_name=found.board.name,
        person_id=ledger().who,
        newest_at=found.board.newest_at,
        choices=found.mapping.to_json(),
        people=guessed_people(found),
        said=dict(found.choices.people),
        left_open=found.left_open,
    )
    session.add(made)
    session.flush()
    return made.id


def write_proposal(opgave: Opgave, found: Proposal, number: int, seconds: float | None = None) -> bool:
    """Make the new cards behind those that are there, and take over what changed, in parts (see `batches`).

    Whether all was done. What came by another import meanwhile is passed over. After so many `seconds` no new part
    begins. Raises ResultMissing for a card that would be done: an import tells no results (PRODUCT.md, rule 2). And
    db.Busy.
    """
    new = (partial(_write_part, opgave.id, number, part) for part in split_batches(found.plan.cards, size=_things))
    changed = (
        partial(_update_part, opgave.id, number, part, found) for part in split_batches(found.to_update, size=_changes)
    )
    steps: Iterable[Callable[[], object]] = chain(new, changed)
    return in_batches(steps, seconds)


def _things(card: PlannedCard) -> int:
    return 1 + len(card.checklist) + len(card.notes)


def _changes(update: CardUpdate) -> int:
    # Each card is read and compared again, so it counts for more than what changes in it.
    return 4 + len(update.taken) + len(update.rows)


def _write_part(opgave_id: int, import_id: int, part: Sequence[PlannedCard]) -> None:
    """With one flush, whatever the number of cards."""
    hold(opgave_id)
    if _is_undone(import_id):
        return
    here = imported_ids(opgave_id, part)
    cards = [card for card in part if card.source_id not in here]
    writer = Writer(session.get_one(Opgave, opgave_id), cards)
    with without_pauses(), by_import(import_id):
        for place, card in enumerate(cards):
            session.add_all(writer.things(card, place))
        session.flush()
        if writer.written:
            session.execute(insert(ImportedThing), list(writer.rows(import_id)))


def _update_part(opgave_id: int, import_id: int, part: Sequence[CardUpdate], found: Proposal) -> None:
    """What is here now is compared once more: somebody may have changed it since the page was made."""
    hold(opgave_id)
    if _is_undone(import_id):
        return
    here = read_imported_cards(opgave_id, SOURCE, [update.source_id for update in part], for_update=True)
    with by_import(import_id):
        for source_id, card in here.items():
            planned, answers = found.again.get(source_id), found.choices.of(source_id)
            update = compare(planned, card, answers) if planned else compare_missing(card, source_id, answers)
            Updater(card, planned, import_id).take_over(update)


def _is_undone(import_id: int) -> bool:
    """Whether a colleague undid this import while it was still coming in."""
    return session.get_one(BoardImport, import_id, populate_existing=True).undone_at is not None


class Writer:
    """Makes models of planned cards; looks up what they share only once."""

    def __init__(self, opgave: Opgave, cards: Iterable[PlannedCard]) -> None:
        cards = list(cards)
        self.opgave_id, self.start, self.at = opgave.id, at_the_end(opgave.id), now()
        self.labels = _labels(opgave, cards)
        self.people = _people(cards)
        # What was made: of a card, line or note its number over there, the thing, its card, and what is kept of it.
        self.written: list[tuple[str, str, Card | CheckItem | CardNote, Card, str]] = []

    def things(self, planned: PlannedCard, place: int) -> Iterator[Base]:
        """The card, and what hangs on it."""
        card = self._card(planned, self.start + place)
        yield card
        self.written.append(("card", planned.source_id, card, card, sealed_card(planned)))
        for position, item in enumerate(planned.checklist, 1):
            line = line_of(card, item, position)
            yield line
            self.written.append(("line", item.source_id, line, card, sealed(item_values(item))))
        for comment in planned.notes:
            note = note_of(card, comment)
            yield note
            if comment.source_id:
                self.written.append(("note", comment.source_id, note, card, sealed(note_values(comment))))

    def rows(self, import_id: int) -> Iterator[dict[str, object]]:
        """What is kept of what was made, when it has its numbers."""
        for kind, source_id, thing, card, seen in self.written:
            yield {
                "opgave_id": self.opgave_id,
                "import_id": import_id,
                "card_id": card.id,
                "kind": kind,
                "source_id": source_id,
                "thing_id": thing.id,
                "seen": seen,
            }

    def _card(self, planned: PlannedCard, position: float) -> Card:
        since = min(planned.since or self.at, self.at)
        return Card(
            opgave_id=self.opgave_id,
            block=planned.block,
            action=planned.action,
            state=CardState(planned.state),
            state_since=since,
            finished_at=since if planned.result_to_tell else None,
            week=planned.week,
            position=position,
            owner_id=planned.owner_id,
            helpers=[self.people[each] for each in planned.helper_ids],
            labels=[self.labels[name.casefold()] for name in planned.labels],
            description=planned.description,
            created_at=planned.created_at or self.at,
            changed_at=self.at,
            source=SOURCE,
            source_id=planned.source_id,
        )


def _labels(opgave: Opgave, cards: Iterable[PlannedCard]) -> Mapping[str, Label]:
    names = dict.fromkeys(name for card in cards for name in card.labels)
    return {label.name.casefold(): label for label in labels_named(opgave, names)}


def _people(cards: Iterable[PlannedCard]) -> Mapping[int, Person]:
    ids = {person_id for card in cards for person_id in card.helper_ids}
    return {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(ids)))}

"""What a file brings to an opgave today: new cards, and what changed in those that are here. Writes nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from board.core.opgaven.cards import Card
from board.core.opgaven.imports import BoardImport, ImportedThing, imports_of
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import Person
from board.db import session
from board.exchange.trello.plan.lists import ListMapping
from board.exchange.trello.plan.plan import Plan, PlannedCard, plan, plan_again
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.write.comparison import Answers, CardUpdate, compare, compare_missing
from board.exchange.trello.write.imported_cards import READ, read_imported_cards
from board.exchange.trello.write.updating import SOURCE

NOTHING: Answers = {}


@dataclass(frozen=True)
class ImportChoices:
    """What somebody chose besides where lists go: who a name is here, and per card what to take over."""

    people: Mapping[str, int | None] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)

    def of(self, source_id: str) -> Answers:
        return self.answers.get(source_id, NOTHING)


class RenamedList(NamedTuple):
    """A list that is called otherwise in this file than on cards here; `cards` is how many still say `before`."""

    before: str
    now: str
    cards: int


@dataclass(frozen=True)
class Proposal:
    """All that an import would do."""

    board: TrelloBoard
    mapping: ListMapping
    choices: ImportChoices
    plan: Plan
    updates: tuple[CardUpdate, ...]
    # The same cards, as they would come today.
    again: Mapping[str, PlannedCard]
    # The newest moment of what came before, when this file is older than that.
    older_than: datetime | None

    @property
    def to_update(self) -> list[CardUpdate]:
        return [update for update in self.updates if update.does_something]

    @property
    def does_something(self) -> bool:
        return bool(self.plan.cards or self.to_update)

    @property
    def renamed_lists(self) -> list[RenamedList]:
        """Lists that got another name over there, as cards say that stayed in them."""
        names = {column.id: column.name for column in self.board.lists}
        counts: Counter[tuple[str, str]] = Counter()
        for update in self.updates:
            planned = self.again.get(update.source_id)
            now = names.get(planned.facts["list"][0], "") if planned else ""
            if now and (before := update.renamed_from) and before != now:
                counts[before, now] += 1
        return [RenamedList(before, now, cards) for (before, now), cards in counts.items()]

    @property
    def left_open(self) -> int:
        """How many differences wait for somebody to choose."""
        return sum(update.open for update in self.updates)


def propose(opgave: Opgave, board: TrelloBoard, mapping: ListMapping, choices: ImportChoices | None = None) -> Proposal:
    """What this board would bring to this opgave today; `choices` go before what was chosen the former time."""
    before = previous_import(opgave, board)
    chosen = choices or ImportChoices()
    chosen = ImportChoices({**(before.said if before else {}), **chosen.people}, chosen.answers)
    people, here = people_by_name(), imported_ids(opgave.id)
    older_than = _older_than(board, before)
    again = plan_again(board, mapping, people, here, chosen.people) if older_than is None else []
    return Proposal(
        board,
        mapping,
        chosen,
        plan(board, mapping, people, here, chosen=chosen.people),
        tuple(_updates(opgave, board, again, chosen)),
        {card.source_id: card for card in again},
        older_than,
    )


def previous_import(opgave: Opgave, board: TrelloBoard) -> BoardImport | None:
    """The last time that this board came into this opgave."""
    return next(iter(imports_of(opgave.id, board.id)), None) if board.id else None


def _older_than(board: TrelloBoard, before: BoardImport | None) -> datetime | None:
    if before is None or before.newest_at is None or board.newest_at is None or before.undone_at is not None:
        return None
    return before.newest_at if board.newest_at < before.newest_at else None


def _updates(
    opgave: Opgave, board: TrelloBoard, again: Sequence[PlannedCard], choices: ImportChoices
) -> Iterator[CardUpdate]:
    for start in range(0, len(again), READ):
        part = again[start : start + READ]
        here = read_imported_cards(opgave.id, SOURCE, [card.source_id for card in part])
        yield from (compare(card, here[card.source_id], choices.of(card.source_id)) for card in part)
    if again:
        yield from _gone(opgave, board, choices)


def _gone(opgave: Opgave, board: TrelloBoard, choices: ImportChoices) -> Iterator[CardUpdate]:
    """Cards that came of this board, and are not in its file any more."""
    if not board.id:
        return
    query = (
        select(ImportedThing.source_id)
        .join(BoardImport)
        .where(BoardImport.board_id == board.id, ImportedThing.opgave_id == opgave.id, ImportedThing.kind == "card")
    )
    in_file = {card.id for card in board.cards}
    missing = sorted(set(session.scalars(query.distinct())) - in_file)
    for source_id, card in read_imported_cards(opgave.id, SOURCE, missing).items():
        yield compare_missing(card, source_id, choices.of(source_id))


def people_by_name() -> dict[str, int]:
    """Everybody here by name. A name that two people have is left out: rather none than the wrong one."""
    ids: dict[str, list[int]] = {}
    for name, person_id in session.execute(select(Person.name, Person.id).where(Person.erased_at.is_(None))):
        ids.setdefault(name, []).append(person_id)
    return {name: numbers[0] for name, numbers in ids.items() if len(numbers) == 1}


def imported_ids(opgave_id: int, among: Sequence[PlannedCard] | None = None) -> set[str]:
    """The Trello ids of the cards that came to this opgave before; all, or those of some cards."""
    query = select(Card.source_id).where(Card.opgave_id == opgave_id, Card.source == SOURCE)
    if among is not None:
        query = query.where(Card.source_id.in_([card.source_id for card in among]))
    return {source_id for source_id in session.scalars(query) if source_id}


AT_ONCE = 500


def readable(person: Person, opgaven: Sequence[Opgave]) -> set[int]:
    """Which of these opgaven this person may know of."""
    if person.org_role is not None:
        return {opgave.id for opgave in opgaven}
    return set(session.scalars(select(Membership.opgave_id).where(Membership.person_id == person.id)))


def other_opgaven(opgave: Opgave, board: TrelloBoard, source: str) -> Sequence[tuple[Opgave, int]]:
    """The other opgaven in which cards of this board stand, and how many."""
    ids = [card.id for card in board.cards]
    found: dict[int, int] = {}
    for start in range(0, len(ids), AT_ONCE):
        query = select(Card.opgave_id, func.count(Card.id)).where(
            Card.source == source, Card.source_id.in_(ids[start : start + AT_ONCE]), Card.opgave_id != opgave.id
        )
        for number, cards in session.execute(query.group_by(Card.opgave_id)):
            found[number] = found.get(number, 0) + cards
    opgaven = session.scalars(select(Opgave).where(Opgave.id.in_(found)).order_by(Opgave.title))
    return [(each, found[each.id]) for each in opgaven]

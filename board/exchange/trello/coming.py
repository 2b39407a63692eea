"""What a file brings to an opgave today: new cards, and what changed in those that are here. Writes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from board.core.opgaven.cards import Card
from board.core.opgaven.imports import BoardImport, ImportedThing, imports_of
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.imported_cards import READ, cards_here
from board.exchange.trello.mapping import ListMapping
from board.exchange.trello.plan import Plan, PlannedCard, plan, planned_again
from board.exchange.trello.updates import Answers, CardUpdate, compare, gone_there
from board.exchange.trello.updating import SOURCE

NOTHING: Answers = {}


@dataclass(frozen=True)
class Choices:
    """What somebody chose besides where lists go: who a name is here, and per card what to take over."""

    people: Mapping[str, int | None] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)

    def of(self, source_id: str) -> Answers:
        return self.answers.get(source_id, NOTHING)


@dataclass(frozen=True)
class Coming:
    """All that an import would do."""

    board: TrelloBoard
    mapping: ListMapping
    choices: Choices
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
    def left_open(self) -> int:
        """How many differences wait for somebody to choose."""
        return sum(update.open for update in self.updates)


def coming(opgave: Opgave, board: TrelloBoard, mapping: ListMapping, choices: Choices | None = None) -> Coming:
    """What this board would bring to this opgave today; `choices` go before what was chosen the former time."""
    before = former(opgave, board)
    chosen = choices or Choices()
    chosen = Choices({**(before.said if before else {}), **chosen.people}, chosen.answers)
    people, here = known_people(), already_here(opgave.id)
    older_than = _older_than(board, before)
    again = planned_again(board, mapping, people, here, chosen.people) if older_than is None else []
    return Coming(
        board,
        mapping,
        chosen,
        plan(board, mapping, people, here, chosen=chosen.people),
        tuple(_updates(opgave, board, again, chosen)),
        {card.source_id: card for card in again},
        older_than,
    )


def former(opgave: Opgave, board: TrelloBoard) -> BoardImport | None:
    """The last time that this board came into this opgave."""
    return next(iter(imports_of(opgave.id, board.id)), None) if board.id else None


def _older_than(board: TrelloBoard, before: BoardImport | None) -> datetime | None:
    if before is None or before.newest_at is None or board.newest_at is None or before.undone_at is not None:
        return None
    return before.newest_at if board.newest_at < before.newest_at else None


def _updates(
    opgave: Opgave, board: TrelloBoard, again: Sequence[PlannedCard], choices: Choices
) -> Iterator[CardUpdate]:
    for start in range(0, len(again), READ):
        part = again[start : start + READ]
        here = cards_here(opgave.id, SOURCE, [card.source_id for card in part])
        yield from (compare(card, here[card.source_id], choices.of(card.source_id)) for card in part)
    if again:
        yield from _gone(opgave, board, choices)


def _gone(opgave: Opgave, board: TrelloBoard, choices: Choices) -> Iterator[CardUpdate]:
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
    for source_id, here in cards_here(opgave.id, SOURCE, missing).items():
        yield gone_there(here, source_id, choices.of(source_id))


def known_people() -> dict[str, int]:
    """Everybody here by name. A name that two people have is left out: rather none than the wrong one."""
    ids: dict[str, list[int]] = {}
    for name, person_id in session.execute(select(Person.name, Person.id).where(Person.erased_at.is_(None))):
        ids.setdefault(name, []).append(person_id)
    return {name: found[0] for name, found in ids.items() if len(found) == 1}


def already_here(opgave_id: int, among: Sequence[PlannedCard] | None = None) -> set[str]:
    """The Trello ids of the cards that came to this opgave before; all, or those of some cards."""
    query = select(Card.source_id).where(Card.opgave_id == opgave_id, Card.source == SOURCE)
    if among is not None:
        query = query.where(Card.source_id.in_([card.source_id for card in among]))
    return {source_id for source_id in session.scalars(query) if source_id}

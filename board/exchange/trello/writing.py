"""Puts a planned Trello board on the board of an opgave, in parts; done again it goes on where it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sqlalchemy import select

from board.batches import in_batches, parts
from board.core.card_parts import CardNote, CheckItem, labels_named
from board.core.cards import Card, CardState, Label
from board.core.opgaven import Opgave, hold
from board.core.order import at_the_end
from board.core.people import Person
from board.core.weeks import now
from board.db import Base, session
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.cards_to_come import PlannedCard
from board.exchange.trello.mapping import ListMapping
from board.exchange.trello.pauses import without_pauses
from board.exchange.trello.plan import Plan, plan

SOURCE = "trello"


def plan_for(opgave: Opgave, board: TrelloBoard, mapping: ListMapping) -> Plan:
    """What this board would bring to this opgave today. Writes nothing."""
    return plan(board, mapping, known_people(), already_here(opgave.id))


def known_people() -> dict[str, int]:
    """Everybody here by name. A name that two people have is left out: rather none than the wrong one."""
    ids: dict[str, list[int]] = {}
    for name, person_id in session.execute(select(Person.name, Person.id)):
        ids.setdefault(name, []).append(person_id)
    return {name: found[0] for name, found in ids.items() if len(found) == 1}


def already_here(opgave_id: int, among: Sequence[PlannedCard] | None = None) -> set[str]:
    """The Trello ids of the cards that came to this opgave before; all, or those of some cards."""
    query = select(Card.source_id).where(Card.opgave_id == opgave_id, Card.source == SOURCE)
    if among is not None:
        query = query.where(Card.source_id.in_([card.source_id for card in among]))
    return {source_id for source_id in session.scalars(query) if source_id}


def bring_in(opgave: Opgave, board: TrelloBoard, mapping: ListMapping) -> Plan:
    """Plan and write all of it. Returns what was planned. Raises what `write` raises."""
    planned = plan_for(opgave, board, mapping)
    write(opgave, planned)
    return planned


def write(opgave: Opgave, planned: Plan, seconds: float | None = None) -> bool:
    """Make the cards of a plan behind those that are there, in parts (see `batches`). Whether all were made.

    What came by another import meanwhile is passed over. After so many `seconds` no new part begins.
    Raises ResultMissing for a card that would be done: an import tells no results (PRODUCT.md, rule 2). And db.Busy.
    """
    of_cards = parts(planned.cards, size=_things)
    return in_batches((partial(_write_part, opgave.id, part) for part in of_cards), seconds)


def _things(card: PlannedCard) -> int:
    return 1 + len(card.checklist) + len(card.notes)


def _write_part(opgave_id: int, part: Sequence[PlannedCard]) -> None:
    """With one flush, whatever the number of cards."""
    hold(opgave_id)
    here = already_here(opgave_id, part)
    cards = [card for card in part if card.source_id not in here]
    writer = Writer(session.get_one(Opgave, opgave_id), cards)
    with without_pauses():
        for place, card in enumerate(cards):
            session.add_all(writer.things(card, place))
        session.flush()


class Writer:
    """Makes models of planned cards; looks up what they share only once."""

    def __init__(self, opgave: Opgave, cards: Iterable[PlannedCard]) -> None:
        cards = list(cards)
        self.opgave_id, self.start, self.at = opgave.id, at_the_end(opgave.id), now()
        self.labels = _labels(opgave, cards)
        self.people = _people(cards)

    def things(self, planned: PlannedCard, place: int) -> Iterator[Base]:
        """The card, and what hangs on it."""
        card = self._card(planned, self.start + place)
        yield card
        for position, item in enumerate(planned.checklist, 1):
            yield CheckItem(
                opgave_id=self.opgave_id,
                card=card,
                text=item.text,
                done=item.done,
                position=position,
                source_id=item.source_id or None,
            )
        for note in planned.notes:
            yield CardNote(
                opgave_id=self.opgave_id,
                card=card,
                text=note.text,
                author_id=note.author_id,
                author_name=note.author_name,
                written_at=note.written_at or self.at,
                source=SOURCE,
                source_id=note.source_id or None,
            )

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
    return {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(ids)))}

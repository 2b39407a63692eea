"""Plans the cards that a Trello board becomes; nothing is written until somebody has seen this."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from board.exchange.trello.plan.cards import People, PlannedCard, Planner
from board.exchange.trello.plan.lists import ListMapping, Target
from board.exchange.trello.plan.losses import Loss, LossReason, loss, losses_of_board, losses_of_cards
from board.exchange.trello.plan.words import ImportWords
from board.exchange.trello.read.board import TrelloBoard, TrelloCard

__all__ = ["Counts", "Plan", "PlannedCard", "plan"]


@dataclass(frozen=True)
class Counts:
    """How much comes in. `cards` is all cards in the file: created + skipped."""

    cards: int
    created: int
    already: int
    left_out: int
    separators: int
    unreadable: int
    duplicates: int
    lists: int
    labels: int
    checklists: int
    checklist_items: int
    comments: int
    people_matched: int
    people_unmatched: int

    @property
    def skipped(self) -> int:
        return self.cards - self.created


@dataclass(frozen=True)
class Plan:
    """What an import will do: the cards to make, how many of what, what is lost, and who is who."""

    board_name: str
    cards: tuple[PlannedCard, ...]
    counts: Counts
    lost: tuple[Loss, ...]
    matched: Mapping[str, int]
    unmatched: tuple[str, ...]

    @property
    def changed(self) -> tuple[Loss, ...]:
        """What comes along in another form."""
        return tuple(each for each in self.lost if each.becomes_text)

    @property
    def gone(self) -> tuple[Loss, ...]:
        """What does not come along at all."""
        return tuple(each for each in self.lost if not each.becomes_text)


def plan(
    board: TrelloBoard,
    mapping: ListMapping,
    known_people: Mapping[str, int],
    already: Set[str],
    words: ImportWords | None = None,
    chosen: Mapping[str, int | None] | None = None,
) -> Plan:
    """The plan for this board.

    `known_people` gives the ids of people by name, `already` the Trello ids of cards that were
    imported before, `chosen` what somebody said of a name. Writes nothing and knows no database.
    """
    people = People.known(known_people, chosen)
    words = words or ImportWords()
    sorted_cards = _sort(board, mapping, already)
    planner = Planner(board, mapping, people, words)
    cards = tuple(planner.card(card) for card in sorted_cards.to_make)
    matched, unmatched = _who(board, sorted_cards.to_make, people)
    return Plan(
        board_name=board.name,
        cards=cards,
        counts=_counts(board, sorted_cards, cards, (len(matched), len(unmatched))),
        lost=tuple(_lost(board, sorted_cards, unmatched, words)),
        matched=matched,
        unmatched=unmatched,
    )


def plan_again(
    board: TrelloBoard,
    mapping: ListMapping,
    known_people: Mapping[str, int],
    already: Set[str],
    chosen: Mapping[str, int | None] | None = None,
) -> list[PlannedCard]:
    """The cards of the file that came before, as they would come today; not of lists that somebody leaves out."""
    planner = Planner(board, mapping, People.known(known_people, chosen), ImportWords())
    known = (card for card in board.cards if card.id in already)
    return [planner.card(card) for card in known if mapping.of(card) is not Target.SKIP]


@dataclass(frozen=True)
class _Sorted:
    """Every card of the file on exactly one heap."""

    to_make: list[TrelloCard]
    already: list[TrelloCard]
    left_out: list[TrelloCard]
    separators: list[TrelloCard]


def _sort(board: TrelloBoard, mapping: ListMapping, already: Set[str]) -> _Sorted:
    heaps = _Sorted([], [], [], [])
    for card in board.cards:
        _heap(card, heaps, mapping, already).append(card)
    return heaps


def _heap(card: TrelloCard, heaps: _Sorted, mapping: ListMapping, already: Set[str]) -> list[TrelloCard]:
    if card.id in already:
        return heaps.already
    if mapping.of(card) is Target.SKIP:
        return heaps.left_out
    return heaps.separators if card.is_separator else heaps.to_make


def _who(board: TrelloBoard, cards: list[TrelloCard], people: People) -> tuple[dict[str, int], tuple[str, ...]]:
    ids = dict.fromkeys(member_id for card in cards for member_id in card.member_ids)
    names = dict.fromkeys(board.names[member_id] for member_id in ids if member_id in board.names)
    found = {name: people.find(name) for name in names}
    matched = {name: person_id for name, person_id in found.items() if person_id is not None}
    return matched, tuple(name for name in names if name not in matched)


def _counts(board: TrelloBoard, heaps: _Sorted, cards: tuple[PlannedCard, ...], people: tuple[int, int]) -> Counts:
    return Counts(
        cards=board.cards_in_file,
        created=len(cards),
        already=len(heaps.already),
        left_out=len(heaps.left_out),
        separators=len(heaps.separators),
        unreadable=board.unreadable,
        duplicates=board.duplicates,
        lists=len(board.lists),
        labels=len({label for card in cards for label in card.labels}),
        checklists=sum(len(card.checklists) for card in heaps.to_make),
        checklist_items=sum(len(card.checklist) for card in cards),
        comments=sum(len(card.comments) for card in heaps.to_make),
        people_matched=people[0],
        people_unmatched=people[1],
    )


def _lost(board: TrelloBoard, heaps: _Sorted, unmatched: tuple[str, ...], words: ImportWords) -> list[Loss]:
    found = [
        loss("cards_left_out", LossReason.LEFT_OUT_BY_CHOICE, [card.name for card in heaps.left_out]),
        loss("separators", LossReason.NO_WORK, [card.name for card in heaps.separators]),
        loss("unreadable_cards", LossReason.UNREADABLE, Counter({"": board.unreadable})),
        loss("duplicate_cards", LossReason.TWICE_IN_FILE, Counter({"": board.duplicates})),
        loss("members_without_account", LossReason.NO_ACCOUNTS_ARE_MADE, unmatched),
    ]
    nameless = [card.name for card in heaps.to_make for each in card.member_ids if each not in board.names]
    found.append(loss("members_without_name", LossReason.NOT_IN_FILE, nameless))
    of_cards = losses_of_cards(heaps.to_make, {column.id for column in board.lists})
    # A second run of the same file makes nothing, so it loses nothing of the board either.
    of_board = losses_of_board(board, words) if heaps.to_make or not heaps.already else []
    return [each for each in found if each] + of_cards + of_board

"""The planned cards: all their texts as they will be written, their people, and what state they wait in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from board.core.record.merging import Value, mark
from board.core.record.weeks import Week, day_of
from board.exchange.trello.plan import texts
from board.exchange.trello.plan.lists import ListMapping, Target, fold, guess_key
from board.exchange.trello.plan.words import ImportWords, names_of_labels, shorten
from board.exchange.trello.read import board
from board.exchange.trello.read.board import TrelloBoard, TrelloCard, TrelloComment, TrelloLabel, TrelloList


@dataclass(frozen=True)
class People:
    """The people here by folded name. Two people with one name are nobody: rather none than the wrong one."""

    by_name: Mapping[str, int]
    # What somebody said of a name, as it stands over there: who it is here, or nobody.
    chosen: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def known(cls, people: Mapping[str, int], chosen: Mapping[str, int | None] | None = None) -> "People":
        found: dict[str, int] = {}
        doubtful = set()
        for name, person_id in people.items():
            folded = fold(name)
            if found.setdefault(folded, person_id) != person_id:
                doubtful.add(folded)
        by_name = {name: person_id for name, person_id in found.items() if name and name not in doubtful}
        return cls(by_name, chosen or {})

    def find(self, name: str) -> int | None:
        """The id of the person with this name: “Pinas, Ruth” is “ruth pinas”."""
        if name in self.chosen:
            return self.chosen[name]
        return self.by_name.get(fold(name)) or self.by_name.get(fold(_turned(name)))

    def split(self, names: Sequence[str]) -> tuple[list[int], list[str]]:
        """The ids of those who are known, each once, and the names of those who are not."""
        ids = [found for name in names if (found := self.find(name)) is not None]
        return list(dict.fromkeys(ids)), [name for name in names if self.find(name) is None]


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma else name


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A line of the tiny checklist. `source_id` is Trello's id of it."""

    text: str
    done: bool
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class PlannedNote:
    """A comment that comes along, or what the import has to say. Without a moment it is written now.

    `source_id` is Trello's id of the comment; what the import says itself has none.
    """

    text: str
    author_name: str
    author_id: int | None
    written_at: datetime | None
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card as it will be made. `state` and `block` are spelled as the model spells them."""

    source_id: str
    action: str
    description: str
    block: str
    state: str
    # Since when it stands there, where that is known: when it was finished, or left the board.
    since: datetime | None
    week: int | None
    labels: tuple[str, ...]
    checklist: tuple[PlannedItem, ...]
    notes: tuple[PlannedNote, ...]
    owner_id: int | None
    helper_ids: tuple[int, ...]
    created_at: datetime | None
    # It was finished, and nobody told yet what an inwoner notices of it.
    result_to_tell: bool
    # What only counts over there: in which list it stood and how, and whose it was by name.
    facts: Mapping[str, Value] = field(default_factory=dict)


class Planner:
    """Turns the cards of one Trello board into planned cards."""

    def __init__(self, board: TrelloBoard, mapping: ListMapping, people: People, words: ImportWords) -> None:
        self.lists = {column.id: column for column in board.lists}
        self.names = board.names
        self.labels = names_of_labels(board, words)
        self.mapping, self.people, self.words = mapping, people, words

    def card(self, card: TrelloCard) -> PlannedCard:
        """The planned card. Its owner is the first member whose name is known here; others help."""
        target = self.mapping.of(card)
        ids, strangers = self.people.split([self.names[each] for each in card.member_ids if each in self.names])
        column = self.lists.get(card.list_id)
        was_done = self._was_done(card)
        waits = is_finished(card, target, was_done)
        state = _state(card, target, waits)
        return PlannedCard(
            source_id=card.id,
            action=texts.action(card, self.words),
            description=texts.description(card, column.name if column else "", self.words),
            block=target.block,
            state=state,
            since=self._since(card, column, state, waits),
            week=_week(card.due),
            labels=self._labels(card.labels),
            checklist=tuple(_items(card)),
            notes=(
                *(self._comment(each) for each in card.comments),
                *self._remarks(card, column, waits, strangers),
            ),
            owner_id=ids[0] if ids else None,
            helper_ids=tuple(ids[1:]),
            created_at=card.moments.created,
            result_to_tell=waits,
            facts=_facts(card, self.names) | {"strangers": tuple(strangers)},
        )

    def _labels(self, labels: tuple[TrelloLabel, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.labels[label] for label in labels if label in self.labels))

    def _comment(self, comment: TrelloComment) -> PlannedNote:
        author = shorten(comment.author or self.words.unknown_author, texts.LONGEST_NAME)
        return PlannedNote(comment.text, author, self.people.find(comment.author), comment.written_at, comment.id)

    def _remarks(
        self, card: TrelloCard, column: TrelloList | None, waits: bool, strangers: list[str]
    ) -> tuple[PlannedNote, ...]:
        words = self.words
        said = (
            *self._when(card, column, waits),
            words.template if card.is_template else "",
            words.members.format(names=", ".join(strangers)) if strangers else "",
        )
        text = " ".join(sentence for sentence in said if sentence)
        return (PlannedNote(text, words.importer, None, None),) if text else ()

    def _when(self, card: TrelloCard, column: TrelloList | None, waits: bool) -> Iterator[str]:
        """That it was finished or put away, and when."""
        words = self.words
        if waits:
            done = self._finished(card)
            yield words.on(done, words.finished_on, words.finished_by, words.finished)
            yield words.result_to_tell
        if card.closed or (column is not None and column.closed):
            away = board.archived_at(card, column)
            yield words.on(away, words.archived_on, words.archived_by, words.archived)

    def _was_done(self, card: TrelloCard) -> bool:
        """Whether the list from which it came here holds done work."""
        if card.before is None:
            return False
        if card.before.list_id in self.lists:
            return self.mapping.target(card.before.list_id) is Target.DONE
        return guess_key(card.before.list_name) == Target.DONE.value

    def _finished(self, card: TrelloCard) -> board.KnownMoment | None:
        in_done_list = self.mapping.of(card) is Target.DONE
        was_done = card.before.since if card.before and self._was_done(card) else None
        return board.finished(card, card.moments.arrived if in_done_list else was_done)

    def _since(self, card: TrelloCard, column: TrelloList | None, state: str, waits: bool) -> datetime | None:
        """Since when it stands there. How long an open card was in hand says nothing: its two weeks begin now."""
        if waits:
            when = self._finished(card)
        elif state != Target.STOPPED.value:
            return None
        elif card.closed or (column is not None and column.closed):
            when = board.archived_at(card, column)
        else:
            return card.moments.arrived or card.moments.active
        return when.at if when else None


def is_finished(card: TrelloCard, target: Target, was_done: bool = False) -> bool:
    """Whether the card was done in Trello, so that its result can still be told.

    Ticked off is as good as a done list. Who tidies a board puts finished cards in the archive, so there it counts too
    that a label says so, or that it came there from a done list (`was_done`). What goes to a list of stopped work is
    not done, whatever stands on it.
    """
    if target in {Target.STOPPED, Target.SKIP} or card.is_template:
        return False
    is_away = card.closed or target is Target.ARCHIVE
    return card.complete or target is Target.DONE or (is_away and (was_done or _has_done_label(card)))


def _has_done_label(card: TrelloCard) -> bool:
    return any(guess_key(label.name) == Target.DONE.value for label in card.labels if label.name)


def _state(card: TrelloCard, target: Target, waits: bool) -> str:
    if waits:
        return Target.DOING.value
    if card.closed or target.state == Target.STOPPED.value:
        return Target.STOPPED.value
    return Target.IDEA.value if card.is_template else target.state


def _week(due: datetime | None) -> int | None:
    return Week.of(day_of(due)).code if due else None


def _items(card: TrelloCard) -> Iterator[PlannedItem]:
    """The lines with their ids over there; a hand-made file has none, and then a line is what it says."""
    times: Counter[str] = Counter()
    for text, done, item_id in texts.checklist_lines(card):
        times[text] += 1
        own_id = item_id or mark(f"{card.id} {text} {times[text]}")
        yield PlannedItem(shorten(text, texts.LONGEST_ITEM), done, own_id)


def _facts(card: TrelloCard, names: Mapping[str, str]) -> dict[str, Value]:
    stood = (card.list_id, "dicht" if card.closed else "", "af" if card.complete else "")
    members = tuple(names[each] for each in card.member_ids if each in names)
    return {"list": (card.list_id,), "place": ("/".join(stood),), "members": members}

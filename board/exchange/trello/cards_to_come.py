"""One planned card: all its texts as they will be written, and what state it waits in."""

from dataclasses import dataclass
from datetime import datetime

from board.core.weeks import AMSTERDAM, Week
from board.exchange.trello import texts
from board.exchange.trello.boards import TrelloBoard, TrelloCard, TrelloComment, TrelloLabel, TrelloList
from board.exchange.trello.mapping import ListMapping, Target
from board.exchange.trello.people import People
from board.exchange.trello.words import Words

NOT_YET_DONE = {Target.IDEA.value, Target.PLANNED.value, Target.DOING.value}


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A line of the tiny checklist."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class PlannedNote:
    """A comment that comes along, or what the import has to say. Without a moment it is written now."""

    text: str
    author_name: str
    author_id: int | None
    written_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card as it will be made. `state` and `block` are spelled as the model spells them."""

    source_id: str
    action: str
    description: str
    block: str
    state: str
    week: int | None
    labels: tuple[str, ...]
    checklist: tuple[PlannedItem, ...]
    notes: tuple[PlannedNote, ...]
    owner_id: int | None
    helper_ids: tuple[int, ...]
    created_at: datetime | None
    result_to_tell: bool


class Planner:
    """Turns the cards of one Trello board into planned cards."""

    def __init__(self, board: TrelloBoard, mapping: ListMapping, people: People, words: Words) -> None:
        self.lists = {column.id: column for column in board.lists}
        self.names = board.names
        self.mapping, self.people, self.words = mapping, people, words

    def card(self, card: TrelloCard) -> PlannedCard:
        """The planned card. Its owner is the first member whose name is known here; others help."""
        target = self.mapping.target(card.list_id)
        ids, strangers = self.people.split([self.names[each] for each in card.member_ids if each in self.names])
        state = self._state(card, target)
        column = self.lists.get(card.list_id)
        waits = state == Target.DOING.value and (card.complete or target is Target.DONE)
        return PlannedCard(
            source_id=card.id,
            action=texts.action(card, self.words),
            description=texts.description(card, column.name if column else "", self.words),
            block=target.block,
            state=state,
            week=_week(card.due),
            labels=self._labels(card.labels),
            checklist=tuple(
                PlannedItem(texts.shorten(text, texts.LONGEST_ITEM), done) for text, done in texts.items(card)
            ),
            notes=(
                *(self._comment(each) for each in card.comments),
                *self._remarks(card, column, waits, strangers),
            ),
            owner_id=ids[0] if ids else None,
            helper_ids=tuple(ids[1:]),
            created_at=card.created_at,
            result_to_tell=waits,
        )

    def _state(self, card: TrelloCard, target: Target) -> str:
        if card.closed or target is Target.STOPPED:
            return Target.STOPPED.value
        if card.is_template:
            return Target.IDEA.value
        # Ticked off in Trello is as good as a done list.
        return Target.DOING.value if card.complete and target.state in NOT_YET_DONE else target.state

    def _labels(self, labels: tuple[TrelloLabel, ...]) -> tuple[str, ...]:
        # Our card form has commas between labels, so there is none inside one.
        names = (
            texts.shorten((label.name or self.words.colour(label.colour)).replace(",", ";"), texts.LONGEST_LABEL)
            for label in labels
        )
        return tuple({name.casefold(): name for name in names}.values())

    def _comment(self, comment: TrelloComment) -> PlannedNote:
        author = texts.shorten(comment.author or self.words.unknown_author, texts.LONGEST_NAME)
        return PlannedNote(comment.text, author, self.people.find(comment.author), comment.written_at)

    def _remarks(
        self, card: TrelloCard, column: TrelloList | None, waits: bool, strangers: list[str]
    ) -> tuple[PlannedNote, ...]:
        words = self.words
        said = (
            words.result_to_tell if waits else "",
            words.archived if card.closed or (column and column.closed) else "",
            words.template if card.is_template else "",
            words.members.format(names=", ".join(strangers)) if strangers else "",
        )
        text = " ".join(sentence for sentence in said if sentence)
        return (PlannedNote(text, words.importer, None, None),) if text else ()


def _week(due: datetime | None) -> int | None:
    return Week.of(due.astimezone(AMSTERDAM).date()).code if due else None

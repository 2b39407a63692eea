"""Names everything in a Trello file that does not come along, and why: told before anything is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from board.exchange.trello.boards import TrelloBoard, TrelloCard
from board.exchange.trello.texts import LONGEST_LABEL

NEWEST_ACTIONS = 1000
EXAMPLES = 3
TRELLO_CARD = ("https://trello.com/c/", "https://www.trello.com/c/")


class Why(Enum):
    """Why something does not come along."""

    NEEDS_LOGIN = "needs_login"
    NO_PLACE_HERE = "no_place_here"
    WEEK_IS_THE_UNIT = "week_is_the_unit"
    NO_ACCOUNTS_ARE_MADE = "no_accounts_are_made"
    NOT_IN_FILE = "not_in_file"
    WORKS_ONLY_IN_TRELLO = "works_only_in_trello"
    LEFT_OUT_BY_CHOICE = "left_out_by_choice"
    UNREADABLE = "unreadable"
    TWICE_IN_FILE = "twice_in_file"
    NO_WORK = "no_work"
    TOO_LONG = "too_long"
    CARD_IS_GONE = "card_is_gone"


@dataclass(frozen=True)
class Loss:
    """One kind of thing that is lost: what, how many, why, and some of them by name."""

    what: str
    count: int
    why: Why
    examples: tuple[str, ...] = ()


Cards = Sequence[TrelloCard]


def loss(what: str, why: Why, names: Iterable[str] | Counter[str]) -> Loss | None:
    """A loss with its first few examples; None when there is nothing to lose."""
    # A counter, because a file may claim a million votes on a card.
    found = Counter(names)
    shown = [name for name in found if name][:EXAMPLES]
    return Loss(what, found.total(), why, tuple(shown)) if found.total() else None


def _times(count: Callable[[TrelloCard], int]) -> Callable[[Cards], Counter[str]]:
    """Each card's name as often as it has the thing."""

    def names(cards: Cards) -> Counter[str]:
        found: Counter[str] = Counter()
        for card in cards:
            if times := count(card):
                found[card.name] += times
        return found

    return names


def _uploads(cards: Cards) -> Counter[str]:
    return Counter(each.name for card in cards for each in card.attachments if each.is_upload)


def _card_links(card: TrelloCard) -> int:
    return sum(not each.is_upload and each.url.startswith(TRELLO_CARD) for each in card.attachments)


def _coloured(cards: Cards) -> Counter[str]:
    labels = dict.fromkeys(label for card in cards for label in card.labels)
    return Counter(label.name for label in labels if label.name and label.colour)


def _long_labels(cards: Cards) -> Counter[str]:
    names = dict.fromkeys(label.name for card in cards for label in card.labels)
    return Counter(name[:LONGEST_LABEL] for name in names if len(name) > LONGEST_LABEL)


def _missing_comments(card: TrelloCard) -> int:
    return max((card.extras.comments or 0) - len(card.comments), 0)


def _item_extras(card: TrelloCard) -> int:
    return sum(item.extras for checklist in card.checklists for item in checklist.items)


ON_CARDS: tuple[tuple[str, Why, Callable[[Cards], Counter[str]]], ...] = (
    ("uploads", Why.NEEDS_LOGIN, _uploads),
    ("older_comments", Why.NOT_IN_FILE, _times(_missing_comments)),
    ("due_time", Why.WEEK_IS_THE_UNIT, _times(lambda card: int(card.due is not None))),
    ("start_dates", Why.WEEK_IS_THE_UNIT, _times(lambda card: card.extras.starts)),
    ("reminders", Why.NO_PLACE_HERE, _times(lambda card: card.extras.reminders)),
    ("item_dates_and_people", Why.NO_PLACE_HERE, _times(_item_extras)),
    ("covers", Why.NO_PLACE_HERE, _times(lambda card: card.extras.covers)),
    ("stickers", Why.NO_PLACE_HERE, _times(lambda card: card.extras.stickers)),
    ("votes", Why.NO_PLACE_HERE, _times(lambda card: card.extras.votes)),
    ("label_colours", Why.NO_PLACE_HERE, _coloured),
    ("long_labels", Why.TOO_LONG, _long_labels),
    ("card_links", Why.WORKS_ONLY_IN_TRELLO, _times(_card_links)),
    ("mirrors", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.mirrors)),
    ("templates", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: int(card.is_template))),
    ("card_power_ups", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.power_ups)),
)


def on_cards(cards: Cards) -> list[Loss]:
    """What is lost of the cards that are made."""
    found = (loss(what, why, names(cards)) for what, why, names in ON_CARDS)
    return [each for each in found if each]


def on_board(board: TrelloBoard) -> list[Loss]:
    """What is lost of the board itself."""
    found = [
        _counted("history", board.other_actions, Why.NO_PLACE_HERE),
        _unknown_comments(board),
        _counted("comments_of_removed_cards", board.stray_comments, Why.CARD_IS_GONE),
        loss("list_limits", Why.NO_PLACE_HERE, [column.name for column in board.lists if column.limit]),
        _counted("rights", board.rights, Why.NO_ACCOUNTS_ARE_MADE),
        _counted("power_ups", board.power_ups, Why.WORKS_ONLY_IN_TRELLO),
        loss("board_description", Why.NO_PLACE_HERE, [board.description[:80]] if board.description else []),
        loss("unused_labels", Why.NO_PLACE_HERE, _unused_labels(board)),
    ]
    return [each for each in found if each]


def _counted(what: str, count: int, why: Why) -> Loss | None:
    return Loss(what, count, why) if count else None


def _unknown_comments(board: TrelloBoard) -> Loss | None:
    """With a full log and cards that do not count their comments, nobody knows how many are missing."""
    silent = any(card.extras.comments is None for card in board.cards)
    return Loss("comments_before_the_log", 0, Why.NOT_IN_FILE) if silent and board.actions >= NEWEST_ACTIONS else None


def _unused_labels(board: TrelloBoard) -> list[str]:
    used = {label for card in board.cards for label in card.labels}
    return [label.name for label in board.labels if label.name and label not in used]

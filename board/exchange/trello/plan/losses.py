"""What does not come along of a Trello file, or comes in another form, and why: of its cards and of the board."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from board.exchange.trello.plan import texts
from board.exchange.trello.plan.words import LONGEST_LABEL, ImportWords, same_looking_labels
from board.exchange.trello.read.board import TrelloBoard, TrelloCard

EXAMPLES = 3


class LossReason(Enum):
    """Why something does not come along."""

    NEEDS_LOGIN = "needs_login"
    NO_PLACE_HERE = "no_place_here"
    KEPT_AS_TEXT = "kept_as_text"
    NO_ACCOUNTS_ARE_MADE = "no_accounts_are_made"
    NOT_IN_FILE = "not_in_file"
    WORKS_ONLY_IN_TRELLO = "works_only_in_trello"
    LEFT_OUT_BY_CHOICE = "left_out_by_choice"
    UNREADABLE = "unreadable"
    TWICE_IN_FILE = "twice_in_file"
    NO_WORK = "no_work"
    TOO_LONG = "too_long"
    NOTHING_IN_IT = "nothing_in_it"
    LOOKS_THE_SAME = "looks_the_same"
    CARD_IS_GONE = "card_is_gone"


# What people made or said. The rest is how Trello looks and works: who moves on hardly misses it.
OF_PEOPLE = frozenset(
    {
        *("cards_left_out", "unreadable_cards", "duplicate_cards", "members_without_account", "members_without_name"),
        *("uploads", "older_comments", "comments_before_the_log", "comments_of_removed_cards", "lost_choices"),
        *("checklists_of_removed_cards", "lines_of_removed_cards", "item_dates_and_people", "board_description"),
        *("long_labels", "long_names", "senders", "lists_not_in_file", "same_labels", "votes", "mirrors", "link_cards"),
    }
)


@dataclass(frozen=True)
class Loss:
    """One kind of thing that is lost: what, how many, why, and some of them by name."""

    what: str
    count: int
    why: LossReason
    examples: tuple[str, ...] = ()

    @property
    def becomes_text(self) -> bool:
        """Whether it comes along in another form."""
        return self.why is LossReason.KEPT_AS_TEXT

    @property
    def is_of_people(self) -> bool:
        """Whether somebody may miss it."""
        return self.what in OF_PEOPLE


def loss(what: str, why: LossReason, names: Iterable[str] | Counter[str]) -> Loss | None:
    """A loss with its first few examples; None when there is nothing to lose."""
    # A counter, because a file may claim a million votes on a card.
    found = Counter(names)
    shown = [name for name in found if name][:EXAMPLES]
    return Loss(what, found.total(), why, tuple(shown)) if found.total() else None


NEWEST_ACTIONS = 1000


def losses_of_board(board: TrelloBoard, words: ImportWords) -> list[Loss]:
    """What is lost of this board, beside what is lost of its cards."""
    return [each for each in _found(board, words) if each]


def _found(board: TrelloBoard, words: ImportWords) -> Iterator[Loss | None]:
    strays = board.strays
    yield loss("history", LossReason.NO_PLACE_HERE, _unnamed(board.other_actions))
    yield _unknown_comments(board)
    yield loss("comments_of_removed_cards", LossReason.CARD_IS_GONE, strays.comments)
    yield loss("empty_comments_of_removed_cards", LossReason.NOTHING_IN_IT, _unnamed(strays.blank_comments))
    yield loss("double_comments", LossReason.TWICE_IN_FILE, _unnamed(strays.double_comments))
    yield loss("checklists_of_removed_cards", LossReason.CARD_IS_GONE, strays.checklists)
    yield loss("lines_of_removed_cards", LossReason.CARD_IS_GONE, _unnamed(strays.checklist_lines))
    yield loss("list_limits", LossReason.NO_PLACE_HERE, [column.name for column in board.lists if column.limit])
    yield loss("empty_lists", LossReason.NO_PLACE_HERE, _empty_lists(board))
    yield loss("rights", LossReason.NO_ACCOUNTS_ARE_MADE, _unnamed(board.rights))
    yield loss("power_ups", LossReason.WORKS_ONLY_IN_TRELLO, _unnamed(board.power_ups))
    yield loss("board_description", LossReason.NO_PLACE_HERE, [board.description[:80]] if board.description else [])
    yield loss("background", LossReason.NO_PLACE_HERE, [board.name] if board.has_background else [])
    yield loss("same_labels", LossReason.LOOKS_THE_SAME, same_looking_labels(board, words))
    yield loss("unused_labels", LossReason.NO_PLACE_HERE, _unused_labels(board, words))
    yield loss("unused_fields", LossReason.NO_PLACE_HERE, _unused_fields(board))


def _unnamed(number: int) -> Counter[str]:
    return Counter({"": number})


def _unknown_comments(board: TrelloBoard) -> Loss | None:
    """With a full log and cards that do not count their comments, nobody knows how many are missing."""
    silent = any(card.extras.comments is None for card in board.cards)
    return (
        Loss("comments_before_the_log", 0, LossReason.NOT_IN_FILE)
        if silent and board.actions >= NEWEST_ACTIONS
        else None
    )


def _empty_lists(board: TrelloBoard) -> list[str]:
    used = {card.list_id for card in board.cards}
    return [column.name for column in board.lists if column.id not in used]


def _unused_labels(board: TrelloBoard, words: ImportWords) -> list[str]:
    used = {label for card in board.cards for label in card.labels}
    return [label.name or words.colour(label.colour) for label in board.labels if label not in used]


def _unused_fields(board: TrelloBoard) -> list[str]:
    used = {field.name for card in board.cards for field in card.fields}
    return [name for name in board.fields if name not in used]


TRELLO_CARD = ("https://trello.com/c/", "https://www.trello.com/c/")

Cards = Sequence[TrelloCard]
Names = Callable[[Cards], Counter[str]]


def losses_of_cards(cards: Cards, lists: Collection[str]) -> list[Loss]:
    """What is lost of these cards; `lists` are the ids of the lists of the board."""
    found = [loss(what, why, names(cards)) for what, why, names in KINDS]
    nowhere = [card.name for card in cards if card.list_id not in lists]
    return [each for each in (*found, loss("lists_not_in_file", LossReason.NOT_IN_FILE, nowhere)) if each]


def _times(count: Callable[[TrelloCard], int]) -> Names:
    """Each card's name as often as it has the thing."""

    def names(cards: Cards) -> Counter[str]:
        found: Counter[str] = Counter()
        for card in cards:
            if times := count(card):
                found[card.name] += times
        return found

    return names


def _of(things: Callable[[TrelloCard], list[str]]) -> Names:
    """The things themselves, by their own names."""
    return lambda cards: Counter(name for card in cards for name in things(card))


def _role(*roles: str) -> Names:
    return _times(lambda card: int(card.extras.role in roles))


def _uploads(card: TrelloCard) -> list[str]:
    return [each.name for each in card.attachments if each.is_upload]


def _card_links(card: TrelloCard) -> int:
    return sum(not each.is_upload and each.url.startswith(TRELLO_CARD) for each in card.attachments)


def _coloured(cards: Cards) -> Counter[str]:
    labels = dict.fromkeys(label for card in cards for label in card.labels)
    return Counter(label.name for label in labels if label.name and label.colour)


def _long_labels(cards: Cards) -> Counter[str]:
    names = dict.fromkeys(label.name for card in cards for label in card.labels)
    return Counter(name[:LONGEST_LABEL] for name in names if len(name) > LONGEST_LABEL)


def _long_names(card: TrelloCard) -> list[str]:
    return [each.author for each in card.comments if len(each.author) > texts.LONGEST_NAME]


def _blank_labels(card: TrelloCard) -> int:
    return sum(not label.name and not label.colour for label in card.labels)


def _missing_comments(card: TrelloCard) -> int:
    return max((card.extras.comments or 0) - len(card.comments) - card.extras.blank_comments, 0)


def _item_extras(card: TrelloCard) -> int:
    return sum(item.extras for checklist in card.checklists for item in checklist.items)


def _empty_lines(card: TrelloCard) -> int:
    return sum(checklist.empty_lines for checklist in card.checklists)


def _empty_checklists(card: TrelloCard) -> list[str]:
    return [checklist.name for checklist in card.checklists if not checklist.items]


def _nameless_fields(card: TrelloCard) -> list[str]:
    return [field.value for field in card.fields if not field.name]


def _lost_choices(card: TrelloCard) -> list[str]:
    return [field.name for field in card.fields if not field.value]


KNOWN_ROLES = ("", "separator", "mirror", "link", "board")
KINDS: tuple[tuple[str, LossReason, Names], ...] = (
    ("uploads", LossReason.NEEDS_LOGIN, _of(_uploads)),
    ("older_comments", LossReason.NOT_IN_FILE, _times(_missing_comments)),
    ("due_time", LossReason.KEPT_AS_TEXT, _times(lambda card: int(card.due is not None))),
    ("start_dates", LossReason.KEPT_AS_TEXT, _times(lambda card: int(card.start is not None))),
    ("odd_due_dates", LossReason.KEPT_AS_TEXT, _of(lambda card: [card.odd_due] if card.odd_due else [])),
    ("recurrences", LossReason.KEPT_AS_TEXT, _times(lambda card: int(bool(card.recurrence)))),
    ("coordinates", LossReason.KEPT_AS_TEXT, _times(lambda card: int(bool(card.coordinates)))),
    ("sources", LossReason.KEPT_AS_TEXT, _of(lambda card: [card.source.name] if card.source else [])),
    ("first_names", LossReason.KEPT_AS_TEXT, _of(lambda card: [card.first_name] if card.first_name else [])),
    ("nameless_fields", LossReason.KEPT_AS_TEXT, _of(_nameless_fields)),
    ("empty_checklists", LossReason.KEPT_AS_TEXT, _of(_empty_checklists)),
    ("lost_choices", LossReason.NOT_IN_FILE, _of(_lost_choices)),
    ("reminders", LossReason.NO_PLACE_HERE, _times(lambda card: card.extras.reminders)),
    ("item_dates_and_people", LossReason.NO_PLACE_HERE, _times(_item_extras)),
    ("empty_lines", LossReason.NOTHING_IN_IT, _times(_empty_lines)),
    ("empty_comments", LossReason.NOTHING_IN_IT, _times(lambda card: card.extras.blank_comments)),
    ("empty_labels", LossReason.NOTHING_IN_IT, _times(_blank_labels)),
    ("empty_attachments", LossReason.NOTHING_IN_IT, _times(lambda card: card.extras.blank_attachments)),
    ("senders", LossReason.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.senders)),
    ("covers", LossReason.NO_PLACE_HERE, _times(lambda card: card.extras.covers)),
    ("stickers", LossReason.NO_PLACE_HERE, _times(lambda card: card.extras.stickers)),
    ("votes", LossReason.NO_PLACE_HERE, _times(lambda card: card.extras.votes)),
    ("label_colours", LossReason.NO_PLACE_HERE, _coloured),
    ("long_labels", LossReason.TOO_LONG, _long_labels),
    ("long_names", LossReason.TOO_LONG, _of(_long_names)),
    ("card_links", LossReason.WORKS_ONLY_IN_TRELLO, _times(_card_links)),
    ("mirrors", LossReason.WORKS_ONLY_IN_TRELLO, _role("mirror")),
    ("link_cards", LossReason.WORKS_ONLY_IN_TRELLO, _role("link", "board")),
    ("other_cards", LossReason.WORKS_ONLY_IN_TRELLO, _times(lambda card: int(card.extras.role not in KNOWN_ROLES))),
    ("templates", LossReason.WORKS_ONLY_IN_TRELLO, _times(lambda card: int(card.is_template))),
    ("card_power_ups", LossReason.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.power_ups)),
)

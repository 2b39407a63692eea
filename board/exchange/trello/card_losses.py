"""What is lost of the cards that are made, kind by kind."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from board.exchange.trello import texts
from board.exchange.trello.boards import TrelloCard
from board.exchange.trello.labels import LONGEST_LABEL
from board.exchange.trello.losses import Loss, Why, loss

TRELLO_CARD = ("https://trello.com/c/", "https://www.trello.com/c/")

Cards = Sequence[TrelloCard]
Names = Callable[[Cards], Counter[str]]


def on_cards(cards: Cards, lists: Collection[str]) -> list[Loss]:
    """What is lost of these cards; `lists` are the ids of the lists of the board."""
    found = [loss(what, why, names(cards)) for what, why, names in KINDS]
    nowhere = [card.name for card in cards if card.list_id not in lists]
    return [each for each in (*found, loss("lists_not_in_file", Why.NOT_IN_FILE, nowhere)) if each]


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
KINDS: tuple[tuple[str, Why, Names], ...] = (
    ("uploads", Why.NEEDS_LOGIN, _of(_uploads)),
    ("older_comments", Why.NOT_IN_FILE, _times(_missing_comments)),
    ("due_time", Why.KEPT_AS_TEXT, _times(lambda card: int(card.due is not None))),
    ("start_dates", Why.KEPT_AS_TEXT, _times(lambda card: int(card.start is not None))),
    ("odd_due_dates", Why.KEPT_AS_TEXT, _of(lambda card: [card.odd_due] if card.odd_due else [])),
    ("recurrences", Why.KEPT_AS_TEXT, _times(lambda card: int(bool(card.recurrence)))),
    ("coordinates", Why.KEPT_AS_TEXT, _times(lambda card: int(bool(card.coordinates)))),
    ("sources", Why.KEPT_AS_TEXT, _of(lambda card: [card.source.name] if card.source else [])),
    ("first_names", Why.KEPT_AS_TEXT, _of(lambda card: [card.first_name] if card.first_name else [])),
    ("nameless_fields", Why.KEPT_AS_TEXT, _of(_nameless_fields)),
    ("empty_checklists", Why.KEPT_AS_TEXT, _of(_empty_checklists)),
    ("lost_choices", Why.NOT_IN_FILE, _of(_lost_choices)),
    ("reminders", Why.NO_PLACE_HERE, _times(lambda card: card.extras.reminders)),
    ("item_dates_and_people", Why.NO_PLACE_HERE, _times(_item_extras)),
    ("empty_lines", Why.NOTHING_IN_IT, _times(_empty_lines)),
    ("empty_comments", Why.NOTHING_IN_IT, _times(lambda card: card.extras.blank_comments)),
    ("empty_labels", Why.NOTHING_IN_IT, _times(_blank_labels)),
    ("empty_attachments", Why.NOTHING_IN_IT, _times(lambda card: card.extras.blank_attachments)),
    ("senders", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.senders)),
    ("covers", Why.NO_PLACE_HERE, _times(lambda card: card.extras.covers)),
    ("stickers", Why.NO_PLACE_HERE, _times(lambda card: card.extras.stickers)),
    ("votes", Why.NO_PLACE_HERE, _times(lambda card: card.extras.votes)),
    ("label_colours", Why.NO_PLACE_HERE, _coloured),
    ("long_labels", Why.TOO_LONG, _long_labels),
    ("long_names", Why.TOO_LONG, _of(_long_names)),
    ("card_links", Why.WORKS_ONLY_IN_TRELLO, _times(_card_links)),
    ("mirrors", Why.WORKS_ONLY_IN_TRELLO, _role("mirror")),
    ("link_cards", Why.WORKS_ONLY_IN_TRELLO, _role("link", "board")),
    ("other_cards", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: int(card.extras.role not in KNOWN_ROLES))),
    ("templates", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: int(card.is_template))),
    ("card_power_ups", Why.WORKS_ONLY_IN_TRELLO, _times(lambda card: card.extras.power_ups)),
)

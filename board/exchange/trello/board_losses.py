"""What is lost of the board itself, kind by kind."""

from collections import Counter
from collections.abc import Iterator

from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.labels import look_the_same
from board.exchange.trello.losses import Loss, Why, loss
from board.exchange.trello.words import Words

NEWEST_ACTIONS = 1000


def on_board(board: TrelloBoard, words: Words) -> list[Loss]:
    """What is lost of this board, beside what is lost of its cards."""
    return [each for each in _found(board, words) if each]


def _found(board: TrelloBoard, words: Words) -> Iterator[Loss | None]:
    strays = board.strays
    yield loss("history", Why.NO_PLACE_HERE, _unnamed(board.other_actions))
    yield _unknown_comments(board)
    yield loss("comments_of_removed_cards", Why.CARD_IS_GONE, strays.comments)
    yield loss("empty_comments_of_removed_cards", Why.NOTHING_IN_IT, _unnamed(strays.blank_comments))
    yield loss("double_comments", Why.TWICE_IN_FILE, _unnamed(strays.double_comments))
    yield loss("checklists_of_removed_cards", Why.CARD_IS_GONE, strays.checklists)
    yield loss("lines_of_removed_cards", Why.CARD_IS_GONE, _unnamed(strays.checklist_lines))
    yield loss("list_limits", Why.NO_PLACE_HERE, [column.name for column in board.lists if column.limit])
    yield loss("empty_lists", Why.NO_PLACE_HERE, _empty_lists(board))
    yield loss("rights", Why.NO_ACCOUNTS_ARE_MADE, _unnamed(board.rights))
    yield loss("power_ups", Why.WORKS_ONLY_IN_TRELLO, _unnamed(board.power_ups))
    yield loss("board_description", Why.NO_PLACE_HERE, [board.description[:80]] if board.description else [])
    yield loss("background", Why.NO_PLACE_HERE, [board.name] if board.has_background else [])
    yield loss("same_labels", Why.LOOKS_THE_SAME, look_the_same(board, words))
    yield loss("unused_labels", Why.NO_PLACE_HERE, _unused_labels(board, words))
    yield loss("unused_fields", Why.NO_PLACE_HERE, _unused_fields(board))


def _unnamed(number: int) -> Counter[str]:
    return Counter({"": number})


def _unknown_comments(board: TrelloBoard) -> Loss | None:
    """With a full log and cards that do not count their comments, nobody knows how many are missing."""
    silent = any(card.extras.comments is None for card in board.cards)
    return Loss("comments_before_the_log", 0, Why.NOT_IN_FILE) if silent and board.actions >= NEWEST_ACTIONS else None


def _empty_lists(board: TrelloBoard) -> list[str]:
    used = {card.list_id for card in board.cards}
    return [column.name for column in board.lists if column.id not in used]


def _unused_labels(board: TrelloBoard, words: Words) -> list[str]:
    used = {label for card in board.cards for label in card.labels}
    return [label.name or words.colour(label.colour) for label in board.labels if label not in used]


def _unused_fields(board: TrelloBoard) -> list[str]:
    used = {field.name for card in board.cards for field in card.fields}
    return [name for name in board.fields if name not in used]

"""What the labels of a Trello board are called here: by name, and by colour where that tells them apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from board.exchange.trello.boards import TrelloBoard, TrelloLabel
from board.exchange.trello.words import Words, shorten

LONGEST_LABEL = 60
# Two labels that differ in capitals only, of one colour, look the same to who reads a board.
Look = tuple[str, str]


def names_of_labels(board: TrelloBoard, words: Words) -> Mapping[TrelloLabel, str]:
    """The name here of every label of the board, of at most 60 letters. Blank labels are left out.

    It does not matter which of them stand on cards, so that a later export of the board gives the same names.
    """
    labels = [label for label in dict.fromkeys((*board.labels, *_on_cards(board))) if _called(label, words)]
    colours: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        colours[_called(label, words).casefold()].add(label.colour)
    names: dict[Look, str] = {}
    for label in labels:
        name = _called(label, words)
        look = name.casefold(), label.colour
        if look not in names:
            suffix = f" ({words.colour(label.colour)})" if len(colours[look[0]]) > 1 and _has_both(label) else ""
            names[look] = _free(name, suffix, {each.casefold() for each in names.values()})
    return {label: names[_called(label, words).casefold(), label.colour] for label in labels}


def look_the_same(board: TrelloBoard, words: Words) -> list[str]:
    """The labels that become one with another that looks the same."""
    seen: set[Look] = set()
    twice = []
    by_id = {label.id or (label.name, label.colour): label for label in (*board.labels, *_on_cards(board))}
    for label in by_id.values():
        look = _called(label, words).casefold(), label.colour
        if look in seen and look[0]:
            twice.append(_called(label, words))
        seen.add(look)
    return twice


def _on_cards(board: TrelloBoard) -> Iterable[TrelloLabel]:
    return (label for card in board.cards for label in card.labels)


def _has_both(label: TrelloLabel) -> bool:
    return bool(label.name and label.colour)


def _called(label: TrelloLabel, words: Words) -> str:
    return label.name or (words.colour(label.colour) if label.colour else "")


def _free(name: str, suffix: str, taken: set[str]) -> str:
    """The name with its suffix, cut where it is too long; with a number where another has it already."""
    whole = shorten(name, LONGEST_LABEL - len(suffix)) + suffix
    number = 2
    while whole.casefold() in taken:
        counted = f"{suffix} ({number})"
        whole = shorten(name, LONGEST_LABEL - len(counted)) + counted
        number += 1
    return whole

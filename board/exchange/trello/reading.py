"""Reads a Trello export into plain things; what cannot be read is counted, never a crash."""

from typing import Any

from board.exchange.trello.actions import Log, read_log
from board.exchange.trello.boards import TrelloBoard, TrelloCard, TrelloLabel, TrelloList
from board.exchange.trello.cards import Around, read_card, read_label
from board.exchange.trello.checklists import read_checklists
from board.exchange.trello.fields import read_definitions
from board.exchange.trello.parsing import parse
from board.exchange.trello.pauses import without_pauses
from board.exchange.trello.values import array, count, flag, key, line, number, record, records, text

__all__ = ["read"]


def read(data: bytes) -> TrelloBoard:
    """The board in an exported file, cards in the order of the screen.

    Raises NotATrelloBoard when the file is larger than 50 MB, is no JSON, or holds no Trello board.
    """
    with without_pauses():
        return _board(parse(data))


def _board(raw: dict[str, Any]) -> TrelloBoard:
    lists = _lists(raw)
    log = read_log(raw)
    cards, unreadable, duplicates = _cards(raw, _around(raw, log))
    known = {card.id for card in cards}
    return TrelloBoard(
        name=line(raw.get("name")),
        description=text(raw.get("desc")),
        lists=lists,
        cards=_in_screen_order(cards, lists),
        labels=tuple(_labels(raw).values()),
        names=log.names,
        unreadable=unreadable,
        duplicates=duplicates,
        actions=log.count,
        other_actions=log.others,
        stray_comments=sum(len(said) for card_id, said in log.comments.items() if card_id not in known),
        power_ups=len(records(raw.get("pluginData"))),
        rights=len(records(raw.get("memberships"))),
    )


def _around(raw: dict[str, Any], log: Log) -> Around:
    return Around(log, _labels(raw), read_checklists(raw), read_definitions(raw))


def _lists(raw: dict[str, Any]) -> tuple[TrelloList, ...]:
    found: dict[str, TrelloList] = {}
    for item in records(raw.get("lists")):
        list_id = key(item.get("id"))
        if list_id:
            found.setdefault(list_id, _list(list_id, item))
    return tuple(sorted(found.values(), key=lambda column: column.position))


def _list(list_id: str, item: dict[str, Any]) -> TrelloList:
    limit = item.get("softLimit")
    return TrelloList(
        id=list_id,
        name=line(item.get("name")),
        closed=flag(item.get("closed")),
        position=number(item.get("pos")),
        limit=count(limit),
    )


def _labels(raw: dict[str, Any]) -> dict[str, TrelloLabel]:
    names = record(raw.get("labelNames"))
    found = {key(item.get("id")): read_label(item) for item in records(raw.get("labels"))}
    # Exports of before 2015 have no labels with ids, only a name for each colour.
    return found or {colour: TrelloLabel(line(name), colour) for colour, name in names.items() if line(name)}


def _cards(raw: dict[str, Any], around: Around) -> tuple[list[TrelloCard], int, int]:
    found: dict[str, TrelloCard] = {}
    unreadable = duplicates = 0
    for item in array(raw["cards"]):
        card_id = key(record(item).get("id")) or key(record(item).get("shortLink"))
        if not card_id:
            unreadable += 1
        elif card_id in found:
            duplicates += 1
        else:
            found[card_id] = read_card(card_id, item, around)
    return list(found.values()), unreadable, duplicates


def _in_screen_order(cards: list[TrelloCard], lists: tuple[TrelloList, ...]) -> tuple[TrelloCard, ...]:
    places = {column.id: place for place, column in enumerate(lists)}
    return tuple(sorted(cards, key=lambda card: (places.get(card.list_id, len(places)), card.position)))

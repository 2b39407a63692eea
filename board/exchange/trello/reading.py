"""Reads a Trello export into plain things; what cannot be read is counted, never a crash."""

from datetime import datetime
from typing import Any

from board.exchange.trello.actions import Log, read_log
from board.exchange.trello.boards import TrelloBoard, TrelloCard, TrelloLabel, TrelloList, TrelloStrays
from board.exchange.trello.cards import Around, read_card, read_label
from board.exchange.trello.checklists import read_checklists
from board.exchange.trello.fields import read_definitions
from board.exchange.trello.parsing import MAX_BYTES, parse
from board.exchange.trello.pauses import without_pauses
from board.exchange.trello.values import array, born, count, flag, key, line, moment, number, record, records, text

__all__ = ["read"]


def read(data: bytes, most: int = MAX_BYTES) -> TrelloBoard:
    """The board in an exported file, cards in the order of the screen.

    Raises NotATrelloBoard when the file has more than `most` bytes, is no JSON, or holds no Trello board.
    """
    with without_pauses():
        return _board(parse(data, most))


def _board(raw: dict[str, Any]) -> TrelloBoard:
    log = read_log(raw)
    around = Around(log, _labels(raw), read_checklists(raw), read_definitions(raw))
    lists = _lists(raw, log)
    cards, unreadable, duplicates = _cards(raw, around)
    return TrelloBoard(
        id=key(raw.get("id")),
        name=line(raw.get("name")),
        description=text(raw.get("desc")),
        closed=flag(raw.get("closed")),
        has_background=bool(line(record(raw.get("prefs")).get("backgroundImage"))),
        lists=lists,
        cards=_in_screen_order(cards, lists),
        labels=tuple(around.labels.values()),
        fields=tuple(field.name for field in around.definitions.values() if field.name),
        names=log.names,
        strays=_strays({card.id for card in cards}, around),
        unreadable=unreadable,
        duplicates=duplicates,
        actions=log.count,
        other_actions=log.others,
        power_ups=len(records(raw.get("pluginData"))),
        rights=len(records(raw.get("memberships"))),
        newest_at=_newest(raw),
    )


def _newest(raw: dict[str, Any]) -> datetime | None:
    """The moment of the newest thing in the file, by which two exports of one board tell which is the later."""
    moments = [born(key(card.get("id"))) for card in records(raw.get("cards"))]
    moments += [moment(thing.get("dateLastActivity")) for thing in (raw, *records(raw.get("cards")))]
    moments += [moment(action.get("date")) for action in records(raw.get("actions"))]
    return max((found for found in moments if found), default=None)


def _strays(known: set[str], around: Around) -> TrelloStrays:
    log = around.log
    stray_lists = [each for card_id, lists in around.checklists.items() if card_id not in known for each in lists]
    return TrelloStrays(
        comments=tuple(
            log.cards.get(card_id, "") for card_id, said in log.comments.items() if card_id not in known for _ in said
        ),
        blank_comments=sum(number for card_id, number in log.blank_comments.items() if card_id not in known),
        double_comments=log.double_comments,
        checklists=tuple(each.name for each in stray_lists),
        checklist_lines=sum(len(each.items) + each.empty_lines for each in stray_lists),
    )


def _lists(raw: dict[str, Any], log: Log) -> tuple[TrelloList, ...]:
    found: dict[str, TrelloList] = {}
    for item in records(raw.get("lists")):
        list_id = key(item.get("id"))
        if list_id:
            found.setdefault(list_id, _list(list_id, item, log))
    return tuple(sorted(found.values(), key=lambda column: column.position))


def _list(list_id: str, item: dict[str, Any], log: Log) -> TrelloList:
    return TrelloList(
        id=list_id,
        name=line(item.get("name")),
        closed=flag(item.get("closed")),
        position=number(item.get("pos")),
        limit=count(item.get("softLimit")),
        closed_at=moment(item.get("dateClosed")) or log.closed_lists.get(list_id),
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

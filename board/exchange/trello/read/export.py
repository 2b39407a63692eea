"""Reads a Trello export into plain things; what cannot be read is counted, never a crash."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from json import detect_encoding
from typing import Any

from board.exchange.trello.read.board import TrelloBoard, TrelloCard, TrelloLabel, TrelloList, TrelloStrays
from board.exchange.trello.read.card_parts import Log, read_checklists, read_definitions, read_log
from board.exchange.trello.read.cards import CardContext, read_card, read_label
from board.exchange.trello.read.files import NotATrelloBoard, Refusal, board_in, kind_of
from board.exchange.trello.read.values import (
    array,
    born,
    flag,
    key,
    parse_count,
    parse_line,
    parse_moment,
    parse_number,
    parse_text,
    record,
    records,
)

MEGABYTE = 1024 * 1024
MAX_BYTES = 50 * MEGABYTE
# Who may type commands on the server decides what its memory can bear: ten times the file.
MAX_BYTES_OF_COMMAND = 250 * MEGABYTE
# The largest real boards have half a million of these in 50 MB; far more would fill the memory of the machine.
MAX_PARTS = 3_000_000
BLANK = b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"


def read_export(data: bytes, most: int = MAX_BYTES) -> TrelloBoard:
    """The board in an exported file, cards in the order of the screen.

    Raises NotATrelloBoard when the file has more than `most` bytes, is no JSON, or holds no Trello board.
    """
    with without_pauses():
        return _board(parse(data, most))


@contextmanager
def without_pauses() -> Iterator[None]:
    """A large board is a million things of which none can go yet; looking for garbage takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _board(raw: dict[str, Any]) -> TrelloBoard:
    log = read_log(raw)
    around = CardContext(log, _labels(raw), read_checklists(raw), read_definitions(raw))
    lists = _lists(raw, log)
    cards, unreadable, duplicates = _cards(raw, around)
    return TrelloBoard(
        id=key(raw.get("id")),
        name=parse_line(raw.get("name")),
        description=parse_text(raw.get("desc")),
        closed=flag(raw.get("closed")),
        has_background=bool(parse_line(record(raw.get("prefs")).get("backgroundImage"))),
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
    moments += [parse_moment(thing.get("dateLastActivity")) for thing in (raw, *records(raw.get("cards")))]
    moments += [parse_moment(action.get("date")) for action in records(raw.get("actions"))]
    return max((known for known in moments if known), default=None)


def _strays(known: set[str], around: CardContext) -> TrelloStrays:
    log = around.log
    stray_lists = [each for card_id, lists in around.checklists.items() if card_id not in known for each in lists]
    return TrelloStrays(
        comments=tuple(
            log.cards.get(card_id, "")
            for card_id, comments in log.comments.items()
            if card_id not in known
            for _ in comments
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
        name=parse_line(item.get("name")),
        closed=flag(item.get("closed")),
        position=parse_number(item.get("pos")),
        limit=parse_count(item.get("softLimit")),
        closed_at=parse_moment(item.get("dateClosed")) or log.closed_lists.get(list_id),
    )


def _labels(raw: dict[str, Any]) -> dict[str, TrelloLabel]:
    names = record(raw.get("labelNames"))
    found = {key(item.get("id")): read_label(item) for item in records(raw.get("labels"))}
    # Exports of before 2015 have no labels with ids, only a name for each colour.
    return found or {
        colour: TrelloLabel(parse_line(name), colour) for colour, name in names.items() if parse_line(name)
    }


def _cards(raw: dict[str, Any], around: CardContext) -> tuple[list[TrelloCard], int, int]:
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


def parse(data: bytes, most: int = MAX_BYTES) -> dict[str, Any]:
    """The JSON object of a Trello board, in at most so many bytes. Raises NotATrelloBoard for anything else."""
    check_size(len(data), most)
    if not data.strip(BLANK):
        raise NotATrelloBoard(Refusal.EMPTY)
    if data.count(b"{") + data.count(b"[") > MAX_PARTS * max(1, most // MAX_BYTES):
        raise NotATrelloBoard(Refusal.NOT_A_BOARD)
    return board_in(_loads(data))


def check_size(size: int, most: int) -> None:
    """Raises NotATrelloBoard when a file of so many bytes is larger than what may come in."""
    if size > most:
        reason = Refusal.TOO_BIG if most < MAX_BYTES_OF_COMMAND else Refusal.TOO_BIG_AT_ALL
        raise NotATrelloBoard(reason, str(most // MEGABYTE))


def _loads(data: bytes) -> object:
    try:
        # NaN and Infinity are no JSON, but some programs write them: they count as not filled in.
        return json.loads(_decode(data), parse_constant=lambda _name: None)
    except RecursionError:
        raise NotATrelloBoard(Refusal.TOO_DEEP) from None
    except ValueError:  # also UnicodeDecodeError, and numbers of thousands of digits
        raise NotATrelloBoard(kind_of(data)) from None


def _decode(data: bytes) -> str:
    # A separate function, so that the decoded text is gone as soon as it is parsed.
    encoding = detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise
        return data.decode("cp1252")  # as Windows saves it, in an old editor

"""Reads the checklists of an export: they stand apart and name the card they hang on."""

from collections import defaultdict
from typing import Any

from board.exchange.trello.boards import TrelloChecklist, TrelloItem
from board.exchange.trello.values import key, keys, line, moment, number, records


def read_checklists(raw: dict[str, Any]) -> dict[str, tuple[TrelloChecklist, ...]]:
    """The checklists by card, in the order of the screen. Those inside cards are read too."""
    found: dict[str, dict[str, TrelloChecklist]] = defaultdict(dict)
    for card_id, item in sorted(_everywhere(raw), key=lambda pair: number(pair[1].get("pos"))):
        checklist_id = key(item.get("id")) or f"#{len(found[card_id])}"
        found[card_id].setdefault(checklist_id, _checklist(item))
    return {card_id: tuple(lists.values()) for card_id, lists in found.items()}


def _everywhere(raw: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    cards = records(raw.get("cards"))
    # A list that does not name its card may be named by it.
    named = {list_id: key(card.get("id")) for card in cards for list_id in keys(card.get("idChecklists"))}
    top = [
        (key(item.get("idCard")) or named.get(key(item.get("id")), ""), item) for item in records(raw.get("checklists"))
    ]
    # The API gives them inside each card; some backup programs write that.
    nested = [(key(card.get("id")), item) for card in cards for item in records(card.get("checklists"))]
    return top + nested


def _checklist(item: dict[str, Any]) -> TrelloChecklist:
    lines = sorted(records(item.get("checkItems")), key=lambda each: number(each.get("pos")))
    items = tuple(_item(each) for each in lines if line(each.get("name")))
    return TrelloChecklist(line(item.get("name")), items, key(item.get("id")), len(lines) - len(items))


def _item(item: dict[str, Any]) -> TrelloItem:
    extras = int(moment(item.get("due")) is not None) + int(bool(key(item.get("idMember"))))
    return TrelloItem(line(item.get("name")), item.get("state") == "complete", extras, key(item.get("id")))

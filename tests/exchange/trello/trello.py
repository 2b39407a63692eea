"""trello.board(cards=[trello.card("Bel tien mensen")]): small Trello exports, made by hand."""

import json
from itertools import count
from typing import Any

from board.exchange.trello.labels import LOST, why
from board.exchange.trello.plan.lists import ListMapping, guess
from board.exchange.trello.plan.plan import Plan, PlannedCard, plan
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import read_export

Json = dict[str, Any]
numbers = count(1)
CARD_FIELDS = (
    *("name", "desc", "closed", "pos", "idList", "idLabels", "labels", "idMembers", "idMembersVoted", "due"),
    *("start", "dueComplete", "dueReminder", "shortUrl", "url", "isTemplate", "cover", "idAttachmentCover"),
    *("attachments", "customFieldItems", "badges", "stickers", "pluginData", "cardRole", "mirrorSourceId"),
    *("locationName", "address", "checklists"),
)
BOARD_FIELDS = (
    *("labels", "labelNames", "members", "actions", "checklists"),
    *("customFields", "pluginData", "memberships"),
)
MARCH_2026 = 0x69A40000


def an_id() -> str:
    """An id as Trello makes them: made on 1 March 2026."""
    return f"{MARCH_2026:08x}{next(numbers):016x}"


def a_list(name: str = "Ideeën", **fields: Any) -> Json:
    return {"id": an_id(), "name": name, "closed": False, "pos": next(numbers), "softLimit": None, **fields}


def card(name: str = "Bel tien mensen", **fields: Any) -> Json:
    return {"id": an_id(), "name": name, "desc": "", "closed": False, "pos": next(numbers), **fields}


def comment(on: Json, text: str, by: str = "Ruth Pinas", date: str = "2026-03-02T10:00:00.000Z") -> Json:
    author = {"id": f"lid-{by}", "fullName": by}
    return {"type": "commentCard", "date": date, "memberCreator": author, "data": {"text": text, "card": on}}


def member(name: str) -> Json:
    return {"id": f"lid-{name}", "fullName": name, "username": name.lower()}


def checklist(on: Json, *items: str | Json, name: str = "Checklist", pos: float = 1) -> Json:
    lines = [item if isinstance(item, dict) else {"name": item, "state": "incomplete"} for item in items]
    placed = [{"pos": place, **line} for place, line in enumerate(lines)]
    return {"id": an_id(), "idCard": on["id"], "name": name, "pos": pos, "checkItems": placed}


def board(**fields: Any) -> Json:
    """An export. Cards without a list come in the first one."""
    lists = fields.pop("lists", None) or [a_list()]
    raw: Json = {"id": an_id(), "name": "Schulden", "lists": lists, "cards": [], **fields}
    for each in raw["cards"]:
        if isinstance(each, dict):
            each.setdefault("idList", lists[0]["id"])
    return raw


def as_file(raw: object) -> bytes:
    return json.dumps(raw).encode()


def reading(raw: object) -> TrelloBoard:
    return read_export(as_file(raw))


def planned(raw: Json, mapping: ListMapping | None = None, **options: Any) -> Plan:
    """The plan for an export, with the guessed mapping unless another is given."""
    found = reading(raw)
    return plan(found, mapping or guess(found), options.get("people", {}), options.get("already", set()))


def one(raw: Json, **options: Any) -> PlannedCard:
    """The one planned card of an export."""
    (only,) = planned(raw, **options).cards
    return only


def lost(raw: Json, **options: Any) -> dict[str, int]:
    """What is lost, and how many; each of it can be put into words."""
    found = planned(raw, **options).lost
    assert all(LOST[each.what] and why(each.what, each.why) for each in found)
    return {each.what: each.count for each in found}

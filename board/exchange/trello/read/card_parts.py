"""The parts of cards that stand elsewhere in an export: the action log, the checklists and the custom fields."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from board.exchange.trello.read.board import TrelloChecklist, TrelloComment, TrelloField, TrelloItem
from board.exchange.trello.read.values import (
    flag,
    key,
    keys,
    markdown,
    parse_line,
    parse_moment,
    parse_number,
    record,
    records,
)

COMMENTS = {"commentCard", "copyCommentCard"}
BIRTHS = {"createCard", "copyCard", "emailCard", "convertToCardFromCheckItem"}
# After these a card stands in the list that the action names.
ARRIVALS = BIRTHS | {"moveCardToBoard"}


@dataclass
class Log:
    """What the action log says, by card, by list and by person."""

    count: int = 0
    others: int = 0
    comments: dict[str, list[TrelloComment]] = field(default_factory=lambda: defaultdict(list))
    blank_comments: Counter[str] = field(default_factory=Counter)
    double_comments: int = 0
    read: set[str] = field(default_factory=set)
    cards: dict[str, str] = field(default_factory=dict)
    born: dict[str, datetime] = field(default_factory=dict)
    completed: dict[str, datetime] = field(default_factory=dict)
    closed: dict[str, datetime] = field(default_factory=dict)
    closed_lists: dict[str, datetime] = field(default_factory=dict)
    # Since when a card stands in a list, by both.
    arrived: dict[tuple[str, str], datetime] = field(default_factory=dict)
    # The list that a card left last, by its id and its name then.
    left: dict[str, tuple[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def read_log(raw: dict[str, Any]) -> Log:
    """Read the members and the actions. Comments come out oldest first."""
    log = Log()
    for member in records(raw.get("members")):
        _learn_name(log, member)
    actions = records(raw.get("actions"))
    actions.reverse()  # the file has the newest first, and a sort keeps the order of equal dates
    for action in sorted(actions, key=_when):
        _read_action(log, action)
    return log


def _when(action: dict[str, Any]) -> float:
    at = parse_moment(action.get("date"))
    return at.timestamp() if at else 0


def _read_action(log: Log, action: dict[str, Any]) -> None:
    log.count += 1
    for role in ("memberCreator", "member"):
        _learn_name(log, record(action.get(role)))
    data = record(action.get("data"))
    card = record(data.get("card"))
    card_id = key(card.get("id"))
    if name := parse_line(card.get("name")):
        log.cards.setdefault(card_id, name)
    kind, at = parse_line(action.get("type")), parse_moment(action.get("date"))
    if kind in COMMENTS:
        _read_comment(log, card_id, action, markdown(data.get("text")))
        return
    log.others += 1
    if at:
        _read_moment(log, card_id, kind, data, at)


def _read_moment(log: Log, card_id: str, kind: str, data: dict[str, Any], at: datetime) -> None:
    """What a step says about when: the last time counts, because a card can come out of the archive again."""
    if kind in BIRTHS:
        log.born.setdefault(card_id, at)
    if kind in ARRIVALS:
        log.arrived[card_id, key(record(data.get("list")).get("id"))] = at
    if kind == "updateCard":
        _read_card_moment(log, card_id, data, at)
    column = record(data.get("list"))
    if kind == "updateList" and _became(data, column, "closed"):
        log.closed_lists[key(column.get("id"))] = at


def _read_card_moment(log: Log, card_id: str, data: dict[str, Any], at: datetime) -> None:
    card = record(data.get("card"))
    if _became(data, card, "closed"):
        log.closed[card_id] = at
    if _became(data, card, "dueComplete"):
        log.completed[card_id] = at
    before = record(data.get("listBefore"))
    if after := key(record(data.get("listAfter")).get("id")):
        log.arrived[card_id, after] = at
        log.left[card_id] = key(before.get("id")), parse_line(before.get("name"))


def _became(data: dict[str, Any], thing: dict[str, Any], name: str) -> bool:
    """Whether in this step the thing became so; the file has under `old` only what changed."""
    return name in record(data.get("old")) and flag(thing.get(name))


def _read_comment(log: Log, card_id: str, action: dict[str, Any], text: str) -> None:
    if not text:
        log.blank_comments[card_id] += 1
        return
    member = record(action.get("memberCreator"))
    author_id = key(action.get("idMemberCreator")) or key(member.get("id"))
    author = name_of(member) or log.names.get(author_id, "")
    comment = TrelloComment(text, author, parse_moment(action.get("date")), key(action.get("id")), author_id)
    if comment.id in log.read:
        log.double_comments += 1
        return
    log.read.update({comment.id} - {""})
    log.comments[card_id].append(comment)


def name_of(member: dict[str, Any]) -> str:
    """The full name of a member, else the account name; an export holds no e-mail addresses."""
    return parse_line(member.get("fullName")) or parse_line(member.get("username"))


def _learn_name(log: Log, member: dict[str, Any]) -> None:
    member_id, name = key(member.get("id")), name_of(member)
    if member_id and name:
        log.names.setdefault(member_id, name)


def read_checklists(raw: dict[str, Any]) -> dict[str, tuple[TrelloChecklist, ...]]:
    """The checklists by card, in the order of the screen. Those inside cards are read too."""
    found: dict[str, dict[str, TrelloChecklist]] = defaultdict(dict)
    for card_id, item in sorted(_everywhere(raw), key=lambda pair: parse_number(pair[1].get("pos"))):
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
    lines = sorted(records(item.get("checkItems")), key=lambda each: parse_number(each.get("pos")))
    items = tuple(_item(each) for each in lines if parse_line(each.get("name")))
    return TrelloChecklist(parse_line(item.get("name")), items, key(item.get("id")), len(lines) - len(items))


def _item(item: dict[str, Any]) -> TrelloItem:
    extras = int(parse_moment(item.get("due")) is not None) + int(bool(key(item.get("idMember"))))
    return TrelloItem(parse_line(item.get("name")), item.get("state") == "complete", extras, key(item.get("id")))


# What a value can be, as the file calls it.
WRITTEN = ("text", "number", "date")


@dataclass(frozen=True)
class Definition:
    """A custom field of the board: its name, kind and the options of a list."""

    name: str
    kind: str
    options: Mapping[str, str]


Definitions = dict[str, Definition]
# A card may fill in a field that was taken from the board; what it says is still worth reading.
UNKNOWN = Definition("", "", {})


def read_definitions(raw: dict[str, Any]) -> Definitions:
    """The custom fields of the board by id."""
    return {key(item.get("id")): _definition(item) for item in records(raw.get("customFields"))}


def _definition(item: dict[str, Any]) -> Definition:
    options = {
        key(option.get("id")): parse_line(record(option.get("value")).get("text"))
        for option in records(item.get("options"))
    }
    return Definition(parse_line(item.get("name")), parse_line(item.get("type")), options)


def read_fields(card: dict[str, Any], definitions: Definitions) -> tuple[TrelloField, ...]:
    """What is filled in on a card; empty fields are passed over."""
    read = (_field(item, definitions) for item in records(card.get("customFieldItems")))
    return tuple(field for field in read if field is not None)


def _field(item: dict[str, Any], definitions: Definitions) -> TrelloField | None:
    definition = definitions.get(key(item.get("idCustomField")), UNKNOWN)
    value = record(item.get("value"))
    option = key(item.get("idValue")) if definition.kind in {"list", ""} else ""
    if "checked" in value:
        kind, written = "checkbox", "true" if flag(value["checked"]) else ""
    else:
        kind = next((name for name in WRITTEN if name in value), definition.kind)
        written = definition.options.get(option, "") or parse_line(value.get(kind))
    # An option that is gone from the field was chosen all the same.
    return TrelloField(definition.name, kind, written, key(item.get("id"))) if written or option else None

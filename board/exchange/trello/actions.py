"""The action log of an export: the only place where comments are, and where it says when things happened."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from board.exchange.trello.boards import TrelloComment
from board.exchange.trello.values import flag, key, line, markdown, moment, record, records

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
    at = moment(action.get("date"))
    return at.timestamp() if at else 0


def _read_action(log: Log, action: dict[str, Any]) -> None:
    log.count += 1
    for role in ("memberCreator", "member"):
        _learn_name(log, record(action.get(role)))
    data = record(action.get("data"))
    card = record(data.get("card"))
    card_id = key(card.get("id"))
    if name := line(card.get("name")):
        log.cards.setdefault(card_id, name)
    kind, at = line(action.get("type")), moment(action.get("date"))
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
        log.left[card_id] = key(before.get("id")), line(before.get("name"))


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
    comment = TrelloComment(text, author, moment(action.get("date")), key(action.get("id")), author_id)
    if comment.id in log.read:
        log.double_comments += 1
        return
    log.read.update({comment.id} - {""})
    log.comments[card_id].append(comment)


def name_of(member: dict[str, Any]) -> str:
    """The full name of a member, else the account name; an export holds no e-mail addresses."""
    return line(member.get("fullName")) or line(member.get("username"))


def _learn_name(log: Log, member: dict[str, Any]) -> None:
    member_id, name = key(member.get("id")), name_of(member)
    if member_id and name:
        log.names.setdefault(member_id, name)

"""The action log of an export: the only place where comments are, and names of people who left."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from board.exchange.trello.boards import TrelloComment
from board.exchange.trello.values import key, line, markdown, moment, record, records

COMMENTS = {"commentCard", "copyCommentCard"}
BIRTHS = {"createCard", "copyCard", "emailCard", "convertToCardFromCheckItem"}


@dataclass
class Log:
    """What the action log tells, by card and by person."""

    count: int = 0
    others: int = 0
    comments: dict[str, list[TrelloComment]] = field(default_factory=lambda: defaultdict(list))
    born: dict[str, datetime] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def read_log(raw: dict[str, Any]) -> Log:
    """Read the members and the actions. Comments come out oldest first."""
    log = Log()
    for member in records(raw.get("members")):
        _learn_name(log, member)
    # The file has the newest first; Python's sort keeps that order for equal dates, so turn it first.
    for action in reversed(records(raw.get("actions"))):
        _read_action(log, action)
    for comments in log.comments.values():
        comments.sort(key=lambda comment: comment.written_at.timestamp() if comment.written_at else 0)
    return log


def _read_action(log: Log, action: dict[str, Any]) -> None:
    log.count += 1
    for role in ("memberCreator", "member"):
        _learn_name(log, record(action.get(role)))
    data = record(action.get("data"))
    card_id = key(record(data.get("card")).get("id"))
    kind, written_at = line(action.get("type")), moment(action.get("date"))
    if kind in COMMENTS:
        _read_comment(log, card_id, action, markdown(data.get("text")))
        return
    log.others += 1
    if kind in BIRTHS and written_at:
        log.born.setdefault(card_id, written_at)


def _read_comment(log: Log, card_id: str, action: dict[str, Any], said: str) -> None:
    if not said:
        return
    author = name_of(record(action.get("memberCreator"))) or log.names.get(key(action.get("idMemberCreator")), "")
    log.comments[card_id].append(TrelloComment(said, author, moment(action.get("date"))))


def name_of(member: dict[str, Any]) -> str:
    """The full name of a member, else the account name; an export holds no e-mail addresses."""
    return line(member.get("fullName")) or line(member.get("username"))


def _learn_name(log: Log, member: dict[str, Any]) -> None:
    member_id, name = key(member.get("id")), name_of(member)
    if member_id and name:
        log.names.setdefault(member_id, name)

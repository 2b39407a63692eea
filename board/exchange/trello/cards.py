"""Reads one card of a Trello export, with what hangs on it elsewhere in the file."""

from dataclasses import dataclass
from typing import Any

from board.exchange.trello.actions import Log
from board.exchange.trello.boards import (
    TrelloAttachment,
    TrelloCard,
    TrelloChecklist,
    TrelloExtras,
    TrelloLabel,
)
from board.exchange.trello.fields import Definitions, read_fields
from board.exchange.trello.values import (
    born,
    count,
    flag,
    key,
    keys,
    line,
    markdown,
    moment,
    number,
    record,
    records,
)


@dataclass(frozen=True)
class Around:
    """What the rest of the file says about cards."""

    log: Log
    labels: dict[str, TrelloLabel]
    checklists: dict[str, tuple[TrelloChecklist, ...]]
    definitions: Definitions


def read_card(card_id: str, item: dict[str, Any], around: Around) -> TrelloCard:
    """One card. Its creation date is in its id, else in the action log."""
    return TrelloCard(
        id=card_id,
        name=line(item.get("name")),
        description=markdown(item.get("desc")),
        list_id=key(item.get("idList")),
        position=number(item.get("pos")),
        closed=flag(item.get("closed")),
        complete=flag(item.get("dueComplete")),
        is_template=flag(item.get("isTemplate")),
        is_separator=item.get("cardRole") == "separator",
        due=moment(item.get("due")),
        created_at=born(card_id) or around.log.born.get(card_id),
        url=_web_address(item.get("shortUrl")) or _web_address(item.get("url")),
        place=_place(item),
        member_ids=tuple(keys(item.get("idMembers"))),
        labels=_labels(item, around.labels),
        checklists=around.checklists.get(card_id, ()),
        comments=tuple(around.log.comments.get(card_id, ())),
        attachments=tuple(_attachment(each) for each in records(item.get("attachments"))),
        fields=read_fields(item, around.definitions),
        extras=_extras(item),
    )


def read_label(item: dict[str, Any]) -> TrelloLabel:
    """A label with its name, which is often empty, and its colour key."""
    return TrelloLabel(line(item.get("name")), line(item.get("color")))


def _labels(item: dict[str, Any], known: dict[str, TrelloLabel]) -> tuple[TrelloLabel, ...]:
    own = [read_label(each) for each in records(item.get("labels"))]
    by_id = [known[each] for each in keys(item.get("idLabels")) if each in known]
    # Very old exports name only the colour on the card; then the board knows the name.
    named = [known.get(label.colour, label) if not label.name else label for label in own] or by_id
    return tuple(dict.fromkeys(label for label in named if label.name or label.colour))


def _attachment(item: dict[str, Any]) -> TrelloAttachment:
    url = line(item.get("url"))
    name = line(item.get("name")) or line(item.get("fileName")) or url
    return TrelloAttachment(name, url, flag(item.get("isUpload")))


def _web_address(value: object) -> str:
    found = line(value)
    return found if found.startswith(("https://", "http://")) else ""


def _place(item: dict[str, Any]) -> str:
    parts = (line(item.get("locationName")), line(item.get("address")))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _extras(item: dict[str, Any]) -> TrelloExtras:
    badges = record(item.get("badges"))
    return TrelloExtras(
        covers=int(_has_cover(item)),
        stickers=len(records(item.get("stickers"))),
        votes=len(keys(item.get("idMembersVoted"))) or count(badges.get("votes")),
        starts=int(moment(item.get("start")) is not None),
        reminders=int(_reminds(item)),
        power_ups=len(records(item.get("pluginData"))),
        mirrors=int(item.get("cardRole") == "mirror" or bool(key(item.get("mirrorSourceId")))),
        comments=count(badges["comments"]) if "comments" in badges else None,
    )


def _reminds(item: dict[str, Any]) -> bool:
    # Without a reminder the file says null or -1.
    reminder = item.get("dueReminder")
    return moment(item.get("due")) is not None and reminder is not None and number(reminder) >= 0


def _has_cover(item: dict[str, Any]) -> bool:
    cover = record(item.get("cover"))
    shown = (
        cover.get("idAttachment"),
        cover.get("color"),
        cover.get("idUploadedBackground"),
        cover.get("idPlugin"),
    )
    return any(shown) or bool(item.get("idAttachmentCover"))

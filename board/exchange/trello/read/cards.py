"""Reads one card of a Trello export, with what hangs on it elsewhere in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from board.exchange.trello.read.board import (
    TrelloAttachment,
    TrelloCard,
    TrelloChecklist,
    TrelloExtras,
    TrelloLabel,
    TrelloMoments,
    TrelloStay,
)
from board.exchange.trello.read.card_parts import Definitions, Log, read_fields
from board.exchange.trello.read.values import (
    born,
    flag,
    key,
    keys,
    markdown,
    parse_count,
    parse_line,
    parse_moment,
    parse_number,
    record,
    records,
)


@dataclass(frozen=True)
class CardContext:
    """What the rest of the file says about cards."""

    log: Log
    labels: dict[str, TrelloLabel]
    checklists: dict[str, tuple[TrelloChecklist, ...]]
    definitions: Definitions


def read_card(card_id: str, item: dict[str, Any], around: CardContext) -> TrelloCard:
    """One card, with what hangs on it."""
    due = parse_moment(item.get("due"))
    return TrelloCard(
        id=card_id,
        name=parse_line(item.get("name")),
        description=markdown(item.get("desc")),
        list_id=key(item.get("idList")),
        position=parse_number(item.get("pos")),
        closed=flag(item.get("closed")),
        complete=_is_complete(item),
        is_template=flag(item.get("isTemplate")),
        due=due,
        odd_due="" if due else parse_line(item.get("due")),
        start=parse_moment(item.get("start")),
        moments=_moments(card_id, item, around.log),
        before=_stay(card_id, around.log),
        url=_web_address(item.get("shortUrl")) or _web_address(item.get("url")),
        place=_place(item),
        coordinates=_coordinates(item),
        recurrence=_recurrence(item),
        first_name=_first_name(item),
        source=_source(item),
        member_ids=tuple(keys(item.get("idMembers"))),
        labels=_labels(item, around.labels),
        checklists=around.checklists.get(card_id, ()),
        comments=tuple(around.log.comments.get(card_id, ())),
        attachments=tuple(each for each in map(_attachment, records(item.get("attachments"))) if each.name),
        fields=read_fields(item, around.definitions),
        extras=_extras(card_id, item, around.log),
    )


def _is_complete(item: dict[str, Any]) -> bool:
    """Ticked as done; some programs that write this form know only when."""
    known = item.get("dueComplete")
    return flag(known) or (known is None and parse_moment(item.get("dateCompleted")) is not None)


def _moments(card_id: str, item: dict[str, Any], log: Log) -> TrelloMoments:
    """Newer exports have fields for it; of older ones the action log says it, for the newest thousand steps."""
    created = born(card_id) or log.born.get(card_id)
    return TrelloMoments(
        created=created,
        completed=parse_moment(item.get("dateCompleted")) or log.completed.get(card_id),
        closed=parse_moment(item.get("dateClosed")) or log.closed.get(card_id),
        arrived=log.arrived.get((card_id, key(item.get("idList")))),
        active=parse_moment(item.get("dateLastActivity")),
    )


def _stay(card_id: str, log: Log) -> TrelloStay | None:
    if card_id not in log.left:
        return None
    list_id, name = log.left[card_id]
    return TrelloStay(list_id, name, log.arrived.get((card_id, list_id)))


def read_label(item: dict[str, Any]) -> TrelloLabel:
    """A label with its name, which is often empty, and its colour key."""
    return TrelloLabel(parse_line(item.get("name")), parse_line(item.get("color")), key(item.get("id")))


def _labels(item: dict[str, Any], known: Mapping[str, TrelloLabel]) -> tuple[TrelloLabel, ...]:
    """The labels on a card, each once; one of which the file says neither name nor colour is blank."""
    own = [read_label(each) for each in records(item.get("labels"))]
    # Very old exports name only the colour on the card; then the board knows the name.
    named = [known.get(label.colour, label) if not label.name else label for label in own]
    here = {label.id for label in own}
    by_id = [known.get(each, TrelloLabel("", "", each)) for each in keys(item.get("idLabels")) if each not in here]
    if own and not here - {""}:
        by_id = []  # labels without ids are those that the ids stand for
    return tuple({label.id or f"{label.colour} {label.name}": label for label in [*named, *by_id]}.values())


def _attachment(item: dict[str, Any]) -> TrelloAttachment:
    url = parse_line(item.get("url"))
    name = parse_line(item.get("name")) or parse_line(item.get("fileName")) or url
    return TrelloAttachment(name, url, flag(item.get("isUpload")), key(item.get("id")))


def _web_address(value: object) -> str:
    found = parse_line(value)
    return found if found.startswith(("https://", "http://")) else ""


def _place(item: dict[str, Any]) -> str:
    parts = (parse_line(item.get("locationName")), parse_line(item.get("address")))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _coordinates(item: dict[str, Any]) -> str:
    """Where it lies on the map. Old exports have a text, newer ones two numbers."""
    place = item.get("coordinates")
    if isinstance(place, dict):
        return ", ".join(part for name in ("latitude", "longitude") if (part := parse_line(place.get(name))))
    return parse_line(place)


def _recurrence(item: dict[str, Any]) -> str:
    rule = item.get("recurrenceRule")
    return parse_line(record(rule).get("rule")) or parse_line(rule)


def _first_name(item: dict[str, Any]) -> str:
    first = parse_line(item.get("originalName"))
    return "" if first == parse_line(item.get("name")) else first


def _source(item: dict[str, Any]) -> TrelloAttachment | None:
    """The page or message of which the card was made."""
    url, words = parse_line(item.get("urlSource")), parse_line(item.get("urlSourceText"))
    return TrelloAttachment(words or url, url, is_upload=False) if url or words else None


def _extras(card_id: str, item: dict[str, Any], log: Log) -> TrelloExtras:
    badges = record(item.get("badges"))
    is_mirror = bool(key(item.get("mirrorSourceId")))
    return TrelloExtras(
        covers=int(_has_cover(item)),
        stickers=len(records(item.get("stickers"))),
        votes=len(keys(item.get("idMembersVoted"))) or parse_count(badges.get("votes")),
        reminders=int(_reminds(item)),
        power_ups=len(records(item.get("pluginData"))),
        role="mirror" if is_mirror else parse_line(item.get("cardRole")),
        senders=int(bool(parse_line(item.get("sourceEmail")))),
        blank_attachments=sum(not _attachment(each).name for each in records(item.get("attachments"))),
        blank_comments=log.blank_comments[card_id],
        comments=parse_count(badges["comments"]) if "comments" in badges else None,
    )


def _reminds(item: dict[str, Any]) -> bool:
    # Without a reminder the file says null or -1.
    reminder = item.get("dueReminder")
    return parse_moment(item.get("due")) is not None and reminder is not None and parse_number(reminder) >= 0


def _has_cover(item: dict[str, Any]) -> bool:
    cover = record(item.get("cover"))
    shown = (
        cover.get("idAttachment"),
        cover.get("color"),
        cover.get("idUploadedBackground"),
        cover.get("idPlugin"),
    )
    return any(shown) or bool(item.get("idAttachmentCover"))

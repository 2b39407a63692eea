"""Puts the texts of a Trello card into the fields of ours; what does not fit goes to the description."""

import re
from collections.abc import Iterator

from board.core.record.weeks import AMSTERDAM
from board.exchange.trello.plan.words import ImportWords, shorten
from board.exchange.trello.read.board import TrelloAttachment, TrelloCard, TrelloField
from board.exchange.trello.read.values import parse_moment

LONGEST_ACTION = 200
LONGEST_ITEM = 280
LONGEST_NAME = 120
ORDINARY_CHECKLISTS = {"", "checklist", "controlelijst", "to do", "todo", "taken"}


def action(card: TrelloCard, words: ImportWords) -> str:
    """What we do, in at most 200 characters."""
    return shorten(card.name or words.untitled, LONGEST_ACTION)


def checklist_lines(card: TrelloCard) -> list[tuple[str, bool, str]]:
    """The lines of all checklists in order: text, done, id. With more than one list each line says of which."""
    several = sum(1 for checklist in card.checklists if checklist.items) > 1
    return [
        (f"{checklist.name}: {item.text}" if several and checklist.name else item.text, item.done, item.id)
        for checklist in card.checklists
        for item in checklist.items
    ]


def description(card: TrelloCard, list_name: str, words: ImportWords) -> str:
    """Markdown that keeps what has no field of its own; it ends with where the card came from."""
    return "\n\n".join(part for part in _parts(card, list_name, words) if part)


def _parts(card: TrelloCard, list_name: str, words: ImportWords) -> Iterator[str]:
    if len(card.name) > LONGEST_ACTION:
        yield words.whole_title.format(title=card.name)
    yield _closed(card.description)
    yield _listed(words.fields, [f"- {_field(field, words)}" for field in card.fields])
    if place := " · ".join(part for part in (card.place, card.coordinates) if part):
        yield words.place.format(place=place)
    yield "\n".join(_checklist_names(card, words))
    yield _listed(words.long_items, [f"- {text}" for text, *_ in checklist_lines(card) if len(text) > LONGEST_ITEM])
    yield _listed(words.attachments, [f"- {link(each, words)}" for each in card.attachments])
    if card.first_name:
        yield words.first_name.format(title=_escaped(card.first_name))
    if card.source:
        yield words.source.format(link=link(card.source, words))
    yield " ".join(_dates(card, words))
    yield _origin(card, list_name, words)


def _dates(card: TrelloCard, words: ImportWords) -> Iterator[str]:
    """The moments that a week does not hold."""
    if card.start:
        yield words.starts.format(day=words.day(card.start))
    if card.due:
        yield words.due.format(day=words.moment(card.due))
    if card.odd_due:
        yield words.odd_due.format(text=_escaped(card.odd_due))
    if card.recurrence:
        yield words.recurs.format(how=words.recurrence(card.recurrence))


def _closed(markdown: str) -> str:
    """The text with its code block closed, so that what follows stands outside it."""
    fences = [line.lstrip()[:3] for line in markdown.splitlines() if line.lstrip().startswith(("```", "~~~"))]
    return f"{markdown}\n{fences[-1]}" if len(fences) % 2 else markdown


def _listed(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, "", *lines]) if lines else ""


def _field(field: TrelloField, words: ImportWords) -> str:
    return f"{field.name or words.nameless_field}: {_value(field, words)}"


def _value(field: TrelloField, words: ImportWords) -> str:
    if field.kind == "checkbox":
        return words.yes
    when = parse_moment(field.value) if field.kind == "date" else None
    if when is None:
        return field.value or words.no_value
    day = when.astimezone(AMSTERDAM)
    return f"{day.day}-{day.month}-{day.year}"


def _checklist_names(card: TrelloCard, words: ImportWords) -> Iterator[str]:
    """The names that no line says: of the only list, when that means something, and of lists without a line."""
    named = [checklist.name for checklist in card.checklists if checklist.items]
    if len(named) == 1 and named[0].casefold() not in ORDINARY_CHECKLISTS:
        yield words.checklist.format(name=named[0])
    for checklist in card.checklists:
        if checklist.name and not checklist.items:
            yield words.empty_checklist.format(name=checklist.name)


def link(attachment: TrelloAttachment, words: ImportWords) -> str:
    """A Markdown link; an address that is not of the web stays plain text."""
    name = _escaped(attachment.name or words.attachment)
    if not attachment.url.startswith(("https://", "http://")):
        return " ".join(dict.fromkeys(part for part in (name, _escaped(attachment.url)) if part))
    return f"[{name}](<{attachment.url.translate(ANGLES)}>)"


def list_in_origin(origin: str, words: ImportWords) -> str:
    """The name of the list in a paragraph that says where a card came from; "" when it names none."""
    before, after = words.origin.split("{list}")
    if not origin.startswith(before):
        return ""
    sentence = origin.partition(f" [{words.see_card}](")[0]
    return ESCAPED.sub(r"\1", sentence.removeprefix(before).removesuffix(after))


ESCAPED = re.compile(r"\\([][\\<`])")
ANGLES = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"})
BRACKETS = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\", "<": r"\<", "`": r"\`"})


def _escaped(text: str) -> str:
    return text.translate(BRACKETS)


def _origin(card: TrelloCard, list_name: str, words: ImportWords) -> str:
    known = words.origin.format(list=_escaped(list_name)) if list_name else words.origin_without_list
    return f"{known} [{words.see_card}](<{card.url.translate(ANGLES)}>)" if card.url else known

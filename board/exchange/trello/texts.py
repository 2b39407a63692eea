"""Puts the texts of a Trello card into the fields of ours; what does not fit goes to the description."""

from collections.abc import Iterator

from board.exchange.trello.boards import TrelloAttachment, TrelloCard, TrelloField
from board.exchange.trello.values import moment
from board.exchange.trello.words import Words

LONGEST_ACTION = 200
LONGEST_ITEM = 280
LONGEST_LABEL = 60
LONGEST_NAME = 120
ORDINARY_CHECKLISTS = {"", "checklist", "controlelijst", "to do", "todo", "taken"}


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut between words, with “…” where something is gone."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    # A word of more than half the space (an address) is cut inside, rather than left out.
    space = cut.rfind(" ")
    if text[limit - 1] != " " and space > limit // 2:
        cut = cut[:space]
    return cut.rstrip(" ,.;:-–") + "…"


def action(card: TrelloCard, words: Words) -> str:
    """What we do, in at most 200 characters."""
    return shorten(card.name or words.untitled, LONGEST_ACTION)


def items(card: TrelloCard) -> list[tuple[str, bool]]:
    """The lines of all checklists in order; with more than one list each line says of which."""
    several = sum(1 for checklist in card.checklists if checklist.items) > 1
    return [
        (f"{checklist.name}: {item.text}" if several and checklist.name else item.text, item.done)
        for checklist in card.checklists
        for item in checklist.items
    ]


def description(card: TrelloCard, list_name: str, words: Words) -> str:
    """Markdown that keeps what has no field of its own; it ends with where the card came from."""
    return "\n\n".join(part for part in _parts(card, list_name, words) if part)


def _parts(card: TrelloCard, list_name: str, words: Words) -> Iterator[str]:
    if len(card.name) > LONGEST_ACTION:
        yield words.whole_title.format(title=card.name)
    yield _closed(card.description)
    yield _listed(words.fields, [f"- {field.name}: {_value(field, words)}" for field in card.fields])
    if card.place:
        yield words.place.format(place=card.place)
    yield _checklist_name(card, words)
    yield _listed(words.long_items, [f"- {text}" for text, _ in items(card) if len(text) > LONGEST_ITEM])
    yield _listed(words.attachments, [f"- {link(each, words)}" for each in card.attachments])
    yield _origin(card, list_name, words)


def _closed(markdown: str) -> str:
    """The text with its code block closed, so that what follows stands outside it."""
    fences = [line.lstrip()[:3] for line in markdown.splitlines() if line.lstrip().startswith(("```", "~~~"))]
    return f"{markdown}\n{fences[-1]}" if len(fences) % 2 else markdown


def _listed(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, "", *lines]) if lines else ""


def _value(field: TrelloField, words: Words) -> str:
    if field.kind == "checkbox":
        return words.yes
    when = moment(field.value) if field.kind == "date" else None
    return f"{when.day}-{when.month}-{when.year}" if when else field.value


def _checklist_name(card: TrelloCard, words: Words) -> str:
    names = [checklist.name for checklist in card.checklists if checklist.items]
    telling = len(names) == 1 and names[0].casefold() not in ORDINARY_CHECKLISTS
    return words.checklist.format(name=names[0]) if telling else ""


def link(attachment: TrelloAttachment, words: Words) -> str:
    """A Markdown link; an address that is not of the web stays plain text."""
    name = _escaped(attachment.name or words.attachment)
    if not attachment.url.startswith(("https://", "http://")):
        return " ".join(dict.fromkeys(part for part in (name, _escaped(attachment.url)) if part))
    return f"[{name}](<{attachment.url.translate(ANGLES)}>)"


ANGLES = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"})
BRACKETS = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\", "<": r"\<", "`": r"\`"})


def _escaped(text: str) -> str:
    return text.translate(BRACKETS)


def _origin(card: TrelloCard, list_name: str, words: Words) -> str:
    known = words.origin.format(list=_escaped(list_name)) if list_name else words.origin_without_list
    return f"{known} [{words.see_card}](<{card.url.translate(ANGLES)}>)" if card.url else known

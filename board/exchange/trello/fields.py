"""Reads custom fields: the board defines them, each card fills them in, all values are text."""

from dataclasses import dataclass
from typing import Any

from board.exchange.trello.boards import TrelloField
from board.exchange.trello.values import flag, key, line, record, records


@dataclass(frozen=True)
class Definition:
    """A custom field of the board: its name, kind and the options of a list."""

    name: str
    kind: str
    options: dict[str, str]


Definitions = dict[str, Definition]


def read_definitions(raw: dict[str, Any]) -> Definitions:
    """The custom fields of the board by id."""
    return {key(item.get("id")): _definition(item) for item in records(raw.get("customFields"))}


def _definition(item: dict[str, Any]) -> Definition:
    options = {
        key(option.get("id")): line(record(option.get("value")).get("text")) for option in records(item.get("options"))
    }
    return Definition(line(item.get("name")), line(item.get("type")), options)


def read_fields(card: dict[str, Any], definitions: Definitions) -> tuple[TrelloField, ...]:
    """What is filled in on a card; empty fields and fields that nobody defined are passed over."""
    read = (_field(item, definitions) for item in records(card.get("customFieldItems")))
    return tuple(field for field in read if field and field.value)


def _field(item: dict[str, Any], definitions: Definitions) -> TrelloField | None:
    definition = definitions.get(key(item.get("idCustomField")))
    if definition is None:
        return None
    value = record(item.get("value"))
    if "checked" in value:
        return TrelloField(definition.name, "checkbox", "true" if flag(value["checked"]) else "")
    chosen = definition.options.get(key(item.get("idValue")), "")
    written = next((line(value[kind]) for kind in ("text", "number", "date") if kind in value), "")
    return TrelloField(definition.name, definition.kind, chosen or written)

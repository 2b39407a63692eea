"""Reads custom fields: the board defines them, each card fills them in, all values are text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from board.exchange.trello.boards import TrelloField
from board.exchange.trello.values import flag, key, line, record, records

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
        key(option.get("id")): line(record(option.get("value")).get("text")) for option in records(item.get("options"))
    }
    return Definition(line(item.get("name")), line(item.get("type")), options)


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
        written = definition.options.get(option, "") or line(value.get(kind))
    # An option that is gone from the field was chosen all the same.
    return TrelloField(definition.name, kind, written, key(item.get("id"))) if written or option else None

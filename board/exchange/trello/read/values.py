"""The value readers of an export: of each the type is only hoped for, and the wrong type counts as not filled in."""

import re
from datetime import UTC, datetime
from hashlib import sha256
from math import isfinite
from typing import Any

from board.core.record.weeks import now
from board.invisible import tidied

# PostgreSQL refuses them.
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
# Trello's editor leaves these behind in texts that look empty.
INVISIBLE = " \t\r\n\u200b\u200c\u200d\u2060\ufeff"
LINK_MARK = re.compile(' "(?:smartCard-[a-z]+|\u200c?)"\\)')
CODE_INDENT = re.compile(r"(?:[ \t]*\r?\n)*( {4,}|\t)(?=\S)")
EMPTY_LINE = re.compile("^\u200c$", re.MULTILINE)
TRELLO_ID = re.compile(r"[0-9a-f]{24}")
TRELLO_BEGAN = datetime(2011, 1, 1, tzinfo=UTC)
LONGEST_ID = 64


def parse_text(value: object) -> str:
    """The text without characters that a database or feed refuses; a number counts as text."""
    if isinstance(value, str):
        return tidied(LONE_SURROGATES.sub("", value)).strip(INVISIBLE)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number_as_text(value)
    return ""


def _number_as_text(value: float) -> str:
    try:
        return str(value)
    except ValueError:  # a whole number of thousands of digits
        return ""


def markdown(value: object) -> str:
    """Markdown without what Trello's editor leaves in it: marks on links, and lines with nothing visible.

    The indent of the first line stays where it means something: four spaces, or a tab, begin a block of code.
    """
    found = EMPTY_LINE.sub("", LINK_MARK.sub(")", parse_text(value)))
    indent = CODE_INDENT.match(value) if found and isinstance(value, str) else None
    return f"{indent[1]}{found}" if indent else found


def parse_line(value: object) -> str:
    """Text on one line, with single spaces."""
    return " ".join(parse_text(value).split())


def key(value: object) -> str:
    """An identifier, at most 64 characters; "" when there is none."""
    found = parse_text(value)
    return found if len(found) <= LONGEST_ID else sha256(found.encode()).hexdigest()


def flag(value: object) -> bool:
    """True for true and for "true", which custom fields use."""
    return value is True or value == "true"


def parse_number(value: object) -> float:
    """A finite number; 0 when it is anything else."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return 0.0
    try:
        return float(value) if isfinite(value) else 0.0
    except OverflowError:
        return 0.0


def parse_count(value: object) -> int:
    """A number of things, from 0 to a million."""
    return int(min(max(parse_number(value), 0), 1_000_000))


def record(value: object) -> dict[str, Any]:
    """A JSON object; an empty one when it is anything else."""
    return value if isinstance(value, dict) else {}


def array(value: object) -> list[Any]:
    """A JSON array; an empty one when it is anything else."""
    return value if isinstance(value, list) else []


def records(value: object) -> list[dict[str, Any]]:
    """The objects in a JSON array; whatever else is in there is passed over."""
    return [item for item in array(value) if isinstance(item, dict)]


def keys(value: object) -> list[str]:
    """The identifiers in a JSON array, each once, in order."""
    return list(dict.fromkeys(found for item in array(value) if (found := key(item))))


def parse_moment(value: object) -> datetime | None:
    """An ISO 8601 moment in UTC; None when it is not one, or too far away for a calendar."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip())
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC) if 1 < aware.year < 9999 else None
    except (ValueError, OverflowError):
        return None


def born(card_id: str) -> datetime | None:
    """When Trello made the thing with this id: its first eight hex digits are seconds since 1970."""
    if not TRELLO_ID.fullmatch(card_id):
        return None
    found = datetime.fromtimestamp(int(card_id[:8], 16), UTC)
    return found if TRELLO_BEGAN <= found <= now() else None

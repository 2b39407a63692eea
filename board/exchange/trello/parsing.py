"""From the bytes of an uploaded file to the JSON of a board, or to a refusal."""

import json
from json import detect_encoding
from typing import Any

from board.exchange.trello.refusals import NotATrelloBoard, Refusal
from board.exchange.trello.values import records

MAX_BYTES = 50 * 1024 * 1024
# The largest real boards have half a million; far more would fill the memory of the machine.
MAX_PARTS = 3_000_000
# Only so much of the file is looked at to tell what it is instead of JSON.
HEAD = 400


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object of a Trello board. Raises NotATrelloBoard for anything else."""
    if len(data) > MAX_BYTES:
        raise NotATrelloBoard(Refusal.TOO_BIG)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotATrelloBoard(Refusal.EMPTY)
    if data.count(b"{") + data.count(b"[") > MAX_PARTS:
        raise NotATrelloBoard(Refusal.NOT_A_BOARD)
    found = _loads(data)
    reason = _why_not(found)
    if reason or not isinstance(found, dict):
        raise NotATrelloBoard(reason or Refusal.NOT_A_BOARD)
    return found


def _loads(data: bytes) -> object:
    try:
        # NaN and Infinity are no JSON, but some programs write them: they count as not filled in.
        return json.loads(_decode(data), parse_constant=lambda _name: None)
    except RecursionError:
        raise NotATrelloBoard(Refusal.TOO_DEEP) from None
    except ValueError:  # also UnicodeDecodeError, and numbers of thousands of digits
        raise NotATrelloBoard(_instead_of_json(data)) from None


def _decode(data: bytes) -> str:
    # A separate function, so that the decoded text is gone as soon as it is parsed.
    return data.decode(detect_encoding(data), "surrogatepass").removeprefix("\ufeff")


def _instead_of_json(data: bytes) -> Refusal:
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"<"):
        return Refusal.WEB_PAGE
    first_line = head.split(b"\n", 1)[0]
    if b"card" in first_line and first_line.count(b",") > 1 and not head.startswith((b"{", b"[")):
        return Refusal.CSV
    return Refusal.NOT_JSON


def _why_not(found: object) -> Refusal | None:
    if not isinstance(found, dict):
        return Refusal.NOT_A_BOARD
    if "_format" in found or "_id" in found:  # WeKan writes the same arrays, with other things in them
        return Refusal.OTHER_TOOL
    if not isinstance(found.get("cards"), list) or not isinstance(found.get("lists"), list):
        return Refusal.SINGLE_CARD if "idList" in found and "idBoard" in found else Refusal.NOT_A_BOARD
    return None if _looks_like_trello(found) else Refusal.NOT_A_BOARD


def _looks_like_trello(found: dict[str, Any]) -> bool:
    things = [*records(found["cards"]), *records(found["lists"])]
    if not things:
        return isinstance(found.get("id"), str) and isinstance(found.get("name"), str)
    return any("id" in thing and ("name" in thing or "idList" in thing) for thing in things)

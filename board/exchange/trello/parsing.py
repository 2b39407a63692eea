"""From the bytes of an uploaded file to the JSON of a board, or to a refusal."""

import json
from json import detect_encoding
from typing import Any

from board.exchange.trello.file_kinds import kind_of
from board.exchange.trello.json_kinds import board_in
from board.exchange.trello.refusals import NotATrelloBoard, Refusal

MEGABYTE = 1024 * 1024
MAX_BYTES = 50 * MEGABYTE
# Who may type commands on the server decides what its memory can bear: ten times the file.
MAX_BYTES_OF_COMMAND = 250 * MEGABYTE
# The largest real boards have half a million of these in 50 MB; far more would fill the memory of the machine.
MAX_PARTS = 3_000_000
BLANK = b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"


def parse(data: bytes, most: int = MAX_BYTES) -> dict[str, Any]:
    """The JSON object of a Trello board, in at most so many bytes. Raises NotATrelloBoard for anything else."""
    check_size(len(data), most)
    if not data.strip(BLANK):
        raise NotATrelloBoard(Refusal.EMPTY)
    if data.count(b"{") + data.count(b"[") > MAX_PARTS * max(1, most // MAX_BYTES):
        raise NotATrelloBoard(Refusal.NOT_A_BOARD)
    return board_in(_loads(data))


def check_size(size: int, most: int) -> None:
    """Raises NotATrelloBoard when a file of so many bytes is larger than what may come in."""
    if size > most:
        reason = Refusal.TOO_BIG if most < MAX_BYTES_OF_COMMAND else Refusal.TOO_BIG_AT_ALL
        raise NotATrelloBoard(reason, str(most // MEGABYTE))


def _loads(data: bytes) -> object:
    try:
        # NaN and Infinity are no JSON, but some programs write them: they count as not filled in.
        return json.loads(_decode(data), parse_constant=lambda _name: None)
    except RecursionError:
        raise NotATrelloBoard(Refusal.TOO_DEEP) from None
    except ValueError:  # also UnicodeDecodeError, and numbers of thousands of digits
        raise NotATrelloBoard(kind_of(data)) from None


def _decode(data: bytes) -> str:
    # A separate function, so that the decoded text is gone as soon as it is parsed.
    encoding = detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise
        return data.decode("cp1252")  # as Windows saves it, in an old editor

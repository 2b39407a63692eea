"""What a file is when it is no export of a Trello board: by its first bytes, or by what its JSON holds."""

from enum import Enum
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from board.exchange.trello.read.values import record, records


class Refusal(Enum):
    """What is wrong with the file, in the terms that help somebody to choose a better one."""

    TOO_BIG = "too_big"
    TOO_BIG_AT_ALL = "too_big_at_all"
    EMPTY = "empty"
    WEB_PAGE = "web_page"
    ZIP = "zip"
    WORKBOOK = "workbook"
    DOCUMENT = "document"
    PICTURE = "picture"
    CSV = "csv"
    CUT_OFF = "cut_off"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    SINGLE_CARD = "single_card"
    SINGLE_LIST = "single_list"
    CARDS_ONLY = "cards_only"
    WORKSPACE = "workspace"
    SEVERAL_BOARDS = "several_boards"
    OTHER_TOOL = "other_tool"
    NOT_A_BOARD = "not_a_board"


class NotATrelloBoard(Exception):
    """The file is refused, with a reason that a screen can put into words.

    `of` is what that reason needs to be said: the limit in MB, the program it came from, the number of boards.
    """

    def __init__(self, reason: Refusal, of: str = "") -> None:
        super().__init__(reason.value)
        self.reason, self.of = reason, of


# Only so much of the file is looked at.
HEAD = 2000
BEGINNINGS: tuple[tuple[bytes, Refusal], ...] = (
    (b"\xd0\xcf\x11\xe0", Refusal.WORKBOOK),  # Excel of before 2007
    (b"%PDF", Refusal.DOCUMENT),
    (b"{\\rtf", Refusal.DOCUMENT),
    (b"\x89PNG", Refusal.PICTURE),
    (b"\xff\xd8\xff", Refusal.PICTURE),
    (b"GIF8", Refusal.PICTURE),
    (b"RIFF", Refusal.PICTURE),
    (b"Rar!", Refusal.ZIP),
    (b"7z\xbc\xaf", Refusal.ZIP),
    (b"\x1f\x8b", Refusal.ZIP),
    (b"BZh", Refusal.ZIP),
    (b"\xfd7zXZ", Refusal.ZIP),
)
ZIP = b"PK\x03\x04"
# What an archive of these programs always holds.
IN_WORKBOOK = ("xl/",)
IN_DOCUMENT = ("word/", "ppt/")
DELIMITERS = ",;\t|"


def kind_of(data: bytes) -> Refusal:
    """What this file is. Raises nothing, whatever is in it."""
    if data.startswith(ZIP):
        return _in_zip(data)
    found = next((kind for start, kind in BEGINNINGS if data.startswith(start)), None)
    if found:
        return found
    text = _text(data[:HEAD]).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return Refusal.WEB_PAGE
    if text.startswith(("{", "[")):
        return Refusal.CUT_OFF
    return Refusal.CSV if _is_table(text) else Refusal.NOT_JSON


def _in_zip(data: bytes) -> Refusal:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.startswith(IN_WORKBOOK) for name in names):
                return Refusal.WORKBOOK
            if any(name.startswith(IN_DOCUMENT) for name in names):
                return Refusal.DOCUMENT
            if "mimetype" in names:  # of LibreOffice
                is_sheet = b"spreadsheet" in archive.read("mimetype")[:100]
                return Refusal.WORKBOOK if is_sheet else Refusal.DOCUMENT
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        pass
    return Refusal.ZIP


def _text(head: bytes) -> str:
    """The beginning as text. A spreadsheet may write its tables in UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _is_table(text: str) -> bool:
    """Whether the first lines look like a row of names with something between them."""
    first = text.split("\n", 1)[0].rstrip("\r")
    if not first.replace("\t", " ").isprintable():
        return False
    return first.lower().startswith("sep=") or any(first.count(delimiter) >= 2 for delimiter in DELIMITERS)


# What only these programs write, as sets of names that stand there together.
PROGRAMS: tuple[tuple[str, frozenset[str]], ...] = (
    ("WeKan", frozenset({"_format"})),
    ("WeKan", frozenset({"_id", "cards"})),
    ("WeKan", frozenset({"_id", "lists"})),
    ("Nextcloud Deck", frozenset({"stacks"})),
    ("Planka", frozenset({"item", "included"})),
    ("Jira", frozenset({"issues"})),
    ("Jira", frozenset({"projects", "users", "links"})),
    ("Planner", frozenset({"buckets", "tasks"})),
    ("Planner", frozenset({"planId", "bucketId"})),
    ("Planner", frozenset({"@odata.context"})),
    ("Vikunja", frozenset({"parent_project_id"})),
    ("Notion", frozenset({"object", "results"})),
    ("Kanboard", frozenset({"columns", "swimlanes"})),
)


def board_in(found: object) -> dict[str, Any]:
    """The board of Trello in what was read, also when it lies in a wrapping. Raises NotATrelloBoard."""
    if isinstance(found, list):
        return _board_among(found)
    if not isinstance(found, dict):
        raise NotATrelloBoard(Refusal.NOT_A_BOARD)
    if _is_other(found):
        raise NotATrelloBoard(Refusal.OTHER_TOOL, _program(found))
    if _has_arrays(found):
        if _looks_like_trello(found):
            return found
        raise NotATrelloBoard(Refusal.NOT_A_BOARD)
    return _wrapped(found)


def _board_among(found: list[Any]) -> dict[str, Any]:
    """The only board in a list of boards; a list of something else says what it is."""
    things = records(found)
    boards = [thing for thing in things if _has_arrays(thing) and not _is_other(thing)]
    if len(boards) == 1 and len(things) == 1:
        return board_in(boards[0])
    if boards:
        raise NotATrelloBoard(Refusal.SEVERAL_BOARDS, str(len(boards)))
    for thing in things[:1]:
        if _is_other(thing):
            raise NotATrelloBoard(Refusal.OTHER_TOOL, _program(thing))
        if _is_card(thing):
            raise NotATrelloBoard(Refusal.CARDS_ONLY)
        if "idBoard" in thing:
            raise NotATrelloBoard(Refusal.SINGLE_LIST)
    raise NotATrelloBoard(Refusal.NOT_A_BOARD)


def _wrapped(found: dict[str, Any]) -> dict[str, Any]:
    """The board inside; else the reason why there is none."""
    if isinstance(found.get("board"), dict):
        return board_in(found["board"])
    if "boards" in found:
        several = found["boards"]
        things = list(several.values()) if isinstance(several, dict) else several
        if any(_has_arrays(thing) or _is_other(thing) for thing in records(things)):
            return _board_among(things)
        raise NotATrelloBoard(Refusal.WORKSPACE)
    # An older export of Deck has a name for each board, and nothing around them.
    if program := next(filter(None, map(_program, map(record, found.values()))), ""):
        raise NotATrelloBoard(Refusal.OTHER_TOOL, program)
    raise NotATrelloBoard(_instead(found))


def _instead(found: dict[str, Any]) -> Refusal:
    if _is_card(found):
        return Refusal.SINGLE_CARD
    if "idBoard" in found or (isinstance(found.get("cards"), list) and "pos" in found):
        return Refusal.SINGLE_LIST
    if "displayName" in found or ("idOrganization" in found and "lists" not in found):
        return Refusal.WORKSPACE
    if _has_cards_of_trello(found):
        return Refusal.CARDS_ONLY
    return Refusal.NOT_A_BOARD


def _is_card(thing: dict[str, Any]) -> bool:
    return "idList" in thing and ("idBoard" in thing or "idShort" in thing or "name" in thing)


def _has_cards_of_trello(found: dict[str, Any]) -> bool:
    return any(_is_card(thing) for thing in records(found.get("cards"))[:3])


def _has_arrays(found: object) -> bool:
    item = record(found)
    return isinstance(item.get("cards"), list) and isinstance(item.get("lists"), list)


def _is_other(found: dict[str, Any]) -> bool:
    return bool(_program(found))


def _program(found: dict[str, Any]) -> str:
    """The program that writes such things; empty when it is none that we know."""
    if "idBoard" in found or (_has_arrays(found) and not {"_id", "_format"} & found.keys()):
        return ""
    return next((program for program, names in PROGRAMS if names <= found.keys()), "")


def _looks_like_trello(found: dict[str, Any]) -> bool:
    things = [*records(found["cards"]), *records(found["lists"])]
    if not things:
        return isinstance(found.get("id"), str) and isinstance(found.get("name"), str)
    return any("id" in thing and ("name" in thing or "idList" in thing) for thing in things)

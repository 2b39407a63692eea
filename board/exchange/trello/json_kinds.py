"""What the JSON in a file is: a board of Trello, something else of Trello, or of another program."""

from typing import Any

from board.exchange.trello.refusals import NotATrelloBoard, Refusal
from board.exchange.trello.values import record, records

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

"""From which board a card was opened: its lens and filters go along in addresses, so that the way back leads there.

The first page of a card hears it from the browser (Referer) and passes it on as `?bord=`. A browser that says nothing
gets what it saw last, from its cookie. Only names and values of filters are taken, so it leads nowhere else.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Blueprint, Response, g, has_request_context, request
from flask import session as cookie

from board.web.responses import WORK

IN_THE_ADDRESS = ("lens", "wie", "week", "groep", "label", "mij", "q")
NAME = "bord"
LONGEST = 400


def _clean(query: str) -> str:
    """What of a query is lens or filter."""
    asked = dict(parse_qsl(query[:LONGEST]))
    return urlencode({name: asked[name] for name in IN_THE_ADDRESS if asked.get(name)})


def _from_browser(slug: str) -> str | None:
    """The lens and filters of the board that the visitor came from; None when they came from elsewhere."""
    whence = request.referrer if request.method == "GET" else None
    try:
        parts = urlsplit(whence or "")
    except ValueError:
        return None
    is_board = parts.netloc == request.host and parts.path == f"{WORK}/opgaven/{slug}"
    return _clean(parts.query) if is_board else None


def seen_from(slug: str) -> str:
    """The lens and filters to go back to, as a query; empty for the board as it opens."""
    if NAME not in g:
        said = request.args.get(NAME)
        found = _clean(said) if said is not None else _from_browser(slug)
        last = cookie.get(NAME, ["", ""])
        g.bord = found if found is not None else last[1] if last[0] == slug else ""
    kept: str = g.bord
    return kept


def _here(values: dict[str, Any]) -> str:
    """What goes along in this address: only on a page of a card, and only to its own opgave."""
    slug = (request.view_args or {}).get("slug") if has_request_context() and request.blueprint == "card" else None
    return seen_from(slug) if slug and values.get("slug") == slug else ""


def _to_card(_endpoint: str, values: dict[str, Any]) -> None:
    if seen := _here(values):
        values.setdefault(NAME, seen)


def _to_board(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "board.board" and (seen := _here(values)):
        for name, value in parse_qsl(seen):
            values[name] = values.get(name) or value


def _remember(response: Response) -> Response:
    slug = (request.view_args or {}).get("slug", "")
    if request.method == "GET" and response.status_code == 200 and cookie.get(NAME) != [slug, seen_from(slug)]:
        cookie[NAME] = [slug, seen_from(slug)]
    return response


def goes_along(cards: Blueprint, board: Blueprint) -> None:
    """In every address on a page of a card: to its other pages as `?bord=`, to the board as lens and filters."""
    cards.url_defaults(_to_card)
    board.url_defaults(_to_board)
    cards.after_request(_remember)

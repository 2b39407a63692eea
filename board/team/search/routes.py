"""Search over everything that I may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Response, request

from board.blocks.answers import SearchKind
from board.core.search.hits import search
from board.invisible import single_line
from board.team.search.finds import Finder, Finds
from board.team.search.kinds import BY_SLUG
from board.web.guards import me, signed_in
from board.web.responses import Page, show

bp = Blueprint("search", __name__, url_prefix="/bord/zoek")

# Of all kinds together each shows the first few; one kind by itself shows more.
AT_FIRST, OF_ALL_KINDS, OF_ONE_KIND = 5, 20, 50


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The page of the search; for htmx only what was found."""

    template: ClassVar[str] = "team/search/search.html"
    fragment: ClassVar[str] = "team/search/_found.html"
    text: str
    kind: SearchKind | None
    found: Sequence[Finds]
    at_first: int
    asked: bool


@bp.get("", endpoint="index")
@signed_in()
def show_search() -> Response:
    text = _asked()
    kind = BY_SLUG.get(request.args.get("soort", ""))
    finder = Finder(me())
    hits = search(me(), text, finder.places, kind.name if kind else None, OF_ONE_KIND if kind else OF_ALL_KINDS)
    finder.look(hits)
    return show(
        SearchPage(
            text=text,
            kind=kind,
            found=finder.finds(hits),
            at_first=OF_ONE_KIND if kind else AT_FIRST,
            asked=bool(hits.terms),
        )
    )


def _asked() -> str:
    """What was typed, on one line, as it would be kept."""
    return single_line(request.args.get("q", ""))

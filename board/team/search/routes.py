"""Search over everything that I may read."""

from flask import Blueprint, Response, request

from board.core.search.hits import search
from board.invisible import single_line
from board.team.search.finds import Finder
from board.team.search.kinds import BY_SLUG
from board.web.guards import me, signed_in
from board.web.responses import show

bp = Blueprint("search", __name__, url_prefix="/bord/zoek")

# Of all kinds together each shows the first few; one kind by itself shows more.
AT_FIRST, OF_ALL_KINDS, OF_ONE_KIND = 5, 20, 50


@bp.get("")
@signed_in()
def index() -> Response:
    text = _asked()
    kind = BY_SLUG.get(request.args.get("soort", ""))
    finder = Finder(me())
    hits = search(me(), text, finder.places, kind.name if kind else None, OF_ONE_KIND if kind else OF_ALL_KINDS)
    finder.look(hits)
    return show(
        "team/search/search.html",
        "team/search/_found.html",
        text=text,
        kind=kind,
        found=finder.finds(hits),
        at_first=OF_ONE_KIND if kind else AT_FIRST,
        asked=bool(hits.terms),
    )


def _asked() -> str:
    """What was typed, on one line, as it would be kept."""
    return single_line(request.args.get("q", ""))

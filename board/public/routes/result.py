"""The route of one public result, at its permanent address."""

from flask.typing import ResponseReturnValue

from board.public.caching import cached
from board.public.queries.corrections import corrections
from board.public.queries.results import get_result
from board.public.removed_pages import gone_if_removed
from board.public.routes.blueprint import bp, render_page
from board.public.shapes import Tombstone
from board.web.guards import public


@bp.get("/resultaten/<int:number>")
@public
@cached
@gone_if_removed
def result(number: int) -> ResponseReturnValue:
    result = get_result(number)
    if isinstance(result, Tombstone):
        return render_page("public/tombstone.html", tombstone=result), 410
    return render_page("public/result.html", result=result, corrections=corrections(result))

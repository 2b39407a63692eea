"""The route of the poster of a week: the same page, set on paper."""

from dataclasses import dataclass
from threading import Lock
from typing import ClassVar

from flask import Blueprint, Response, abort, current_app, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.public.caching import cached
from board.public.internal_client import InternalClient
from board.public.paper.pdf import as_pdf, can_make
from board.public.queries.bricks import bricks_near
from board.public.routes.blueprint import week_in_address
from board.web.guards import public
from board.web.responses import Page, render

bp = Blueprint("poster", __name__)

# One at a time in each process.
MAKING = Lock()
SECONDS = "10"


@dataclass(frozen=True, kw_only=True)
class PosterLaterPage(Page):
    """The page shown when the poster of a week is still being made."""

    template: ClassVar[str] = "public/poster_later.html"
    week: Week


@dataclass(frozen=True, kw_only=True)
class NoPosterPage(Page):
    """The page shown when a week has no poster."""

    template: ClassVar[str] = "public/no_poster.html"
    week: Week


@bp.get("/week/<code>/poster.pdf")
@public
@cached
def poster(code: str) -> ResponseReturnValue:
    """The week on paper; without WeasyPrint a page that says what else works."""
    week = week_in_address(code)
    if not bricks_near(week, 0, Week.now()).in_week(week):
        abort(404)
    if not can_make():
        return render(NoPosterPage(week=week)), 501
    # Making one takes seconds of a whole processor: who comes meanwhile is asked to come back, not to wait in line.
    if not MAKING.acquire(blocking=False):
        return render(PosterLaterPage(week=week)), 503, {"Retry-After": SECONDS}
    try:
        paper = as_pdf(url_for("public.week", code=week), InternalClient(current_app._get_current_object()))  # type: ignore[attr-defined]
    finally:
        MAKING.release()
    name = f'inline; filename="week-{week}.pdf"'
    return Response(paper, content_type="application/pdf", headers={"Content-Disposition": name})

"""The route of the newest week as a small page in a frame, for the organisation's own site."""

from dataclasses import dataclass
from types import ModuleType
from typing import ClassVar

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.public.caching import cached
from board.public.queries.bricks import bricks_near
from board.public.queries.week import results_and_words
from board.public.week import sentences
from board.public.week.layout import PublicWeek, public_week
from board.web.guards import public
from board.web.responses import Page, content_policy, render
from board.web.settings import current_settings

bp = Blueprint("embed", __name__)


@dataclass(frozen=True, kw_only=True)
class EmbedPage(Page):
    """The week as it stands in a frame on the site of the organisation."""

    template: ClassVar[str] = "public/embed.html"
    week: PublicWeek
    say: ModuleType


@bp.get("/week/nu/ingesloten")
@public
@cached
def newest() -> ResponseReturnValue:
    """What a site may show in a frame; nowhere, until the organisation names its sites."""
    if not current_settings().embed_hosts:
        return render_template("public/no_embed.html"), 404
    results, words = results_and_words(None, Week.now(), current_settings().organisation)
    week = results[0].week if results else Week.now()
    # Without the wall: what was done this week is all that fits.
    page = public_week(week, results, bricks_near(week, 0, Week.now()), words)
    return render(EmbedPage(week=page, say=sentences))


@bp.after_request
def let_in(response: Response) -> Response:
    """Only the sites that are named may frame it; each other page of ours stays frameless."""
    hosts = current_settings().embed_hosts
    if hosts and request.endpoint == "embed.newest":
        response.headers["Content-Security-Policy"] = content_policy(script=False, framed_by=hosts)
        # It knows one site or none; the line above is read in its place by each browser of today.
        response.headers["X-Frame-Options"] = ""
    return response

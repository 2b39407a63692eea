"""The routes of the Atom feeds: of everything that is published, and of one opgave."""

from flask import Response
from flask.typing import ResponseReturnValue

from board.public import atom
from board.public.caching import cached
from board.public.queries.opgaven import get_opgave
from board.public.queries.results import newest_results
from board.public.removed_pages import gone_if_removed
from board.public.routes.blueprint import bp
from board.public.shapes import PublicOpgave
from board.web.guards import public
from board.web.settings import current_settings


@bp.get("/feed.atom")
@public
@cached
def feed() -> ResponseReturnValue:
    return _feed_of(None)


@bp.get("/opgaven/<slug>/feed.atom")
@public
@cached
@gone_if_removed
def opgave_feed(slug: str) -> ResponseReturnValue:
    return _feed_of(get_opgave(slug))


def _feed_of(opgave: PublicOpgave | None) -> Response:
    xml = atom.feed(current_settings(), newest_results(opgave, atom.ENTRIES), opgave)
    return Response(xml, content_type=atom.Feed.content_type)

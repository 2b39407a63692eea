"""The files of photos that citizens see; each request asks whether they still may."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from board.core.record.photos import PhotoSize
from board.db import session
from board.public.caching import CACHE
from board.public.queries import photos as photo_queries
from board.public.queries.photos import Files
from board.web.guards import public

bp = Blueprint("photos", __name__)


@bp.get("/gezichten/<key>-<int:width>.webp")
@public
def face(key: str, width: int) -> ResponseReturnValue:
    response = photo_response(photo_queries.face_file(key, width), f"{key}-{width}", CACHE)
    response.headers["X-Robots-Tag"] = "noindex, noimageindex"  # a face can be taken back, also from who searches
    return response


@bp.get("/fotos/<key>-<int:width>.webp")
@public
def work(key: str, width: int) -> ResponseReturnValue:
    response = photo_response(photo_queries.work_file(key, width), f"{key}-{width}", CACHE)
    # The feeds and the open data point to it, so pages elsewhere may show it.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def photo_response(query: Files, etag: str, cache: str) -> Response:
    """The one file of this query; 304 for who has it, as long as it may be shown. Raises NoResultFound."""
    has_it = request.if_none_match.contains_weak(etag)
    found = session.execute(query.with_only_columns(PhotoSize.width) if has_it else query).scalar_one()
    response = Response(status=304) if has_it else Response(found, mimetype="image/webp")
    # A key is of one picture for ever, so it tells all.
    response.set_etag(etag)
    response.headers["Cache-Control"] = cache
    return response

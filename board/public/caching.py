"""Who already has a page gets a 304 before any work is done; a proxy may keep it, and asks each time."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from flask import Response, current_app, make_response, request
from flask.typing import ResponseReturnValue

from board.core.record.weeks import today
from board.core.undo.versions import public_version
from board.web.cache import Shelf, shelf
from board.web.release import RELEASE
from board.web.responses import tag, unchanged

# Others may keep it, but ask each time whether it still holds: who withdraws a name or a result wants it gone
# at the next request, everywhere (PRODUCT.md, rule 6). Asking costs a 304, which is cheap.
CACHE = "public, no-cache"

ViewFunction = Callable[..., ResponseReturnValue]


def cached(view: ViewFunction) -> ViewFunction:
    """Answer from the public version counter when that is enough; for a view that reads nothing behind a “?”."""
    return cached_with()(view)


def cached_with(*arguments: str) -> Callable[[ViewFunction], ViewFunction]:
    """As `cached`, for a view that reads these arguments. What else anyone types behind a “?” is the same page."""

    def keeping(view: ViewFunction) -> ViewFunction:
        @wraps(view)
        def answer(**values: Any) -> ResponseReturnValue:
            asked = tuple((name, request.args.getlist(name)) for name in arguments if name in request.args)
            # The date, because “deze week” becomes another week without anybody changing anything.
            version = public_version()
            etag = tag(version, today(), request.path, asked, current_app.config[RELEASE])
            response = unchanged(etag) or (None if asked else _from_before(version))
            response = response or _made_now(version, make_response(view(**values)), keep=not asked)
            response.headers["Cache-Control"] = CACHE
            if response.status_code == 200:
                response.set_etag(etag, weak=True)
            return response

        return answer

    return keeping


class CachedResponse(NamedTuple):
    """What was sent, to send again."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


def _pages() -> Shelf:
    return shelf("pages", rights=())  # a citizen has none, and needs none


def _from_before(version: int) -> Response | None:
    """The same page, when nothing changed since it was made. What is withdrawn changes the version, so it is gone."""
    known: CachedResponse | None = _pages().get(request.path, version)
    return Response(known.body, headers=list(known.headers)) if known else None


def _made_now(version: int, response: Response, keep: bool) -> Response:
    # Arguments make as many pages as somebody wants to type; those push no other page out.
    if response.status_code == 200 and keep:
        _pages().put(request.path, version, CachedResponse(response.get_data(), tuple(response.headers)))
    return response

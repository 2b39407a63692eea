"""Who already has a page gets a 304 before any work is done; a proxy may keep it, and asks each time."""

import hashlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from flask import Response, current_app, make_response, request
from flask.sansio.app import App
from flask.typing import ResponseReturnValue
from jinja2.utils import LRUCache

from board.assets import BUILD
from board.config import Settings, files
from board.core.versions import public_version
from board.core.weeks import today
from board.web import tag, unchanged

# Others may keep it, but ask each time whether it still holds: who withdraws a name or a result wants it gone
# at the next request, everywhere (PRODUCT.md, rule 6). Asking costs a 304, which is cheap.
CACHE = "public, no-cache"
EDITION = "PUBLIC_EDITION"
PAGES_KEPT = 64  # per process; what is lost is only made again

View = Callable[..., ResponseReturnValue]


def cached(view: View) -> View:
    """Answer from the public version counter when that is enough."""

    @wraps(view)
    def answer(**values: Any) -> ResponseReturnValue:
        # The date, because “deze week” becomes another week without anybody changing anything.
        etag = tag(public_version(), today(), request.full_path, current_app.config[EDITION])
        response = unchanged(etag) or _from_before(etag) or _made_now(etag, make_response(view(**values)))
        response.headers["Cache-Control"] = CACHE
        if response.status_code == 200:
            response.set_etag(etag, weak=True)
        return response

    return answer


def _kept() -> LRUCache:
    pages: LRUCache = current_app.extensions.setdefault("public_pages", LRUCache(PAGES_KEPT))
    return pages


def _from_before(etag: str) -> Response | None:
    """The same page, when nothing changed since it was made. What is withdrawn changes the tag, so it is gone."""
    known: tuple[bytes, str] | None = _kept().get(etag)
    return Response(known[0], content_type=known[1]) if known else None


def _made_now(etag: str, response: Response) -> Response:
    if response.status_code == 200:
        _kept()[etag] = (response.get_data(), response.content_type or "text/html")
    return response


def edition(app: App) -> str:
    """A fingerprint of all that makes a page besides the database: words, looks and settings."""
    made_of = [*sorted(files("templates").rglob("*.html")), *sorted(Path(__file__).parents[1].rglob("*.py"))]
    digest = hashlib.blake2s(repr(_shown(app.config["SETTINGS"])).encode(), digest_size=12)
    for file in [*made_of, files("static") / BUILD / "meta.json"]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _shown(settings: Settings) -> tuple[object, ...]:
    contact = (settings.contact_phone, settings.contact_hours, settings.contact_email)
    return settings.organisation, settings.base_url, *contact

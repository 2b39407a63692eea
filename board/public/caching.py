"""Who already has a page gets a 304 before any work is done; a proxy may keep it, and asks each time."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache, wraps
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flask import Response, current_app, make_response, request
from flask.sansio.app import App
from flask.typing import ResponseReturnValue

from board.config import Settings, files
from board.core.record.weeks import today
from board.core.undo.versions import public_version
from board.public.kept import Answer, Kept
from board.web.assets import BUILD
from board.web.responses import tag, unchanged

# Others may keep it, but ask each time whether it still holds: who withdraws a name or a result wants it gone
# at the next request, everywhere (PRODUCT.md, rule 6). Asking costs a 304, which is cheap.
CACHE = "public, no-cache"
EDITION = "PUBLIC_EDITION"
# Settings that no page shows: two machines that differ in these send the same pages.
OF_THE_SERVER = ("instance", "database_url", "secret_key", "workers", "proxies", "compress", "server_timing")
ROOM = 16_000_000  # bytes per process: all pages of years, some posters, and the open data

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
            etag = tag(public_version(), today(), request.path, asked, current_app.config[EDITION])
            response = unchanged(etag) or _from_before(etag)
            response = response or _made_now(etag, make_response(view(**values)), keep=not asked)
            response.headers["Cache-Control"] = CACHE
            if response.status_code == 200:
                response.set_etag(etag, weak=True)
            return response

        return answer

    return keeping


def _kept() -> Kept:
    pages: Kept = current_app.extensions.setdefault("public_pages", Kept(ROOM))
    return pages


def _from_before(etag: str) -> Response | None:
    """The same page, when nothing changed since it was made. What is withdrawn changes the tag, so it is gone."""
    known = _kept().get(etag)
    return Response(known.body, headers=known.headers) if known else None


def _made_now(etag: str, response: Response, keep: bool) -> Response:
    # Arguments make as many pages as somebody wants to type; those push no other page out.
    if response.status_code == 200 and keep:
        _kept().put(etag, Answer(response.get_data(), list(response.headers)))
    return response


def edition(app: App) -> str:
    """A fingerprint of all that makes a page besides the database: words, looks and settings."""
    settings: Settings = app.config["SETTINGS"]
    digest = hashlib.blake2s(repr(_shown(settings)).encode(), digest_size=12)
    digest.update(_of_this_release())
    for file in (settings.logo, settings.theme):
        if file:
            digest.update(file.read_bytes())
    digest.update(b"poster" if find_spec("weasyprint") else b"")
    return digest.hexdigest()


@cache
def _of_this_release() -> bytes:
    """A digest of code, templates and styles: what this process runs, read once."""
    made_of = [*sorted(files("templates").rglob("*.html")), *sorted(Path(__file__).parents[1].rglob("*.py"))]
    digest = hashlib.blake2s(digest_size=12)
    for file in [*made_of, files("static") / BUILD / "meta.json", files("static") / "css" / "poster.css"]:
        digest.update(file.read_bytes())
    return digest.digest()


def _shown(settings: Settings) -> Settings:
    """All settings that a page may show; what is only for the server itself stays out."""
    ours = Settings(instance=Path(), database_url="", secret_key="")
    return replace(settings, **{name: getattr(ours, name) for name in OF_THE_SERVER})

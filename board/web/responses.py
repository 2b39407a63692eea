"""Answers: a page or a fragment, what follows a save, and the headers on all of them."""

import hashlib
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import ClassVar
from urllib.parse import SplitResult, unquote, urlsplit

from flask import Flask, Response, abort, flash, g, make_response, redirect, render_template, request
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_htmx import HTMX
from flask_htmx import make_response as htmx_response
from sqlalchemy import Engine, event
from werkzeug.routing import IntegerConverter

from board.config import Settings

htmx = HTMX()
WORK = "/bord"
YEAR = 31536000
# What is made of words, which packing makes several times smaller; a photo or a PDF is packed already.
MADE_OF_WORDS = (
    *("text/html", "text/css", "text/csv", "text/plain", "text/xml", "text/calendar", "text/javascript"),
    *("application/json", "application/schema+json", "application/feed+json", "application/ld+json"),
    *("application/manifest+json", "application/problem+json"),
    *("application/xml", "application/atom+xml", "application/rss+xml", "application/xslt+xml", "image/svg+xml"),
)
OWN = re.compile(r"/bord([/?][^\\\x00-\x20\x7f]*)?")


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page; going back and forward it wants the whole."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def screen_address() -> SplitResult | None:
    """The address of the screen from which htmx asks; None when there is none, or what came is no address."""
    try:
        return urlsplit(htmx.current_url or "") if htmx else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Page:
    """The base of what a screen shows: each field is a name in its template, and mypy knows its type."""

    template: ClassVar[str]
    # The part of it that htmx gets, of a screen that has such a part.
    fragment: ClassVar[str] = ""


def render(page: Page) -> str:
    """The HTML of a page."""
    return _rendered(page.template, page)


def render_fragment(page: Page) -> str:
    """The HTML of the part of a page that htmx gets."""
    return _rendered(page.fragment, page)


def _rendered(template: str, page: Page) -> str:
    return render_template(template, **{field.name: getattr(page, field.name) for field in fields(page)})


def show(page: Page, status: int = 200) -> Response:
    """The fragment for htmx, the whole page (which includes that fragment) for everyone else."""
    response = make_response(render_fragment(page) if wants_fragment() else render(page), status)
    response.vary.add("HX-Request")
    return response


def saved(url: str) -> ResponseReturnValue:
    """After a successful POST: where to go on to."""
    if wants_fragment():
        return htmx_response(redirect=url)
    return redirect(url, 303)


def own_path(wanted: str | None) -> str | None:
    """A path of the work that came in an address, where it is safe to go on to; never another host."""
    safe = wanted and len(wanted) <= 500 and OWN.fullmatch(wanted) and ".." not in unquote(wanted)
    return wanted if safe else None


def came_from() -> str | None:
    """Where the visitor came from and wants to go on to, as the address says it: `?verder=`."""
    return own_path(request.args.get("verder"))


def flash_message(text: str, undo: str | None = None) -> None:
    """A message on the next page; `undo` is the address that takes the step back."""
    # A cookie holds four kilobytes, and only the last words matter.
    cookie["_flashes"] = cookie.get("_flashes", [])[-2:]
    # The cookie holds JSON, so a dict does as well as a text.
    flash({"text": text, "undo": undo})  # type: ignore[arg-type]


def awaits_message() -> bool:
    """Whether the page that is asked for now carries a message: a copy of it, shown again, would repeat that."""
    return not wants_fragment() and "_flashes" in cookie


def tag(*parts: object) -> str:
    """A short fingerprint of everything a page depends on, for its ETag."""
    return hashlib.blake2s(repr(parts).encode(), digest_size=12).hexdigest()


def unchanged(etag: str, has_fragment: bool = False) -> Response | None:
    """304 when the visitor already has this version; call it before the work is done.

    `has_fragment`: the address answers htmx with a fragment (see `show`). A browser takes the headers of a 304 over,
    and without `Vary` it would show the fragment as a page when the visitor goes back.
    """
    if not request.if_none_match.contains_weak(etag):
        return None
    response = Response(status=304)
    response.set_etag(etag, weak=True)
    if has_fragment:
        response.vary.add("HX-Request")
    return response


def security_headers(https: bool) -> dict[str, str]:
    """What every answer carries, static files and errors too."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        "Content-Security-Policy": content_policy(script=False),
    }
    if https:
        headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
    return headers


def content_policy(script: bool, framed_by: Iterable[str] = ()) -> str:
    """Nothing from elsewhere and nothing inline. Citizens' pages have no script; only the embed stands in a frame."""
    parts = [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-src 'none'",
        "frame-ancestors " + (" ".join(framed_by) or "'none'"),
    ]
    if script:
        parts += ["script-src 'self'", "connect-src 'self'"]
    return "; ".join(parts)


AT_WORK = content_policy(script=True)


@cache
def _always(https: bool) -> tuple[tuple[str, str], ...]:
    return tuple(security_headers(https).items())


def protect(response: Response, path: str, https: bool) -> Response:
    """Put the headers on an answer to `path`. Asks nothing of the request, so that the last error page has them too."""
    for name, value in _always(https):
        response.headers.setdefault(name, value)  # an answer may know better, as that of the logo
    if not response.headers["X-Frame-Options"]:
        del response.headers["X-Frame-Options"]
    if path.startswith(WORK):
        response.headers["Content-Security-Policy"] = AT_WORK
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _add_headers(app: Flask, settings: Settings) -> None:
    @app.after_request
    def add(response: Response) -> Response:
        return protect(response, request.path, settings.https)


def _time_the_work(app: Flask, engine: Engine) -> None:
    """How many queries and how long, in a header, so that a budget can be checked from outside."""

    @event.listens_for(engine, "before_cursor_execute")
    def started(*_statement: object) -> None:
        if g:
            g.query_started = time.perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def ended(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if g and not statement.startswith("BEGIN"):  # SQLite counts it, PostgreSQL does not
            g.queries = g.get("queries", 0) + 1
            g.query_time = g.get("query_time", 0.0) + time.perf_counter() - g.query_started

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def report(response: Response) -> Response:
        ended = time.perf_counter()
        whole, asked = (ended - g.get("started", ended)) * 1000, g.get("query_time", 0.0) * 1000
        response.headers["Server-Timing"] = (
            f'db;desc="{g.get("queries", 0)} queries";dur={asked:.1f}, app;dur={whole:.1f}'
        )
        return response


def _lead_on(response: Response) -> Response:
    """Our script sends forms without leaving the page: it hears where to go on to, and goes there itself."""
    if request.headers.get("HX-Boosted") and response.status_code in {301, 302, 303}:
        response.headers["HX-Redirect"] = response.headers.pop("Location")
        response.status_code = 200
        response.data = b""
    return response


def refuse_nul() -> None:
    """No address of ours holds a NUL character, and PostgreSQL refuses to look for one."""
    if "\x00" in request.path:
        abort(404)


class Number(IntegerConverter):
    """A number in an address. One that fits in no table is an address that does not exist (404)."""

    regex = r"\d{1,9}"


def init_app(app: Flask, settings: Settings, engine: Engine) -> None:
    """htmx, and headers on every answer."""
    app.url_map.converters["int"] = Number
    htmx.init_app(app)
    app.after_request(_lead_on)
    _add_headers(app, settings)
    if settings.server_timing:
        _time_the_work(app, engine)

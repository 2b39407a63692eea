"""The routes for search engines: every public address with the day it changed, and where they may look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Response, abort, url_for
from markupsafe import escape

from board.core.record.weeks import Week
from board.public.caching import CACHE, cached
from board.public.queries.sitemap import last_changes
from board.public.routes.blueprint import bp
from board.web.guards import public
from board.web.responses import WORK
from board.web.settings import current_settings

# What one file may hold, says the protocol (sitemaps.org).
IN_ONE_FILE = 50_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ALWAYS = ("public.home", "public.weeks", "public.opgaven", "public.accessibility", "public.privacy")


@dataclass(frozen=True)
class Address:
    """A public page, and when its words changed last."""

    path: str
    changed: datetime | None = None


@bp.get("/sitemap.xml")
@public
@cached
def sitemap() -> Response:
    """All addresses; when that is too much for one file, where its parts are."""
    pages = addresses()
    if len(pages) <= IN_ONE_FILE:
        return _xml("urlset", "url", pages)
    parts = range(1, -(-len(pages) // IN_ONE_FILE) + 1)
    return _xml("sitemapindex", "sitemap", [Address(url_for(".sitemap_part", part=part)) for part in parts])


@bp.get("/sitemap-<int:part>.xml")
@public
@cached
def sitemap_part(part: int) -> Response:
    pages = addresses()[(part - 1) * IN_ONE_FILE : part * IN_ONE_FILE] if part else []
    if not pages:
        abort(404)
    return _xml("urlset", "url", pages)


@bp.get("/robots.txt")
@public
def robots() -> Response:
    """The results are for everyone to find; the work is not."""
    lines = ["User-agent: *", "Allow: /", f"Disallow: {WORK}", "", f"Sitemap: {_absolute(url_for('.sitemap'))}", ""]
    response = Response("\n".join(lines), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = CACHE
    return response


def addresses() -> list[Address]:
    """Every public page: those that are always there, opgaven, weeks and results. Two queries."""
    opgaven, weeks, results = last_changes()
    past = sorted((week for week in weeks if week <= Week.now()), reverse=True)
    return [
        *(Address(url_for(endpoint)) for endpoint in ALWAYS),
        *(Address(url_for(".opgave", slug=slug), on) for slug, on in opgaven.items()),
        *(Address(url_for(".week", code=week), weeks[week]) for week in past),
        *(Address(url_for(".result", number=number), on) for number, on in results.items()),
    ]


def _absolute(path: str) -> str:
    return current_settings().base_url + path


def _xml(root: str, item: str, addresses: Sequence[Address]) -> Response:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{NAMESPACE}">']
    for address in addresses:
        changed = f"<lastmod>{address.changed.isoformat(timespec='seconds')}</lastmod>" if address.changed else ""
        lines.append(f"<{item}><loc>{escape(_absolute(address.path))}</loc>{changed}</{item}>")
    return Response("\n".join([*lines, f"</{root}>", ""]), content_type="application/xml; charset=utf-8")

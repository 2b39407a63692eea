"""For search engines: every public address with the day it changed, and where they may look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Response, abort, url_for
from markupsafe import escape
from sqlalchemy import select

from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.weeks import Week
from board.db import session
from board.public.caching import CACHE, cached
from board.public.queries import PUBLISHED, READABLE
from board.public.routes import bp, settings_now
from board.web.guards import public
from board.web.responses import WORK

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
    found = addresses()
    if len(found) <= IN_ONE_FILE:
        return _xml("urlset", "url", found)
    parts = range(1, -(-len(found) // IN_ONE_FILE) + 1)
    return _xml("sitemapindex", "sitemap", [Address(url_for(".sitemap_part", part=part)) for part in parts])


@bp.get("/sitemap-<int:part>.xml")
@public
@cached
def sitemap_part(part: int) -> Response:
    found = addresses()
    here = found[(part - 1) * IN_ONE_FILE : part * IN_ONE_FILE] if part else []
    if not here:
        abort(404)
    return _xml("urlset", "url", here)


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
    results = session.execute(
        select(Result.id, Result.week, Result.opgave_id, Result.published_at, Result.changed_at)
        .join(Opgave, Opgave.id == Result.opgave_id)
        .where(*PUBLISHED)
        .order_by(Result.id)
    ).all()
    opgaven = session.execute(select(Opgave.id, Opgave.slug).where(*READABLE).order_by(Opgave.slug)).all()
    weeks: dict[int, datetime] = {}
    piles: dict[int, datetime] = {}
    told = []
    for number, week, opgave, published, changed in results:
        on: datetime = changed or published  # type: ignore[assignment]
        told.append(Address(url_for(".result", number=number), on))
        weeks[week] = max(on, weeks.get(week, on))
        piles[opgave] = max(on, piles.get(opgave, on))
    return [
        *(Address(url_for(endpoint)) for endpoint in ALWAYS),
        *(Address(url_for(".opgave", slug=slug), piles.get(number)) for number, slug in opgaven),
        *(Address(url_for(".week", code=Week.from_code(code)), weeks[code]) for code in _here(weeks)),
        *told,
    ]


def _here(weeks: dict[int, datetime]) -> list[int]:
    """Weeks that have a page already, the newest first."""
    return sorted((code for code in weeks if code <= Week.now().code), reverse=True)


def _absolute(path: str) -> str:
    return settings_now().base_url + path


def _xml(root: str, item: str, found: Sequence[Address]) -> Response:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{NAMESPACE}">']
    for one in found:
        changed = f"<lastmod>{one.changed.isoformat(timespec='seconds')}</lastmod>" if one.changed else ""
        lines.append(f"<{item}><loc>{escape(_absolute(one.path))}</loc>{changed}</{item}>")
    return Response("\n".join([*lines, f"</{root}>", ""]), content_type="application/xml; charset=utf-8")

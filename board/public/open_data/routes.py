"""All published results as open data: JSON and CSV for who wants to do something with them, without people in them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.config import Settings
from board.public import queries
from board.public.caching import cached
from board.public.open_data.schema import COLUMNS, schema
from board.public.routes import settings_now
from board.public.shapes import PublicResult
from board.web.guards import public
from board.web.spreadsheets import CSV, EXCEL, PROGRAMS, UNNAMED, Dialect, Offer, lines

bp = Blueprint("open_data", __name__, url_prefix="/open-data")

ROWS_AT_ONCE = 200
# As this address always gave it: commas, and a BOM, because who made a program for it counts on both.
AS_BEFORE = replace(UNNAMED, cut_at=",")
TABLES = {"open_data.results_excel": EXCEL, "open_data.results_programs": PROGRAMS}


@bp.get("", endpoint="about")
@public
@cached
def about() -> str:
    """What there is, and what anyone may do with it."""
    fields = schema(settings_now())["$defs"]["result"]["properties"]
    tables = [Offer(url_for(at), str(dialect.words)) for at, dialect in TABLES.items()]
    return render_template("public/open_data.html", fields=fields, tables=tables)


@bp.get("/schema.json")
@public
@cached
def schema_json() -> Response:
    text = json.dumps(schema(settings_now()), ensure_ascii=False, indent=2)
    return Response(text, content_type="application/schema+json")


@bp.get("/resultaten.json")
@public
@cached
def results_json() -> ResponseReturnValue:
    return Response("".join(_as_json(settings_now())), content_type="application/json")


@bp.get("/resultaten.csv")
@public
@cached
def results_csv() -> ResponseReturnValue:
    return _csv(AS_BEFORE)


@bp.get("/resultaten-voor-excel.csv")
@public
@cached
def results_excel() -> ResponseReturnValue:
    return _csv(EXCEL)


@bp.get("/resultaten-voor-programmas.csv")
@public
@cached
def results_programs() -> ResponseReturnValue:
    return _csv(PROGRAMS)


@bp.after_request
def open_to_all(response: Response) -> Response:
    """Any page anywhere may read the data; our own pages stay as closed as they are."""
    if request.endpoint != "open_data.about":
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _as_json(settings: Settings) -> Iterator[str]:
    """The document, part by part. It is sent whole: a slow reader of a stream would keep a worker to himself."""
    head = {
        "$schema": settings.base_url + url_for("open_data.schema_json"),
        "title": _("Wat inwoners merken: resultaten van %(organisation)s", organisation=settings.organisation),
        "publisher": settings.organisation,
        "homepage": settings.base_url + url_for("public.home"),
        "documentation": settings.base_url + url_for("open_data.about"),
        "licence": settings.licence,
        "language": "nl",
    }
    yield json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "results": ['
    comma = ""
    for some in _in_parts(queries.every_result()):
        yield comma + ",".join("\n" + json.dumps(_told(settings, one), ensure_ascii=False) for one in some)
        comma = ","
    yield "\n]}\n"


def _csv(dialect: Dialect) -> Response:
    return Response("".join(_as_csv(settings_now(), dialect)), content_type=CSV)


def _as_csv(settings: Settings, dialect: Dialect) -> Iterator[str]:
    yield dialect.bom + lines([COLUMNS], dialect)
    for some in _in_parts(queries.every_result()):
        yield lines([_row(settings, one) for one in some], dialect)


def _told(settings: Settings, result: PublicResult) -> dict[str, Any]:
    """One result. Who did it is left out: a name in a copy cannot be taken back (docs/decisions/0027)."""
    here, always = settings.base_url, settings.authority
    opgave, evidence, photo = result.opgave, result.evidence, result.photo
    page, page_of_opgave = url_for("public.result", number=result.number), url_for("public.opgave", slug=opgave.slug)
    return {
        "id": always + page,
        "url": here + page,
        "number": result.number,
        "week": str(result.week),
        "iso_week": result.week.iso,
        "date": str(result.happened_on),
        "outcome": result.outcome.value,
        "sentence": result.sentence,
        "deed": result.deed,
        "lesson": result.lesson,
        "evidence": evidence and {"kind": evidence.kind.value, "text": evidence.text, "url": evidence.url or None},
        "opgave": {
            "id": always + page_of_opgave,
            "url": here + page_of_opgave,
            "name": opgave.name,
            "title": opgave.title,
        },
        "photo": photo and {"url": here + photo.address(photo.widths[-1]), "alt": photo.alt},
        "published_at": _moment(result.published_at),
        "corrected_at": result.changed_at and _moment(result.changed_at),
    }


def _row(settings: Settings, result: PublicResult) -> list[Any]:
    """The same in one line; a name of two parts is a field of a field."""
    told: dict[str, Any] = {**_told(settings, result), "licence": settings.licence}
    cells = []
    for column in COLUMNS:
        name, _dot, inner = column.partition("_of_")
        value = (told[inner] or {}).get(name) if inner else told[column]
        cells.append(value)
    return cells


def _in_parts(results: Iterable[PublicResult]) -> Iterator[list[PublicResult]]:
    """So many at a time that only their words stay in memory, however many there are."""
    part: list[PublicResult] = []
    for one in results:
        part.append(one)
        if len(part) == ROWS_AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

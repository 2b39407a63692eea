"""The routes of the open data: what there is, its schema, and all published results as JSON and CSV."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from board.public.caching import cached
from board.public.open_data.records import csv_parts, json_parts
from board.public.open_data.schema import schema
from board.web.guards import public
from board.web.responses import Page, render
from board.web.settings import current_settings
from board.web.spreadsheets import CSV, EXCEL, PROGRAMS, UNNAMED, Dialect, Offer

bp = Blueprint("open_data", __name__, url_prefix="/open-data")

# As this address always gave it: commas, and a BOM, because who made a program for it counts on both.
AS_BEFORE = replace(UNNAMED, cut_at=",")
TABLES = {"open_data.results_excel": EXCEL, "open_data.results_programs": PROGRAMS}


@dataclass(frozen=True, kw_only=True)
class OpenDataPage(Page):
    """The page that describes the open data."""

    template: ClassVar[str] = "public/open_data.html"
    fields: Any
    tables: Sequence[Offer]


@bp.get("", endpoint="about")
@public
@cached
def about() -> str:
    """What there is, and what anyone may do with it."""
    fields = schema(current_settings())["$defs"]["result"]["properties"]
    tables = [Offer(url_for(at), str(dialect.words)) for at, dialect in TABLES.items()]
    return render(OpenDataPage(fields=fields, tables=tables))


@bp.get("/schema.json")
@public
@cached
def schema_json() -> Response:
    text = json.dumps(schema(current_settings()), ensure_ascii=False, indent=2)
    return Response(text, content_type="application/schema+json")


@bp.get("/resultaten.json")
@public
@cached
def results_json() -> ResponseReturnValue:
    return Response("".join(json_parts(current_settings())), content_type="application/json")


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


def _csv(dialect: Dialect) -> Response:
    return Response("".join(csv_parts(current_settings(), dialect)), content_type=CSV)

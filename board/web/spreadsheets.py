"""Tables that somebody takes along: CSV for a Dutch Excel and CSV for programs, in which no text is a formula."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any, NamedTuple
from urllib.parse import quote

from flask import Flask, Response, request, url_for
from flask_babel import lazy_gettext as _l

from board.core.record.weeks import Week

CSV = "text/csv; charset=utf-8; header=present"
# Excel takes a text without this sign for the alphabet of another age.
BOM = "\ufeff"
# A cell that begins with =, +, - or @ is a formula to a spreadsheet, and anyone may have written the text. A program
# of another country cuts at another sign, and then quotes protect nothing: so a cell may begin halfway a text too.
# Behind a comma, where it is hardly ever cut, “€ 5,-” and “, - dan” stay what they are.
FORMULA = re.compile(
    r"""(?:^\s*|[;\t\r\n\v\f\x85\u2028\u2029][\s"]*)(?=[=+\-@＝＋－＠])"""
    r"""|,[\s"]*(?=[=@＝＠]|[+\-＋－][^\s.,;:!?)])"""
)
LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Dialect:
    """How a table is written for who opens it.

    `name`: as an address says it. `words`: as a page calls it, the same everywhere.
    """

    name: str
    words: Any
    cut_at: str
    bom: str = BOM
    decimal: str = "."
    # 2026-05 is May to a spreadsheet, 2026-W05 is nothing but a week.
    iso_weeks: bool = True


EXCEL = Dialect("excel", _l("CSV voor Excel"), cut_at=";", decimal=",")
"""A Dutch Excel cuts at the semicolon, and opens it with a double click."""
PROGRAMS = Dialect("programmas", _l("CSV voor programma’s"), cut_at=",", bom="")
"""RFC 4180, for who reads it by a program: no sign stands before the first name."""
DIALECTS = (EXCEL, PROGRAMS)
# What an address gives that says neither: as such a file was before there were two, because programs read it.
UNNAMED = Dialect("", "", cut_at=";", iso_weeks=False)


class Offer(NamedTuple):
    """One way in which a page offers a table: its address, and what to call it."""

    url: str
    words: str


def init_app(app: Flask) -> None:
    app.jinja_env.globals["csv_offers"] = offers


def offers(endpoint: str, **values: Any) -> list[Offer]:
    """Both ways to take the table of this address along."""
    return [Offer(url_for(endpoint, **values, voor=dialect.name), str(dialect.words)) for dialect in DIALECTS]


def csv_lines(rows: Iterable[Iterable[Any]], dialect: Dialect) -> str:
    """Rows as RFC 4180 has them, cut at the sign of this dialect. None is an empty cell."""
    out = StringIO()
    cells = ([_cell(cell, dialect) for cell in row] for row in rows)
    csv.writer(out, quoting=csv.QUOTE_ALL, delimiter=dialect.cut_at).writerows(cells)
    return out.getvalue()


def _cell(value: Any, dialect: Dialect) -> str:
    if value is None:
        return ""
    if isinstance(value, Week):
        return value.iso if dialect.iso_weeks else str(value)
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", dialect.decimal)
    return safe(str(value))


def download(name: str, rows: Iterable[Iterable[Any]]) -> Response:
    """A file to keep, in the dialect that the address asks for (`?voor=`). The first row tells what the columns are.

    Of a page that only who is signed in may read. `name`: of the file, in plain letters and without its ending.
    """
    dialect = next((dialect for dialect in DIALECTS if dialect.name == request.args.get("voor")), UNNAMED)
    response = Response(dialect.bom + csv_lines(rows, dialect), content_type=CSV)
    whole = f"{name}-{dialect.name}" if dialect is PROGRAMS else name
    response.headers["Content-Disposition"] = f'attachment; filename="{whole}.csv"'
    return response


def safe(text: str) -> str:
    """A text stays a text in a spreadsheet: behind an apostrophe it is never a formula. A link still works."""
    if LINK.fullmatch(text):
        return FORMULA.sub(lambda found: quote(found[0], safe=""), text)
    return FORMULA.sub(lambda found: f"{found[0]}'", text)

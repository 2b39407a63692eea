"""Tables that somebody takes along: CSV that Excel and LibreOffice open well, and in which no text is a formula."""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any
from urllib.parse import quote

from flask import Response

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


def lines(rows: Iterable[Iterable[Any]], cut_at: str = ",") -> str:
    """Rows as RFC 4180 has them, with another sign between the cells where `cut_at` says so. None is an empty cell."""
    out = StringIO()
    cells = (["" if cell is None else safe(str(cell)) for cell in row] for row in rows)
    csv.writer(out, quoting=csv.QUOTE_ALL, delimiter=cut_at).writerows(cells)
    return out.getvalue()


def download(name: str, rows: Iterable[Iterable[Any]]) -> Response:
    """A file to keep, of a page that only who is signed in may read. The first row tells what the columns are.

    For who opens it with a double click: a Dutch Excel cuts at the semicolon, and LibreOffice sees it by itself.

    `name`: of the file, in plain letters and without its ending.
    """
    response = Response(BOM + lines(rows, cut_at=";"), content_type=CSV)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def safe(text: str) -> str:
    """A text stays a text in a spreadsheet: behind an apostrophe it is never a formula. A link still works."""
    if LINK.fullmatch(text):
        return FORMULA.sub(lambda found: quote(found[0], safe=""), text)
    return FORMULA.sub(lambda found: f"{found[0]}'", text)

"""Published results as open data: the records of the JSON and CSV files, without people in them."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from board.config import Settings
from board.public.open_data.schema import COLUMNS
from board.public.queries.results import every_result
from board.public.shapes import PublicResult
from board.web.spreadsheets import Dialect, csv_lines

ROWS_AT_ONCE = 200


def json_parts(settings: Settings) -> Iterator[str]:
    """The JSON document, part by part. It is sent whole: a slow reader of a stream would keep a worker to himself."""
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
    for part in _in_parts(every_result()):
        records = ("\n" + json.dumps(_record(settings, result), ensure_ascii=False) for result in part)
        yield comma + ",".join(records)
        comma = ","
    yield "\n]}\n"


def csv_parts(settings: Settings, dialect: Dialect) -> Iterator[str]:
    """The lines of the CSV file, part by part, as this dialect writes them."""
    yield dialect.bom + csv_lines([COLUMNS], dialect)
    for part in _in_parts(every_result()):
        yield csv_lines([_row(settings, result) for result in part], dialect)


def _record(settings: Settings, result: PublicResult) -> dict[str, Any]:
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
    record: dict[str, Any] = {**_record(settings, result), "licence": settings.licence}
    cells = []
    for column in COLUMNS:
        name, _dot, inner = column.partition("_of_")
        value = (record[inner] or {}).get(name) if inner else record[column]
        cells.append(value)
    return cells


def _in_parts(results: Iterable[PublicResult]) -> Iterator[list[PublicResult]]:
    """So many at a time that only their words stay in memory, however many there are."""
    part: list[PublicResult] = []
    for result in results:
        part.append(result)
        if len(part) == ROWS_AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

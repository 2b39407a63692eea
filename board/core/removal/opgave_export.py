"""All that belongs to one opgave, as a file: every row of every table, its history and its photos."""

import hashlib
import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sqlalchemy import ColumnElement, Table, or_, select

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.history import as_json
from board.core.record.weeks import now
from board.db import Base, session

Rows = dict[str, list[dict[str, Any]]]

# Made of the rest, or only for a moment: without these nothing is lost.
DERIVED = frozenset({"search_text", "week_fact", "upload", "opgave_export"})
# Whom they belong to is not the opgave; of people only the name goes along.
OF_PEOPLE = frozenset({"person"})
FORMAT = "opgavebord-opgave-1"


def exported_rows(opgave: Opgave) -> Rows:
    """What belongs to this opgave, by table: what says so itself, and what would go with it."""
    ours: dict[str, set[int]] = {"opgave": {opgave.id}}
    found: Rows = {}
    for table in Base.metadata.sorted_tables:
        if table.name in DERIVED | OF_PEOPLE:
            continue
        if belongs := list(_belongs(table, ours)):
            query = select(table).where(or_(*belongs)).order_by(*table.primary_key.columns)
            found[table.name] = [dict(row) for row in session.execute(query).mappings()]
            ours[table.name] = {row["id"] for row in found[table.name] if "id" in row}
    photos = {row["photo_id"] for row in found.get("result_photo", [])}
    for name, column in (("photo", "id"), ("photo_size", "photo_id")):
        table = Base.metadata.tables[name]
        query = select(table).where(table.c[column].in_(photos)).order_by(*table.primary_key.columns)
        found[name] = [dict(row) for row in session.execute(query).mappings()]
    return {name: several for name, several in found.items() if several}


def _belongs(table: Table, ours: dict[str, set[int]]) -> Iterator[ColumnElement[bool]]:
    if table.name == "opgave":
        yield table.c.id.in_(ours["opgave"])
    for column in table.columns:
        for key in column.foreign_keys:
            parent = key.column.table.name
            if parent in ours and parent != table.name and key.ondelete == "CASCADE":
                yield column.in_(ours[parent])


def numbers(opgave: Opgave) -> dict[str, list[int]]:
    """The numbers of all that belongs to it, by table, without the history."""
    return {
        name: [row["id"] for row in several if "id" in row]
        for name, several in exported_rows(opgave).items()
        if name != "change"
    }


def fingerprint(found: Rows) -> str:
    """The same for as long as nothing changes. Not of the counter that says so: looking may count ahead."""
    told = {**found, "opgave": [{**row, "version": None} for row in found["opgave"]]}
    return hashlib.sha256(_json(told)).hexdigest()


def file(found: Rows, made_by: str) -> bytes:
    """A zip with `opgave.json` and the photos, that needs no Opgavebord to be read."""
    photos = {row["id"]: row["key"] for row in found.get("photo", [])}
    about = {"format": FORMAT, "made_at": as_json(now()), "made_by": made_by, "people": _people(found)}
    holder = BytesIO()
    with ZipFile(holder, "w", ZIP_DEFLATED) as archive:
        archive.writestr("opgave.json", _json({**about, "tables": _without_removed_notes(found)}, indent=1))
        for size in found.get("photo_size", []):
            name = f"photos/{photos[size['photo_id']]}-{size['width']}.webp"
            archive.writestr(name, size["content"], compress_type=ZIP_STORED)
    return holder.getvalue()


def _without_removed_notes(found: Rows) -> Rows:
    """That a note was there goes along, and nothing of what it said: somebody took it away for a reason."""
    gone = {row["id"] for row in found.get("card_note", []) if row["removed_at"] is not None}
    notes = [row | {"text": ""} if row["id"] in gone else row for row in found.get("card_note", [])]
    changes = [
        row | {"fields": {}} if row["kind"] == "card_note" and row["thing_id"] in gone else row
        for row in found.get("change", [])
    ]
    return found | {name: rows for name, rows in (("card_note", notes), ("change", changes)) if rows}


def _people(found: Rows) -> dict[int, str]:
    """Who the numbers of people stand for."""
    people = Base.metadata.tables["person"]
    named = {
        row[column.name]
        for name, several in found.items()
        for column in Base.metadata.tables[name].columns
        if any(key.column is people.c.id for key in column.foreign_keys)
        for row in several
    }
    query = select(Person.id, Person.name).where(Person.id.in_(named - {None})).order_by(Person.id)
    return dict(session.execute(query).all())


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True, indent=indent).encode()


def _plain(value: object) -> Any:
    # A picture lies beside it as a file; here stands what it is.
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else as_json(value)

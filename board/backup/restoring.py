"""Putting a backup back: only whole, only where no server runs, and nothing that stood there is lost."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from board import instance
from board.backup import archive, postgresql, sqlite
from board.backup.archive import DATABASE, KEY, MAIL, CannotBackUp, Contents
from board.config import Settings, sqlite_file
from board.db import schema

FILLED = (
    "In deze installatie staat al werk. Moet de reservekopie ervoor in de plaats komen, geef dan --replace; "
    "wat er nu staat, blijft ernaast bewaard."
)


@contextmanager
def serving(settings: Settings) -> Iterator[None]:
    """Until the end of the block a server runs on this database, so nobody puts another one in its place."""
    file = sqlite_file(settings)
    with sqlite.serving(file) if file else postgresql.serving(settings.database_url):
        yield


def restore(settings: Settings, engine: Engine, file: Path, replace: bool = False) -> list[str]:
    """Put the backup in `file` in the place of this installation; what to tell of it. Raises CannotBackUp."""
    contents = archive.contents(file)
    if contents.kind != engine.dialect.name:
        raise CannotBackUp(
            f"Deze reservekopie is van {contents.kind}, en OPGAVEBORD_DATABASE_URL wijst naar {engine.dialect.name}."
        )
    schema.require_known(contents.revision)
    place = sqlite_file(settings)
    with TemporaryDirectory(prefix=".opgavebord-", dir=(place or settings.instance / "x").parent) as name:
        archive.unpack(file, Path(name))
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        if place is None:
            told = _on_postgresql(engine, Path(name), contents, stamp, replace)
        else:
            told = _on_sqlite(engine, place, Path(name), stamp, replace)
        _put_key_and_mail(settings.instance, Path(name), stamp)
    instance.prepare(settings.instance)
    return [f"De reservekopie van {contents.made_at} is teruggezet.", *([told] if told else [])]


def _on_sqlite(engine: Engine, place: Path, work: Path, stamp: str, replace: bool) -> str:
    sqlite.require_whole(work / DATABASE)
    with sqlite.unused(place), schema.alone(engine):
        if sqlite.is_filled(place) and not replace:
            raise CannotBackUp(FILLED)
        return sqlite.put(work / DATABASE, place, stamp)


def _on_postgresql(engine: Engine, work: Path, contents: Contents, stamp: str, replace: bool) -> str:
    postgresql.require_whole(work / DATABASE, contents.tool)
    postgresql.require_unused(engine)
    with schema.alone(engine):
        if postgresql.is_filled(engine) and not replace:
            raise CannotBackUp(FILLED)
        return postgresql.put(work / DATABASE, engine, stamp, contents.tool)


def _put_key_and_mail(folder: Path, work: Path, stamp: str) -> None:
    key = folder / KEY
    if key.exists() and key.read_bytes() != (work / KEY).read_bytes():
        key.rename(key.with_name(f"{KEY}.voor-herstel-{stamp}"))
    os.replace(work / KEY, key)
    (folder / MAIL).mkdir(exist_ok=True)
    for message in sorted((work / MAIL).glob("*.eml")):
        os.replace(message, folder / MAIL / message.name)

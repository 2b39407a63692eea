"""Making a backup: the database, the secret key and the mail, checked before it gets its name."""

import os
import shutil
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from board.backup import archive, postgresql, sqlite
from board.backup.archive import DATABASE, KEY, MAIL, CannotBackUp, Contents
from board.config import Settings, sqlite_file
from board.db import schema


def make(settings: Settings, engine: Engine, target: Path, overwrite: bool = False) -> Contents:
    """Write a backup to `target`, which is there only when it is whole. Raises CannotBackUp."""
    if target.exists() and not (overwrite and target.is_file()):
        raise CannotBackUp(f"{target} is er al. Kies een andere naam, of geef --overwrite als het een oude kopie is.")
    if not target.parent.is_dir():
        raise CannotBackUp(f"De map {target.parent} is er niet.")
    with TemporaryDirectory(prefix=".opgavebord-", dir=target.parent) as name, schema.alone(engine):
        work = Path(name)
        made = _collect(settings, engine, work)
        archive.pack(work, work / "backup", made)
        if archive.contents(work / "backup") != made:
            raise CannotBackUp("De kopie is niet wat hij moet zijn. Er is niets bewaard.")
        _finish(work / "backup", target)
    return made


def _collect(settings: Settings, engine: Engine, work: Path) -> Contents:
    file = sqlite_file(settings)
    if (file is not None and not file.exists()) or (revision := schema.revision(engine)) is None:
        raise CannotBackUp("Er is nog geen database om te bewaren. Begin met: opgavebord migrate")
    tool = 0
    if file is not None:
        sqlite.copy(file, work / DATABASE)
    else:
        tool = postgresql.copy(engine, work / DATABASE)
    (work / KEY).write_text(settings.secret_key, encoding="utf-8")
    (work / MAIL).mkdir()
    mail = sorted((settings.instance / MAIL).glob("*.eml"))
    for message in mail:
        shutil.copyfile(message, work / MAIL / message.name)
    names = (DATABASE, KEY, *(f"{MAIL}/{message.name}" for message in mail))
    return Contents(
        kind=engine.dialect.name,
        revision=revision,
        opgavebord=version("opgavebord"),
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        tool=tool,
        files={name: archive.sum_of(work / name) for name in names},
    )


def _finish(unfinished: Path, target: Path) -> None:
    """On the disk before it gets its name: a power cut leaves the earlier backup or this one."""
    unfinished.chmod(0o600)
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(unfinished, target)

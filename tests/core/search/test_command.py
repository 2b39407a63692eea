"""What was there before the search is found from the first start, and the index can be made anew."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import delete

from board import cli, db
from board.core.search.hits import search
from board.core.search.index import SearchText
from board.db import schema, session
from tests.builders import Builder


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with a card in it, that knows nothing of its words."""
    new = f"sqlite:///{tmp_path / 'cli.sqlite'}"
    address = new if request.param == "sqlite" else str(request.getfixturevalue("postgres").new_database())
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path))
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", address)
    engine = db.make_engine(address)
    schema.upgrade(engine)
    with db.transaction(engine):
        a = Builder()
        a.manager()
        a.card(a.opgave(), "Schrijf twee brieven")
        session.execute(delete(SearchText))
    engine.dispose()
    return address


def found(address: str) -> list[str]:
    engine = db.make_engine(address)
    with db.opened(engine):
        shown = [hit.shown for hit in search(Builder().manager(), "brief", []).all]
    engine.dispose()
    return shown


def test_an_older_database_is_indexed_at_its_first_start(address: str) -> None:
    assert found(address) == []

    assert CliRunner().invoke(cli.main, ["migrate"]).exit_code == 0

    assert found(address) == ["Schrijf twee brieven"]


def test_the_index_can_be_made_anew(address: str) -> None:
    told = CliRunner().invoke(cli.main, ["index"])

    assert "opnieuw gemaakt" in told.output
    assert found(address) == ["Schrijf twee brieven"]

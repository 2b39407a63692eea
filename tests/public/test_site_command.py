"""`opgavebord export site`, as somebody types it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from board import cli, db
from board.db import schema
from board.public.internal_client import InternalClient, InternalResponse
from tests.builders import Builder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with one result."""
    url = f"sqlite:///{tmp_path / 'bord.sqlite'}"
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path))
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", url)
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: False)
    engine = db.make_engine(url)
    schema.upgrade(engine)
    with db.transaction(engine):
        a = Builder()
        a.public_result(a.opgave("Schulden", slug="schulden"))
    engine.dispose()
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, ["export", "site", *words])
    return result.exit_code, result.output


def test_it_tells_what_it_did_and_the_second_time_that_nothing_changed(here: Path) -> None:
    folder = str(here / "site")

    code, said = run(folder, "--verbose")
    assert code == 0, said
    assert "gemaakt\topgaven/schulden/index.html" in said
    assert "0 veranderd, 0 verwijderd, 0 hetzelfde." in said

    assert run(folder)[1].startswith("De site staat er: 0 gemaakt, 0 veranderd, 0 verwijderd, ")


def test_a_folder_of_somebody_else_is_refused_in_a_sentence(here: Path) -> None:
    (here / "van-mij").mkdir()
    (here / "van-mij" / "brief.txt").write_text("lief")

    code, said = run(str(here / "van-mij"))

    assert code == 1
    assert "die niet van ons zijn" in said
    assert [file.name for file in (here / "van-mij").iterdir()] == ["brief.txt"]


def test_a_page_that_breaks_ends_it_with_an_error_and_its_address(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, ask = InternalResponse(500, "text/html", b""), InternalClient.ask
    monkeypatch.setattr(InternalClient, "ask", lambda self, at: broken if at == "/weken" else ask(self, at))

    code, said = run(str(here / "site"))

    assert code == 1
    assert "De site staat er: " in said
    assert "Dit gaf een fout, " in said
    assert "/weken" in said
    assert (here / "site" / "index.html").is_file()

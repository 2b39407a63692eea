"""`opgavebord import trello FILE --opgave SLUG`, at a terminal and for a machine."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, select

from board import db
from board.cli import main
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.labels import Label
from board.core.record.history import Change
from board.db import batches, schema
from board.exchange.trello import command
from board.exchange.trello.plan.cards import PlannedCard
from board.exchange.trello.read import export
from board.exchange.trello.write import writing
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.written import how_many
from tests.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A database of its own with one opgave, because a command keeps what it writes."""
    url = f"sqlite:///{tmp_path}/own.sqlite"
    if request.param == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.new_database()
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", url)
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path))
    made = db.make_engine(url)
    schema.upgrade(made)
    with db.transaction(made):
        Builder().opgave(slug="schulden")
    yield made
    made.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    card = trello.card("Bel tien mensen", labels=[{"name": "Spoed", "color": "red"}])
    raw = trello.board(
        lists=[trello.a_list("Gedaan")],
        cards=[card, trello.card("Weg", closed=True)],
        checklists=[trello.checklist(card, "een")],
        actions=[trello.comment(card, "Ja")],
    )
    found = tmp_path / "bord.json"
    found.write_bytes(trello.as_file(raw))
    return found


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", "trello", *map(str, words)])


def everything(engine: Engine) -> list[int]:
    with db.opened(engine):
        return how_many(Card, CardNote, CheckItem, Label, Change)


def test_cards_come_in_and_a_report_says_so(engine: Engine, file: Path) -> None:
    result = run(file, "--opgave", "schulden")

    assert result.exit_code == 0, result.output
    assert "Er zijn 2 kaarten uit Trello bij gekomen." in result.stdout
    assert "kleuren van labels: 1 (zoals ‘Spoed’)" in result.stdout
    with db.opened(engine) as session:
        states = session.scalars(select(Card.state).order_by(Card.position)).all()
    assert states == [CardState.DOING, CardState.DOING]


def test_json_says_what_came_and_what_was_lost(engine: Engine, file: Path) -> None:
    found = json.loads(run(file, "--opgave", "schulden", "--json").stdout)

    assert list(found) == ["cards", "created", "skipped", "updated", "renamed_lists", "left", "lost"]
    assert (found["cards"], found["created"], found["skipped"]) == (2, 2, 0)
    assert {each["what_key"]: each["count"] for each in found["lost"]} == {"label_colours": 1}


def test_the_same_file_twice_adds_nothing(engine: Engine, file: Path) -> None:
    run(file, "--opgave", "schulden")
    before = everything(engine)
    again = json.loads(run(file, "--opgave", "schulden", "--json").stdout)

    assert (again["cards"], again["created"], again["skipped"]) == (2, 0, 2)
    assert everything(engine) == before


def test_a_dry_run_says_the_same_and_writes_nothing(engine: Engine, file: Path) -> None:
    before = everything(engine)
    tried = json.loads(run(file, "--opgave", "schulden", "--json", "--dry-run").stdout)
    told = run(file, "--opgave", "schulden", "--dry-run").stdout

    assert everything(engine) == before
    assert "Dit was een proef" in told
    assert tried == json.loads(run(file, "--opgave", "schulden", "--json").stdout)


@pytest.mark.parametrize("options", [(), ("--json",), ("--dry-run",)])
def test_what_is_no_board_is_refused_in_a_sentence(engine: Engine, tmp_path: Path, options: tuple[str, ...]) -> None:
    file = tmp_path / "brief.json"
    file.write_bytes(b"Beste allemaal")
    before = everything(engine)
    result = run(file, "--opgave", "schulden", *options)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Dit is geen export van Trello" in result.stderr
    assert everything(engine) == before


def test_a_file_that_is_too_big_is_not_even_read(engine: Engine, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "MAX_BYTES_OF_COMMAND", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda _file: pytest.fail("it was read"))

    assert "Dit bestand is groter dan" in run(file, "--opgave", "schulden").stderr
    assert export.MAX_BYTES_OF_COMMAND == 5 * export.MAX_BYTES == 250 * 1024 * 1024


def test_a_file_or_an_opgave_that_is_not_there_is_said(engine: Engine, file: Path, tmp_path: Path) -> None:
    for words, said in (
        ((tmp_path / "weg.json", "--opgave", "schulden"), "dit bestand is er niet"),
        ((tmp_path, "--opgave", "schulden"), "niet te lezen"),
        ((file, "--opgave", "school"), "Er is geen opgave “school”"),
    ):
        result = run(*words, "--json")
        assert (result.exit_code, result.stdout) == (1, ""), words
        assert said in result.stderr


def test_how_to_use_it_is_said_to_who_forgets_the_opgave(file: Path) -> None:
    assert run(file).exit_code == 2


def test_when_it_breaks_halfway_the_same_command_does_the_rest(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts are of a few things here. The third part fails; what came before it stays, and nothing comes twice."""
    monkeypatch.setattr(batches, "PART", 3)
    many = [trello.card(f"Bel {number}") for number in range(12)]
    file = tmp_path / "bord.json"
    file.write_bytes(trello.as_file(trello.board(cards=many)))
    whole, times = writing._write_part, []

    def break_down(opgave_id: int, import_id: int, part: Sequence[PlannedCard]) -> None:
        whole(opgave_id, import_id, part)
        times.append(len(part))
        if len(times) == 3:
            raise RuntimeError("the power fails")

    monkeypatch.setattr(writing, "_write_part", break_down)
    assert run(file, "--opgave", "schulden").exit_code == 1
    with db.opened(engine):
        assert how_many(Card) == [6]
    monkeypatch.setattr(writing, "_write_part", whole)

    assert run(file, "--opgave", "schulden").exit_code == 0

    with db.opened(engine) as session:
        line = session.scalars(select(Card.action).order_by(Card.position)).all()
    assert line == [f"Bel {number}" for number in range(12)]

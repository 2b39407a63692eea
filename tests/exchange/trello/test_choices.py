"""At a terminal somebody says where a list goes: --list "Besproken=gedaan"."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from board import db
from board.cli import main
from board.db import schema
from board.exchange.trello.command import UnknownChoice, choose_lists, unknown_choice
from board.exchange.trello.plan.lists import Target, guess
from tests.builders import Builder
from tests.exchange.trello import trello

TALKED, TWICE, AGAIN = trello.a_list("Met de raad: klaar?"), trello.a_list("Wijk = West"), trello.a_list("wijk = west!")
RAW = trello.board(lists=[TALKED, TWICE, AGAIN], cards=[trello.card(), trello.card(idList=TWICE["id"])])


def targets(*choices: str) -> list[Target]:
    board = trello.reading(RAW)
    chosen = choose_lists(board, guess(board), choices)
    return [chosen.target(column["id"]) for column in (TALKED, TWICE, AGAIN)]


def refused(choice: str) -> str:
    with pytest.raises(UnknownChoice) as unknown:
        targets(choice)
    return unknown_choice(unknown.value)


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("gedaan", Target.DONE),
        ("Klaar", Target.DONE),
        (" gepland ", Target.PLANNED),
        ("te doen", Target.PLANNED),
        ("archief", Target.ARCHIVE),
        ("Waarom", Target.WHY),
        ("1 Waarom", Target.WHY),
        ("inwoner", Target.CITIZEN),
        ("overslaan", Target.SKIP),
        ("komt niet mee", Target.SKIP),
    ],
)
def test_a_place_is_known_by_the_words_of_the_screen(place: str, target: Target) -> None:
    assert targets(f"met de raad klaar={place}")[0] is target


def test_a_name_may_hold_an_equals_sign_and_stands_for_all_lists_of_that_name() -> None:
    assert targets("Wijk = West=bezig", "Met de raad: klaar?=gestopt") == [Target.STOPPED, Target.DOING, Target.DOING]


def test_the_archive_is_chosen_by_its_name_too() -> None:
    board = trello.reading(trello.board(cards=[trello.card(closed=True)]))

    assert choose_lists(board, guess(board), ["archief=overslaan"]).target("archief") is Target.SKIP
    with pytest.raises(UnknownChoice):
        choose_lists(board, guess(board), ["archief=bezig"])


def test_what_does_not_exist_is_said_with_what_does() -> None:
    assert refused("Wijk Oost=bezig").startswith("Er is geen lijst “Wijk Oost” op dit bord. Bedoel je “Wijk = West”?")
    assert "“Met de raad: klaar?”" in refused("Wijk Oost=bezig")
    assert refused("Wijk = West=straks").startswith(
        "“straks” kennen we niet. Een lijst kan worden: idee, gepland, bezig"
    )
    assert '--list "Besproken=gedaan"' in refused("Besproken")
    assert '--list "Besproken=gedaan"' in refused("")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    url = f"sqlite:///{tmp_path}/own.sqlite"
    monkeypatch.setenv("OPGAVEBORD_DATABASE_URL", url)
    monkeypatch.setenv("OPGAVEBORD_INSTANCE", str(tmp_path))
    engine = db.make_engine(url)
    schema.upgrade(engine)
    with db.transaction(engine):
        Builder().opgave(slug="schulden")
    found = tmp_path / "bord.json"
    found.write_bytes(trello.as_file(RAW))
    yield found
    engine.dispose()


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", "trello", *map(str, words)])


def test_the_command_takes_choices_and_a_wrong_one_changes_nothing(file: Path) -> None:
    to = (file, "--opgave", "schulden")
    wrong = run(*to, "--list", "Besproken=gedaan")
    tried = run(*to, "--dry-run", "--list", "met de raad: klaar?=overslaan", "--list", "Wijk = West=gedaan")

    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "Er is geen lijst “Besproken” op dit bord." in wrong.stderr
    assert "Met de raad: klaar? (1): komt niet mee" in tried.stdout
    assert "Wijk = West (1): gedaan (wacht in bezig op het resultaat)" in tried.stdout
    assert json.loads(run(*to, "--json", "--list", "Wijk = West=overslaan").stdout)["created"] == 1

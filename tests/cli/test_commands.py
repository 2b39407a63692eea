"""The `opgavebord` command, as somebody types it."""

import json
from collections import Counter

import pytest
from sqlalchemy import select

from board import db
from board.core.opgaven.cards import Card
from tests.support.command import Run, address, opened, run, written

__all__ = ["address", "run"]


def test_an_empty_database_needs_no_other_command_first(run: Run) -> None:
    assert json.loads(run("opgaven", "--json").output) == []
    assert "De database is bij" in run("migrate").output


def test_the_demo_gives_ten_opgaven_of_which_inwoners_read_seven(run: Run) -> None:
    assert run("demo").exit_code == 0

    rows = json.loads(run("opgaven", "--json").output)
    assert [set(row) for row in rows] == [{"slug", "title", "visibility"}] * 10
    assert Counter(row["visibility"] for row in rows) == {"public": 7, "internal": 3}
    assert "schulden\t" in run("opgaven").output


def test_the_demo_twice_is_the_same_demo_and_fresh_begins_again(run: Run, address: str) -> None:
    run("demo")
    run("demo")
    assert len(json.loads(run("opgaven", "--json").output)) == 10
    with written(address):
        card = db.session.scalars(select(Card).limit(1)).one()
        card.edit(action="Wat een gast typte")

    assert run("demo", "--fresh").exit_code == 0

    with opened(address):
        assert "Wat een gast typte" not in set(db.session.scalars(select(Card.action)))


def test_a_new_person_gets_a_link_to_choose_a_password(run: Run) -> None:
    added = run("person", "add", "Ruth@Gemeente.example", "--name", "Ruth Pinas")

    assert added.exit_code == 0
    assert "/bord/wachtwoord/" in added.output
    again = run("person", "add", "ruth@gemeente.example", "--name", "Ruth")
    assert again.exit_code == 1
    assert "staat er al" in again.output


def test_a_person_has_a_first_and_a_last_name_from_the_command_line(run: Run) -> None:
    whole = run("person", "add", "w@gemeente.example", "--name", "Wang Xiaoming")
    assert "Voornaam: Wang, achternaam: Xiaoming." in whole.output
    assert "Piet" in run("person", "add", "p@gemeente.example", "--first-name", "Piet", "--last-name", "’t Hart").output

    changed = run("person", "name", "w@gemeente.example", "--first-name", "Xiaoming", "--last-name", "Wang")
    assert "heet nu Xiaoming Wang. Voornaam: Xiaoming, achternaam: Wang." in changed.output
    for arguments in (("--first-name", " "), ("--name", "\u200b"), ("--first-name", "x" * 81)):
        assert run("person", "add", "x@gemeente.example", *arguments).exit_code == 1
    assert run("person", "name", "niemand@gemeente.example", "--first-name", "Xiaoming").exit_code == 1


def test_a_wrong_setting_is_a_sentence_and_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPGAVEBORD_BASE_URL", "onzin")

    refused = run("opgaven")

    assert refused.exit_code == 1
    assert refused.output.startswith("Error: OPGAVEBORD_BASE_URL moet lijken op")

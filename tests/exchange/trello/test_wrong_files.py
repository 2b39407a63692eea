"""Each wrong file gets the sentence that helps, the same on the page and at a terminal, and nothing comes of it."""

from pathlib import Path

import click
import pytest

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.exchange.models import Upload
from board.exchange.trello import command
from board.exchange.trello.labels import refusal
from board.exchange.trello.read import export
from board.exchange.trello.read.export import read_export
from board.exchange.trello.read.files import NotATrelloBoard, Refusal
from tests.client import Client
from tests.exchange.trello.page import send
from tests.exchange.trello.written import how_many
from tests.exchange.trello.wrong_files import RIGHT, WHOLE, WRONG

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(("data", "reason", "said"), [pytest.param(*rest, id=name) for name, *rest in WRONG])
def test_a_wrong_file_gets_the_sentence_that_helps(data: bytes, reason: Refusal, said: str) -> None:
    with pytest.raises(NotATrelloBoard) as refused:
        read_export(data)

    sentence = refusal(refused.value, "schulden")
    assert refused.value.reason is reason
    assert said in sentence
    assert "%(" not in sentence


def test_page_and_terminal_say_the_same(lead: Client, opgave: Opgave, tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    for _, data, reason, said in WRONG[::5]:
        file.write_bytes(data)
        with pytest.raises(click.ClickException) as refused:
            command._board(file, "schulden")
        answer = send(lead, opgave, data)
        assert answer.status_code == 422, reason
        assert said in answer.text
        assert said in refused.value.message
    assert how_many(Upload, Card) == [0, 0]


@pytest.mark.parametrize("data", RIGHT)
def test_a_board_in_a_wrapping_or_another_encoding_is_read(data: bytes) -> None:
    assert len(read_export(data).cards) == 1


def test_what_is_too_large_says_the_limit_and_how_more_can_come() -> None:
    for most, words in (
        (export.MAX_BYTES, ("50 MB", "opgavebord import trello bord.json --opgave schulden")),
        (export.MAX_BYTES_OF_COMMAND, ("250 MB", "tweede bord")),
    ):
        with pytest.raises(NotATrelloBoard) as refused:
            export.check_size(most + 1, most)
        assert all(each in refusal(refused.value, "schulden") for each in words)
        assert "Haal in Trello oude kaarten weg" not in refusal(refused.value, "schulden"), "nobody throws work away"


def test_the_command_takes_what_the_page_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    padded = WHOLE + b" " * (export.MAX_BYTES + 1 - len(WHOLE))

    assert len(read_export(padded, export.MAX_BYTES_OF_COMMAND).cards) == 1
    with pytest.raises(NotATrelloBoard):
        read_export(padded)

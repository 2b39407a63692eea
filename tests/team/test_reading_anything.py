"""Whatever somebody types, reading along answers, and marks what it found where it stands."""

from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.checks import together
from board.checks.excerpts import Placed, excerpts
from board.core.people.people import Person
from board.team.text_advice.advice import READ_AT_MOST, advise
from board.team.text_advice.purposes import Purpose
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import SECRET

PIECES = st.sampled_from(
    [SECRET, "Wij borgen het. ", "\n", "VTH ", "😀", "Mevrouw De Vries ", "\x00", "e\u0301", " . ", "İ"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_marks_stand_where_they_say(text: str) -> None:
    seen = together.look(text)
    found: list[Placed] = [*seen.personal, *seen.wording]
    shown = excerpts(text, found)

    assert sum(len(one.found) for one in shown) == len(found)
    for one in shown:
        for piece in one.pieces:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text
        marked = {
            place
            for piece in one.pieces
            if piece.is_marked
            for place in range(piece.start, piece.start + len(piece.text))
        }
        assert marked == {place for each in one.found for place in range(each.start, each.end)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_gets_an_answer(reader: Client, text: str) -> None:
    for purpose in Purpose:
        assert ask(reader, text, purpose) == 200


@pytest.mark.parametrize("piece", ["a", "9", SECRET, "Wij borgen. ", "\u0301", "😀", "\x00", "<"])
def test_a_hundred_thousand_characters_come_to_an_end(reader: Client, piece: str) -> None:
    assert ask(reader, (piece * 100_000)[:100_000], Purpose.NOTICED) == 200


def ask(reader: Client, text: str, purpose: Purpose) -> int:
    return reader.htmx(f"/bord/lees-mee?veld=t&plek=t&soort={purpose.value}", {"t": text}).status_code


@pytest.fixture
def reader(app: Flask, a: Builder) -> Client:
    person: Person = a.person()
    client = app.test_client()
    assert isinstance(client, Client)
    client.sign_in(person)
    return client


def test_a_hundred_kilobytes_are_read_as_far_as_it_helps(app: Flask) -> None:
    with app.test_request_context():
        told = advise("Wij borgen de samenwerking. " * 4000, Purpose.NOTICED)

    assert told is not None
    assert told.more > 0
    assert all(spot.pieces[-1].start < READ_AT_MOST for spot in told.spots)


def test_words_of_an_organisation_count(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "proces_werkwoorden.txt").write_text("= Zeg: wij bellen.\nfrutselen\n", encoding="utf-8")
    with app.test_request_context():
        plain, own = (advise("Wij frutselen de samenwerking.", Purpose.NOTICED, extra) for extra in (None, tmp_path))

    assert own is not None
    assert "Zeg: wij bellen." in [one.suggestion for spot in own.spots for one in spot.said]
    assert plain is None or "Zeg: wij bellen." not in [one.suggestion for spot in plain.spots for one in spot.said]

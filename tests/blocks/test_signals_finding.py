"""Who looks for a signal types a word of it, in any form; beside the other choices."""

from collections.abc import Callable

import pytest

from board.blocks.citizen.models import Signal, SignalKind
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


@pytest.fixture
def page(a: Builder, sign_in: SignIn) -> Client:
    opgave = a.opgave("Straten", slug="straten")
    stranger = a.opgave("Elders")
    for text, kind, place in (
        ("Wie haalt de oude prullenbak op?", SignalKind.QUESTION, opgave),
        ("Bij de prullenbakken groeit onkruid", SignalKind.STORY, None),
        ("De lamp is stuk", SignalKind.QUESTION, opgave),
    ):
        session.add(Signal(opgave=place, text=text, kind=kind, heard_on=today()))
    claimed = Signal(opgave=stranger, text="Geheime prullenbak", heard_on=today())
    session.add(claimed)
    session.flush()
    claimed.claim(a.person(), today())
    session.flush()
    return sign_in(a.member(opgave))


def test_a_word_narrows_the_list_and_stands_in_the_address(page: Client) -> None:
    found = page.get("/bord/signalen?q=prullenbak").text
    assert "Wie haalt" in found
    assert "onkruid" in found
    assert "De lamp" not in found
    assert "Geheime" not in found, "a word opens nothing"
    assert 'value="prullenbak"' in found

    assert "onkruid" not in page.get("/bord/signalen?q=prullenbak&soort=vraag").text
    assert "Wie haalt" in page.get("/bord/signalen?q=opgehaald").text


@pytest.mark.parametrize("typed", ["zwaluwstaart", "%00", "-*%22", "x" * 3000, "niet+NEAR("])
def test_nothing_found_and_strange_words_get_a_page(page: Client, typed: str) -> None:
    assert page.get(f"/bord/signalen?q={typed}").status_code == 200

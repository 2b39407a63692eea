"""Very many cards come in more than one go: the page says how far it is, and pressing on adds the rest."""

import re
from collections.abc import Callable
from itertools import count

import pytest

from board.blocks.citizen.models import Need
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import Busy, batches
from board.exchange.models import Upload
from board.exchange.trello.routes import imports
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.page import kept, send
from tests.exchange.trello.written import cards_of, how_many

MANY = trello.as_file(trello.board(cards=[trello.card(f"Bel {number}") for number in range(10)]))
SignIn = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def lead(sign_in: SignIn, a: Builder, opgave: Opgave) -> Client:
    return sign_in(a.lead(opgave))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which each part of four cards takes as long as one press may be at work."""
    clock = count(step=imports.SECONDS)
    monkeypatch.setattr(batches, "PART", 4)
    monkeypatch.setattr(batches, "monotonic", lambda: next(clock))


def import_page(lead: Client, opgave: Opgave) -> str:
    answer = send(lead, opgave, MANY)
    assert answer.location is not None
    return answer.location


@pytest.mark.usefixtures("slow")
def test_pressing_on_brings_the_rest_and_the_page_says_how_far_it_is(lead: Client, opgave: Opgave) -> None:
    address, far = import_page(lead, opgave), []

    answer = lead.post(address)
    while "/bezig" in (answer.location or ""):
        page = lead.get(answer.location).text
        said = re.search(r"(\d+) van de (\d+) kaarten staan er", page)
        assert said is not None
        far.append((int(said[1]), int(said[2])))
        assert len(cards_of(opgave)) == far[-1][0], "what the page says is true"
        answer = lead.post(address, data={"verder": "1"})

    assert len(far) > 1
    assert far == sorted(far)
    assert [card.action for card in cards_of(opgave)] == [f"Bel {number}" for number in range(10)]
    assert how_many(Upload) == [0]
    assert "Er staan 10 kaarten uit Trello op dit bord" in lead.get(answer.location).text


@pytest.mark.usefixtures("slow")
def test_the_choices_of_the_first_press_hold_for_all_of_it(lead: Client, opgave: Opgave) -> None:
    address = import_page(lead, opgave)
    field = re.search(r'name="(lijst-[^"]+)"', lead.get(address).text)
    assert field is not None

    answer = lead.post(address, data={field[1]: "why"})
    while "/bezig" in (answer.location or ""):
        answer = lead.post(address, data={"verder": "1"})

    assert {card.block for card in cards_of(opgave)} == {"why"}


def test_when_others_keep_writing_the_page_says_how_far_it_is(
    lead: Client, opgave: Opgave, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = import_page(lead, opgave)

    def busy(*_plan: object) -> bool:
        raise Busy

    monkeypatch.setattr(imports, "write_proposal", busy)

    answer = lead.post(address)

    assert answer.status_code == 303
    assert "0 van de 10 kaarten staan er" in lead.get(answer.location or "").text
    assert how_many(Upload, Card) == [1, 0]


def test_two_who_bring_the_same_file_bring_it_once(a: Builder, sign_in: SignIn, opgave: Opgave, lead: Client) -> None:
    other = sign_in(a.lead(opgave))
    ours, theirs = import_page(lead, opgave), import_page(other, opgave)

    assert (lead.post(ours).status_code, other.post(theirs).status_code) == (303, 303)

    assert len(cards_of(opgave)) == 10
    assert how_many(Need) == [0]
    assert kept(lead, opgave)

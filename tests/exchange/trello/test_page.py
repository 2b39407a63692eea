"""The lead chooses a file, sees what will come, changes where a list goes, and says yes."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from board.core.cards import Card, CardState
from board.core.opgaven import Opgave
from board.core.people import Person, Role
from board.core.weeks import now
from board.db import session
from board.exchange.models import Upload
from board.exchange.trello import writing
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.written import cards_of, how_many

SignIn = Callable[[Person], Client]
TO_DO, DONE = trello.a_list("Te doen"), trello.a_list("Klaar")
BOARD = trello.board(
    lists=[TO_DO, DONE],
    cards=[
        trello.card("Bel tien mensen", idMembers=["lid-Ina"]),
        trello.card("Schrijf één brief", idList=DONE["id"], cover={"color": "pink"}),
    ],
    members=[trello.member("Ina")],
)


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def lead(sign_in: SignIn, a: Builder, opgave: Opgave) -> Client:
    return sign_in(a.lead(opgave))


def page(opgave: Opgave) -> str:
    return f"/bord/opgaven/{opgave.slug}/importeer"


def send(client: Client, opgave: Opgave, data: bytes = trello.as_file(BOARD)) -> TestResponse:
    return client.post(page(opgave), data={"bestand": (BytesIO(data), "bord.json")})


def kept(client: Client, opgave: Opgave) -> str:
    """Choose the file; the address where it goes on."""
    answer = send(client, opgave)
    assert answer.status_code == 303, answer.text
    assert answer.location
    return answer.location


def chosen(html: str) -> dict[str, str]:
    """The choice in each select."""
    selects = re.findall(r'<select[^>]*name="([^"]+)".*?</select>', html, re.DOTALL)
    values = re.findall(r'<option value="([^"]+)" selected>', html)
    return dict(zip(selects, values, strict=True))


def test_the_page_asks_for_a_file(lead: Client, opgave: Opgave) -> None:
    asked = lead.get(page(opgave))

    assert 'enctype="multipart/form-data"' in asked.text
    assert "Niets wordt openbaar" in asked.text


def test_after_the_file_the_lists_are_shown_with_a_guess_and_nothing_is_on_the_board(
    lead: Client, opgave: Opgave
) -> None:
    seen = lead.get(kept(lead, opgave)).text

    assert chosen(seen) == {f"lijst-{TO_DO['id']}": "gepland", f"lijst-{DONE['id']}": "gedaan"}
    assert "Zet 2 kaarten op het bord" in seen
    assert "omslagen van kaarten" in seen
    assert "Geen account hier: Ina." in seen
    assert cards_of(opgave) == []


def test_another_choice_is_counted_again(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    again = lead.post(f"{address}/tel", data={f"lijst-{DONE['id']}": "skip"}, follow_redirects=True)

    assert chosen(again.text)[f"lijst-{DONE['id']}"] == "skip"
    assert "Zet 1 kaart op het bord" in again.text
    assert "kaarten die jij overslaat" in again.text
    assert cards_of(opgave) == []


def test_who_says_yes_finds_the_cards_on_the_board(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    answer = lead.post(address, data={f"lijst-{TO_DO['id']}": "citizen"})
    board = lead.get(answer.location or "").text

    assert (answer.status_code, answer.location) == (303, "/bord/opgaven/schulden")
    assert "Bel tien mensen" in board
    assert "Er zijn 2 kaarten uit Trello bij gekomen. Wacht nog op een resultaat: 1." in board
    assert [(card.block, card.state) for card in cards_of(opgave)] == [
        ("citizen", CardState.IDEA),
        ("increments", CardState.DOING),
    ]
    assert how_many(Upload) == [0]


def test_the_choices_of_an_earlier_count_are_kept(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    lead.post(f"{address}/tel", data={f"lijst-{DONE['id']}": "skip"})
    lead.post(address)

    assert [card.action for card in cards_of(opgave)] == ["Bel tien mensen"]


def test_the_same_file_twice_adds_nothing_and_says_so(lead: Client, opgave: Opgave) -> None:
    lead.post(kept(lead, opgave))
    address = kept(lead, opgave)

    assert "Al eerder gekomen: 2" in lead.get(address).text
    assert "Er kwam geen kaart bij" in lead.post(address, follow_redirects=True).text
    assert how_many(Card) == [2]


def test_a_choice_that_does_not_exist_changes_nothing(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    for where in (address, f"{address}/tel"):
        answer = lead.post(where, data={f"lijst-{DONE['id']}": "openbaar"})
        assert (answer.status_code, cards_of(opgave)) == (422, [])
        assert "Kies opnieuw waar de lijsten heen gaan" in answer.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (b"<html>", "Dit is een webpagina."),
        (b"{}", "Dit is geen bord van Trello."),
        (b'{"_id": "x", "cards": [], "lists": []}', "Wij lezen alleen borden van Trello."),
    ],
)
def test_what_is_no_board_is_refused_beside_the_field(lead: Client, opgave: Opgave, data: bytes, said: str) -> None:
    answer = send(lead, opgave, data)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert how_many(Upload, Card) == [0, 0]


def test_without_a_file_the_page_asks_for_one(lead: Client, opgave: Opgave) -> None:
    answer = lead.post(page(opgave), data={})

    assert answer.status_code == 422
    assert "Kies eerst een bestand." in answer.text


def test_a_file_is_only_for_who_chose_it(lead: Client, opgave: Opgave, sign_in: SignIn, a: Builder) -> None:
    address = kept(lead, opgave)
    colleague = sign_in(a.member(opgave, Role.LEAD))
    other = a.opgave(slug="school")
    a.membership(other, session.scalars(select(Person).where(Person.name.startswith("Yasmina"))).one(), Role.LEAD)

    assert colleague.get(address).status_code == 404
    assert colleague.post(address).status_code == 404
    assert lead.get(address.replace("schulden", "school")).status_code == 404
    assert lead.get(address).status_code == 200


@pytest.mark.parametrize(("role", "status"), [(Role.MEMBER, 403), (Role.SPONSOR, 403), (Role.READER, 403)])
def test_only_a_lead_brings_work_in(sign_in: SignIn, a: Builder, opgave: Opgave, role: Role, status: int) -> None:
    client = sign_in(a.member(opgave, role))

    assert client.get(page(opgave)).status_code == status
    assert send(client, opgave).status_code == status


def test_a_next_file_takes_the_place_of_the_first(lead: Client, opgave: Opgave) -> None:
    first, second = kept(lead, opgave), kept(lead, opgave)

    assert lead.get(second).status_code == 200
    gone = lead.get(first)
    assert gone.status_code == 404
    assert "Dit bestand is hier niet meer" in gone.text


def test_a_file_is_gone_after_a_day(lead: Client, opgave: Opgave, sign_in: SignIn, a: Builder) -> None:
    address = kept(lead, opgave)
    upload = session.scalars(select(Upload)).one()
    upload.at = now() - timedelta(hours=25)
    session.flush()

    assert lead.post(address).status_code == 404
    kept(sign_in(a.member(opgave, Role.LEAD)), opgave)
    assert how_many(Upload) == [1]


def test_second_thoughts_throw_the_file_away(lead: Client, opgave: Opgave) -> None:
    answer = lead.post(f"{kept(lead, opgave)}/weg", follow_redirects=True)

    assert "Er is niets veranderd." in answer.text
    assert how_many(Upload, Card) == [0, 0]


def test_when_it_breaks_halfway_nothing_is_kept_but_the_file(
    lead: Client, opgave: Opgave, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = kept(lead, opgave)
    whole = writing.write

    def break_down(*plan: Any) -> None:
        whole(*plan)
        raise RuntimeError("the power fails")

    monkeypatch.setattr(writing, "write", break_down)
    lead.application.config["PROPAGATE_EXCEPTIONS"] = False

    assert lead.post(address).status_code == 500
    assert how_many(Upload, Card) == [1, 0]

"""The lead chooses a file, sees what will come, changes where a list goes, and says yes."""

import re

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.exchange.models import Upload
from tests.client import Client
from tests.exchange.trello.page import DONE, TO_DO, kept, page, send
from tests.exchange.trello.written import cards_of, how_many


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
    assert "Omslagen van kaarten: 1" in seen
    assert "Geen account hier: Ina." in seen
    assert cards_of(opgave) == []


def test_another_choice_is_counted_again(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    again = lead.post(f"{address}/tel", data={f"lijst-{DONE['id']}": "skip"}, follow_redirects=True)

    assert chosen(again.text)[f"lijst-{DONE['id']}"] == "skip"
    assert "Zet 1 kaart op het bord" in again.text
    assert "Kaarten die jij overslaat: 1" in again.text
    assert cards_of(opgave) == []


def test_who_says_yes_finds_the_cards_on_the_board(lead: Client, opgave: Opgave) -> None:
    address = kept(lead, opgave)
    answer = lead.post(address, data={f"lijst-{TO_DO['id']}": "citizen"})
    report = lead.get(answer.location or "").text

    assert answer.status_code == 303
    assert answer.location.startswith("/bord/opgaven/schulden/importeer/verslag/")
    assert 'href="/bord/opgaven/schulden"' in report
    assert "Er zijn 2 kaarten uit Trello bij gekomen. Wacht nog op een resultaat: 1." in report
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
        (b'{"_id": "x", "cards": [], "lists": []}', "Dit komt uit een ander programma: WeKan."),
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

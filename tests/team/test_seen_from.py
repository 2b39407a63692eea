"""Lens and filters of the board outlive opening a card, saving it, and every page of it in between."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client

SEEN = "lens=week&q=Bel"


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def member(a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(of=opgave))


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> str:
    return f"/bord/opgaven/{opgave.slug}/kaarten/{a.card(opgave, 'Bel de school').id}"


def board_of(card: str) -> str:
    return card.partition("/kaarten")[0]


def opened(member: Client, card: str, seen: str = SEEN) -> str:
    """The page of the card, opened from the board as it was seen."""
    return member.get(card, headers={"Referer": f"http://localhost{board_of(card)}?{seen}"}).text


def links(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'(?:href|action)="(/bord/opgaven/[^"]*)"', page)]


def to_board(page: str, card: str) -> set[str]:
    """Where links to the board itself lead."""
    return {one.partition("#")[0] for one in links(page) if one.partition("#")[0].partition("?")[0] == board_of(card)}


def test_the_way_back_leads_to_the_board_as_it_was_seen(member: Client, card: str) -> None:
    assert to_board(opened(member, card), card) == {f"{board_of(card)}?lens=week&q=Bel"}


def test_it_goes_along_through_every_page_of_the_card(member: Client, card: str) -> None:
    todo, met = [next(one for one in links(opened(member, card)) if one.startswith(f"{card}?"))], set[str]()
    while todo:
        address = todo.pop()
        if address in met or not address.startswith(card):
            continue
        met.add(address)
        answer = member.get(address)
        if answer.status_code == 200:
            assert to_board(answer.text, card) <= {f"{board_of(card)}?lens=week&q=Bel"}, address
            todo += links(answer.text)
    assert len(met) > 5


@pytest.mark.parametrize("has_javascript", [True, False])
def test_saving_goes_back_there(member: Client, card: str, has_javascript: bool) -> None:
    action = next(one for one in links(opened(member, card)) if one.startswith(f"{card}?"))
    typed = {"action": "Bel de school nog eens", "block": "why", "owner_id": "0", "week": "0"}
    headers = {"HX-Request": "true", "HX-Boosted": "true"} if has_javascript else {}
    answer = member.post(action, data=typed, headers=headers)

    to = answer.headers["HX-Redirect"] if has_javascript else answer.location
    assert to.startswith(f"{board_of(card)}?lens=week&q=Bel#kaart-")


def test_a_browser_that_says_nothing_gets_what_it_saw_last(member: Client, card: str) -> None:
    opened(member, card)
    assert to_board(member.get(card).text, card) == {f"{board_of(card)}?lens=week&q=Bel"}

    opened(member, card, seen="")
    assert to_board(member.get(card).text, card) == {board_of(card)}


def test_another_opgave_has_its_own(a: Builder, member: Client, card: str) -> None:
    opened(member, card)
    other = a.opgave()
    page = member.get(card, headers={"Referer": f"http://localhost/bord/opgaven/{other.slug}?lens=week"}).text

    assert to_board(page, card) == {f"{board_of(card)}?lens=week&q=Bel"}


@pytest.mark.parametrize(
    "said",
    [
        "http://kwaad.example/bord/opgaven/x?lens=week",
        "http://[bad",
        "http://localhost/bord/opgaven/x/../y?lens=week",
    ],
)
def test_what_no_board_of_ours_says_is_passed_over(member: Client, card: str, said: str) -> None:
    assert to_board(member.get(card, headers={"Referer": said}).text, card) == {board_of(card)}


@pytest.mark.parametrize(
    "said", ["//kwaad.example", "verder=https://kwaad.example", "x" * 5000, '"><script>', "lens=%00"]
)
def test_an_address_that_was_made_up_leads_nowhere_else(member: Client, card: str, said: str) -> None:
    answer = member.get(card, query_string={"bord": said})

    assert answer.status_code == 200
    assert all(one.partition("?")[0] == board_of(card) for one in to_board(answer.text, card))
    assert "kwaad" not in answer.text
    assert "<script>alert" not in answer.text

"""An order under “Wat we deden”: a sentence is proposed at finishing and at publishing, and nothing is held up."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
ORDER = "Plaats een bankje bij de vijver"
PROPOSED = "Schrijf bijvoorbeeld: “We plaatsten een bankje bij de vijver.”"


@pytest.fixture
def card(a: Builder) -> Card:
    return a.card(a.opgave(), ORDER, state=CardState.DOING)


@pytest.fixture
def member(a: Builder, card: Card, sign_in: SignIn) -> Client:
    return sign_in(a.member(of=card.opgave))


def test_who_finishes_sees_the_sentence_beside_the_order(member: Client, card: Card) -> None:
    page = member.get(f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/rond-af").text

    assert "Dit leest als een opdracht. Hier staat wat jullie deden." in page
    assert PROPOSED in page
    assert '<details class="ob-tekst" open>' in page


def test_it_is_advice_while_somebody_types_and_only_there(member: Client) -> None:
    def ask(text: str, purpose: str) -> str:
        return member.htmx(f"/bord/lees-mee?veld=deed&plek=deed&soort={purpose}", {"deed": text}).text

    assert PROPOSED in ask(ORDER, "gedaan")
    assert "opdracht" not in ask(ORDER, "doen")
    assert "ob-lees__raad" not in ask("We plaatsten een bankje bij de vijver.", "gedaan")


def test_a_sentence_with_a_name_is_not_shown_once_more(member: Client) -> None:
    said = member.htmx(
        "/bord/lees-mee?veld=deed&plek=deed&soort=gedaan", {"deed": "Bel de heer Jan Kramer thuis."}
    ).text

    assert "Begin met wie het deed" in said
    assert "We belden" not in said


def test_publishing_proposes_it_again_and_goes_on(a: Builder, member: Client, card: Card) -> None:
    a.result(card, "U zit weer bij de vijver.", deed=ORDER)

    page = member.get(f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/publiceer").text

    assert PROPOSED in page
    assert ">Publiceer</button>" in page

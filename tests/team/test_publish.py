"""Publishing and withdrawing: deliberate, seen beforehand, and never by accident."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card, CardState, StillPublic
from board.core.opgaven.results import NotReady, Result
from board.core.people.people import Person, Visibility
from tests.builders import Builder
from tests.client import Client
from tests.support.result_forms import seen, version

SignIn = Callable[[Person], Client]


def url(card: Card, rest: str) -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


@pytest.fixture
def card(a: Builder) -> Card:
    card = a.card(a.opgave(), state=CardState.DOING)
    a.result(card, "U krijgt één brief.")
    return card


@pytest.fixture
def result(card: Card) -> Result:
    assert card.result is not None
    return card.result


@pytest.fixture
def member(a: Builder, card: Card, sign_in: SignIn) -> Client:
    return sign_in(a.member(of=card.opgave))


def test_publishing_shows_first_how_a_citizen_sees_it(member: Client, card: Card, result: Result) -> None:
    assert "U krijgt één brief." in member.get(url(card, "/publiceer")).text
    assert not result.is_public

    member.post(url(card, "/publiceer"), data={"gezien": version(card)})

    assert result.is_public
    assert "U krijgt één brief." in member.get("/").text


def test_publishing_twice_is_the_same_as_once(member: Client, card: Card, result: Result) -> None:
    member.post(url(card, "/publiceer"), data={"gezien": version(card)})
    first = result.published_at

    assert member.post(url(card, "/publiceer"), data={"gezien": version(card)}).status_code == 303
    assert result.published_at == first
    assert result.changed_at is None


def test_withdrawing_needs_a_reason_that_stands_in_its_place(member: Client, card: Card, result: Result) -> None:
    member.post(url(card, "/publiceer"), data={"gezien": version(card)})
    assert member.post(url(card, "/trek-in"), data={"reason": " "}).status_code == 422

    member.post(url(card, "/trek-in"), data={"reason": "De brief klopte niet."})

    assert not result.is_public
    assert "U krijgt één brief." not in member.get("/").text
    assert "De brief klopte niet." in member.get(f"/resultaten/{result.id}").text


def test_a_withdrawn_result_can_come_back(member: Client, card: Card, result: Result) -> None:
    member.post(url(card, "/publiceer"), data={"gezien": version(card)})
    member.post(url(card, "/trek-in"), data={"reason": "Even nakijken."})

    member.post(url(card, "/publiceer"), data={"gezien": version(card)})

    assert result.is_public
    assert result.changed_at is not None


def test_a_public_card_is_not_opened_again_before_withdrawal(member: Client, card: Card) -> None:
    member.post(url(card, "/publiceer"), data={"gezien": version(card)})

    answer = member.post(url(card, "/verplaats"), data={"naar": "staat:bezig"})

    assert answer.status_code == 409
    assert "Trek het eerst in" in answer.text
    with pytest.raises(StillPublic):
        card.stop()


def test_changed_words_of_a_public_result_are_shown_as_such(member: Client, card: Card, result: Result) -> None:
    member.post(url(card, "/publiceer"), data={"gezien": version(card)})
    data = {
        "sentence": "U krijgt twee brieven.",
        "outcome": "gelukt",
        "happened_on": result.happened_on.isoformat(),
    }

    member.post(url(card, "/rond-af"), data=data | {"deed": result.deed})

    assert result.changed_at is not None
    assert "gewijzigd op" in member.get(f"/resultaten/{result.id}").text.lower()


def test_the_week_publishes_all_that_is_ready_in_two_clicks(a: Builder, card: Card, member: Client) -> None:
    other = a.card(card.opgave, state=CardState.DOING)
    a.result(other, "De deur is om acht uur open.")
    page = member.get("/bord/week").text
    assert "U krijgt één brief." in page
    assert "De deur is om acht uur open." in page

    member.post("/bord/week", data=seen(card, other))

    public = member.get("/").text
    assert "U krijgt één brief." in public
    assert "De deur is om acht uur open." in public
    assert "Er ligt niets klaar" in member.get("/bord/week").text


def test_the_week_publishes_nothing_of_others(a: Builder, card: Card, result: Result, sign_in: SignIn) -> None:
    stranger = sign_in(a.member(of=a.opgave()))
    assert stranger.post("/bord/week", data=seen(card)).status_code == 422
    reader = sign_in(a.reader(card.opgave))
    assert "U krijgt één brief." not in reader.get("/bord/week").text
    assert reader.post(url(card, "/publiceer")).status_code == 403
    assert not result.is_public


def test_a_result_says_who_only_as_that_person_allows(a: Builder, card: Card, member: Client) -> None:
    card.owner = a.person("Femke Bruinsma", visibility=Visibility.FIRST_NAME, job_title="tekstschrijver")

    page = member.get(url(card, "/publiceer")).text

    assert "Femke" in page.split('id="blad"')[1]
    assert "Bruinsma" not in page.split('id="blad"')[1]


def test_an_untold_result_does_not_become_public(a: Builder, card: Card, result: Result) -> None:
    result.sentence = ""
    with pytest.raises(NotReady):
        result.publish(by=a.person())

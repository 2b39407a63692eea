"""From a signal to a card, to what the inwoner was told, to “nu niet”, and back to where it is open."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import IsCard, SignalState
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person, Role
from board.core.record.weeks import Week, today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import caught, main, undo_address, url

SignIn = Callable[[Person], Client]


def test_one_click_makes_a_card_of_it_for_this_week(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)
    signal = caught(opgave, plan="Bel de toeslagen\nen blijf aan de lijn")
    client = sign_in(member)
    client.post(url(signal, "/pak-op"))
    assert "Maak er een kaart van" in main(client.get(url(signal)).text)

    answer = client.post(url(signal, "/kaart"))

    card = session.scalars(select(Card)).one()
    assert answer.location == f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}"
    assert (card.block, card.action) == ("citizen", "Bel de toeslagen en blijf aan de lijn")
    assert (card.owner_id, card.state, card.week) == (member.id, CardState.PLANNED, Week.now().code)
    assert (signal.state, signal.card_id) == (SignalState.CARDED, card.id)
    assert "Bel de toeslagen" in main(client.get(url(signal)).text)


def test_the_text_is_the_action_when_there_is_no_plan_and_too_long_is_cut(a: Builder) -> None:
    opgave = a.opgave()
    card = caught(opgave, "woord " * 60).make_card(opgave, a.person(), today())

    assert len(card.action) <= 200
    assert card.action.endswith("woord…")


def test_without_an_opgave_i_choose_one_of_my_boards(a: Builder, sign_in: SignIn, session: Session) -> None:
    mine, also_mine, other = a.opgave("Schulden"), a.opgave("School"), a.opgave("Balie")
    member = a.member(of=mine)
    a.membership(also_mine, member, Role.LEAD)
    signal = caught(caught_by=member)
    client = sign_in(member)

    client.post(url(signal, "/kaart"))
    assert "Kies eerst op welk bord" in client.get(url(signal)).text
    client.post(url(signal, "/kaart"), data={"opgave": other.id})
    assert session.scalars(select(Card)).all() == []

    client.post(url(signal, "/kaart"), data={"opgave": also_mine.id})
    assert session.scalars(select(Card.opgave_id)).one() == also_mine.id
    assert (signal.opgave_id, signal.claimed_by_id) == (also_mine.id, member.id)


def test_who_works_nowhere_cannot_put_a_card_on_a_board(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    signal, client = caught(opgave), sign_in(a.person())
    client.post(url(signal, "/pak-op"))

    client.post(url(signal, "/kaart"), data={"opgave": opgave.id})

    assert session.scalars(select(Card)).all() == []
    assert "Jij werkt nog niet in een team" in client.get(url(signal)).text


def test_a_second_card_of_the_same_signal_is_not_made(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)
    signal = caught(opgave)
    signal.make_card(opgave, member, today())

    sign_in(member).post(url(signal, "/kaart"))

    assert len(session.scalars(select(Card)).all()) == 1
    with pytest.raises(IsCard):
        signal.make_card(opgave, member, today())


def test_ongedaan_maken_takes_card_and_step_back_in_one_go(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    signal, client = caught(opgave), sign_in(a.member(of=opgave))
    client.post(url(signal, "/pak-op"))
    client.get(url(signal))  # where the message of the first step is read
    card_page = client.get(client.post(url(signal, "/kaart")).location or "").text

    client.post(undo_address(card_page))

    assert (signal.state, signal.card_id) == (SignalState.CLAIMED, None)
    assert session.scalars(select(Card.state)).one() is CardState.STOPPED


def test_teruggekoppeld_keeps_what_the_inwoner_was_told(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal = caught(caught_by=person)
    client = sign_in(person)

    client.post(url(signal, "/teruggekoppeld"), data={"told": "Wij belden. De toeslag komt vrijdag."})

    assert (signal.state, signal.told_on) == (SignalState.ANSWERED, today())
    assert "Wij belden. De toeslag komt vrijdag." in main(client.get(url(signal)).text)


@pytest.mark.parametrize(("step", "field"), [("/teruggekoppeld", "told"), ("/nu-niet", "because")])
def test_a_step_without_words_is_asked_again(step: str, field: str, a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal = caught(caught_by=person)

    answer = sign_in(person).post(url(signal, step), data={field: " "})

    assert answer.status_code == 422
    assert f'id="{field}-fout"' in answer.text
    assert signal.state is SignalState.ORPHAN


def test_nu_niet_says_why_and_can_be_opened_again(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal = caught(caught_by=person)
    client = sign_in(person)

    client.post(url(signal, "/nu-niet"), data={"because": "De zaal gaat verbouwd worden."})
    assert signal.state is SignalState.NOT_NOW
    assert "De zaal gaat verbouwd worden." in main(client.get(url(signal)).text)

    client.post(url(signal, "/open"))
    assert (signal.state, signal.not_now_because) == (SignalState.ORPHAN, "")


def test_given_back_nobody_has_it(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal = caught()
    signal.claim(person, today())

    sign_in(person).post(url(signal, "/open"))

    assert (signal.state, signal.claimed_by_id, signal.claimed_until) == (SignalState.ORPHAN, None, None)


def test_opened_again_it_goes_back_to_a_card_that_is_still_open(a: Builder) -> None:
    opgave = a.opgave()
    signal, person = caught(opgave), a.member(of=opgave)
    card = signal.make_card(opgave, person, today())

    signal.answer("Wij zijn bezig.", today())
    signal.open_again()
    assert (signal.state, signal.told) == (SignalState.CARDED, "")

    card.stop()
    signal.answer("Het lukte niet.", today())
    signal.open_again()
    assert (signal.state, signal.card) == (SignalState.ORPHAN, None)

"""Signals that are told back or left: nobody's words are replaced unread, and going on starts with opening it again."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import IsCard, IsClosed, Signal, SignalState
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.support.signals import caught, days, main, url

SignIn = Callable[[Person], Client]
TOLD = "Wij belden mevrouw terug over de brief."


@pytest.fixture
def told(a: Builder) -> tuple[Signal, Person]:
    """A signal that was told back, and a colleague of that team."""
    opgave = a.opgave()
    signal = caught(opgave)
    signal.claim(a.member(of=opgave), today())
    signal.answer(TOLD, days(2))
    return signal, a.member(of=opgave, name="Femke Bos")


def test_told_back_twice_keeps_the_first_and_shows_both(
    told: tuple[Signal, Person], sign_in: SignIn, session: Session
) -> None:
    signal, femke = told
    session.flush()
    client, here = sign_in(femke), url(signal, "/teruggekoppeld")

    late = client.post(here, data={"told": "Wij schreven een kaartje."})

    assert late.status_code == 409
    assert signal.told == TOLD
    assert TOLD in main(late.text)
    assert "Wij schreven een kaartje." in main(late.text)

    assert client.post(here, data=sent_by(late.text, here)).status_code == 303
    assert signal.told == "Wij schreven een kaartje."


def test_nu_niet_after_an_answer_is_refused_in_words(told: tuple[Signal, Person], sign_in: SignIn) -> None:
    signal, femke = told

    answer = sign_in(femke).post(url(signal, "/nu-niet"), data={"because": "geen tijd"})

    assert answer.status_code == 422
    assert "De inwoner hoorde al van ons" in main(answer.text)
    assert "geen tijd" in main(answer.text)
    assert (signal.state, signal.not_now_because) == (SignalState.ANSWERED, "")


def test_no_card_of_what_is_answered(told: tuple[Signal, Person], sign_in: SignIn, session: Session) -> None:
    signal, femke = told

    answer = sign_in(femke).post(url(signal, "/kaart"), follow_redirects=True)

    assert "Zet het eerst weer open." in answer.text
    assert (signal.state, signal.told) == (SignalState.ANSWERED, TOLD)
    assert session.scalars(select(Card)).all() == []


def test_after_nu_niet_it_is_opened_again_first(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal = caught(caught_by=person)
    signal.not_now("De zaal is dicht.")
    client = sign_in(person)

    answer = client.post(url(signal, "/teruggekoppeld"), data={"told": TOLD})
    assert answer.status_code == 422
    assert "Zet het signaal eerst weer open." in main(answer.text)
    assert TOLD in main(answer.text)
    again = client.post(url(signal, "/nu-niet"), data={"because": "Iets anders."})
    assert again.status_code == 422
    assert (signal.state, signal.not_now_because) == (SignalState.NOT_NOW, "De zaal is dicht.")

    client.post(url(signal, "/open"))
    assert client.post(url(signal, "/teruggekoppeld"), data={"told": TOLD}).status_code == 303


def test_a_signal_says_itself_what_fits(a: Builder) -> None:
    opgave = a.opgave()
    carded, closed = caught(opgave), caught(opgave)
    carded.make_card(opgave, a.person(), today())
    closed.answer(TOLD, today())

    with pytest.raises(IsCard):
        carded.not_now("Nee")
    with pytest.raises(IsClosed):
        closed.answer("Iets anders", today())
    with pytest.raises(IsClosed):
        carded.answer_better("Iets anders", today())
    with pytest.raises(IsClosed):
        closed.make_card(opgave, a.person(), today())

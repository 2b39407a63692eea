"""A card of a signal says what we do: the plan, or a first step that somebody can say better."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import caught, main, url

SignIn = Callable[[Person], Client]
FIRST = "Bel terug over: Wie helpt mij met mijn huurtoeslag?"


@pytest.mark.parametrize(
    ("typed", "action"),
    [({}, FIRST), ({"action": ""}, FIRST), ({"action": "Bel de toeslagen"}, "Bel de toeslagen")],
)
def test_without_a_plan_the_card_still_begins_with_a_verb(
    typed: dict[str, str], action: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    signal, member = caught(opgave), a.member(of=opgave)
    signal.claim(member, today())
    client = sign_in(member)
    page = main(client.get(url(signal)).text)
    assert f'value="{FIRST}"' in page
    assert "Wat doen we? Begin met een werkwoord" in page

    client.post(url(signal, "/kaart"), data=typed)

    assert session.scalars(select(Card.action)).one() == action


def test_of_a_long_signal_the_first_words_are_enough(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    signal = caught(opgave, "woord " * 60, caught_by=(member := a.member(of=opgave)))

    sign_in(member).post(url(signal, "/kaart"))

    action = session.scalars(select(Card.action)).one()
    assert action.startswith("Bel terug over: woord woord")
    assert action.endswith("woord…")
    assert len(action) <= 100


def test_with_a_plan_nothing_is_asked(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)
    signal = caught(opgave, plan="Bel de toeslagen")
    signal.claim(member, today())

    assert 'name="action"' not in main(sign_in(member).get(url(signal)).text)


def test_what_is_too_long_stays_to_be_shortened(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)
    signal = caught(opgave)
    signal.claim(member, today())

    answer = sign_in(member).post(url(signal, "/kaart"), data={"action": "x" * 201})

    assert answer.status_code == 422
    assert "x" * 201 in answer.text
    assert session.scalars(select(Card)).all() == []


def test_a_colleague_who_has_it_in_hand_is_named(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    signal = caught(opgave)
    signal.claim(a.person("Noor Visser"), today())

    assert "Noor pakt dit op, tot en met" in main(sign_in(a.member(of=opgave)).get(url(signal)).text)


def test_from_vandaag_the_button_leads_to_that_field(a: Builder, sign_in: SignIn) -> None:
    signal, person = caught(), a.person()
    signal.claim(person, today())

    assert f'href="{url(signal)}#wens"' in main(sign_in(person).get("/bord").text)

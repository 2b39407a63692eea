"""A new card on the board: one field is enough, and who wants to say more at once can."""

import re
from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.core.record.weeks import Week
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def test_an_action_is_enough(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    sign_in(a.member(opgave)).post(f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", data={"action": "Bel", "blok": "why"})

    card = session.scalars(select(Card)).one()
    assert (card.state, card.owner, card.week, card.citizen_result) == (CardState.IDEA, None, None, "")


def test_who_when_and_what_the_inwoner_notices_go_along_at_once(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    typed = {
        "action": "Bel tien huurders",
        "blok": "citizen",
        "citizen_result": "U wordt eerst gebeld.",
        "owner_id": me.id,
        "week": Week.now().code,
    }

    sign_in(me).post(f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", data=typed)

    card = session.scalars(select(Card)).one()
    assert (card.state, card.owner, card.week) == (CardState.PLANNED, me, Week.now().code)
    assert card.citizen_result == "U wordt eerst gebeld."


def test_the_next_card_is_for_the_same_colleague_and_week(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    typed = {"action": "Bel", "blok": "citizen", "citizen_result": "Gebeld.", "owner_id": me.id, "week": 0}

    form = sign_in(me).htmx(f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", data=typed).text

    assert f'<option selected value="{me.id}">' in form
    assert 'value="Gebeld."' not in form


def test_nobody_outside_the_team_gets_a_card(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave, stranger = a.opgave(), a.person("Piet Vreemd")
    typed = {"action": "Bel", "blok": "citizen", "owner_id": stranger.id}

    answer = sign_in(a.member(opgave)).post(f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", data=typed)

    assert answer.status_code == 422
    assert session.scalars(select(Card)).all() == []


PASTED = "- Bel tien huurders\n- Schrijf de buurt\n\n- [ ] Kijk hoe het ging"


def test_some_lines_at_once_may_be_some_cards(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    address, me = f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", sign_in(a.member(opgave))

    asks = me.post(address, data={"action": PASTED, "blok": "why"})

    assert asks.status_code == 422
    assert "Dit zijn 3 regels. Wil je 3 kaarten maken?" in asks.text
    assert "- Schrijf de buurt" in asks.text  # what was typed stands there still
    assert session.scalars(select(Card)).all() == []

    answer = me.post(address, data={"action": PASTED, "blok": "why", "regels": "los"}, follow_redirects=True)

    in_order = session.scalars(select(Card.action).order_by(Card.position)).all()
    assert in_order == ["Bel tien huurders", "Schrijf de buurt", "Kijk hoe het ging"]
    assert "3 kaarten staan op het bord." in answer.text
    me.post(re.findall(r'action="(/bord/terug/[^"]*)"', answer.text)[0].replace("&amp;", "&"))
    assert set(session.scalars(select(Card.state))) == {CardState.STOPPED}


def test_or_one_that_was_broken_off(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    address, me = f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", sign_in(a.member(opgave))
    typed = {"action": "Bel de school over\nhet zebrapad", "blok": "why", "regels": "samen"}

    me.htmx(address, data=typed)

    assert session.scalars(select(Card.action)).all() == ["Bel de school over het zebrapad"]


def test_of_too_many_lines_or_a_long_one_nothing_is_cut(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    address, me = f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", sign_in(a.member(opgave))

    for typed, says in (
        ("x" * 201, "Houd het bij 200 tekens. Haal er 1 teken af."),
        ("Bel\n" + "y" * 230, "Regel 2 is te lang. Houd het bij 200 tekens. Haal er 30 tekens af."),
        ("\n".join(f"Bel {n}" for n in range(41)), "Zet er hoogstens 40 tegelijk neer."),
    ):
        answer = me.post(address, data={"action": typed, "blok": "why", "regels": "los"})
        assert answer.status_code == 422
        assert says in answer.text
        assert typed in answer.text
    assert session.scalars(select(Card)).all() == []

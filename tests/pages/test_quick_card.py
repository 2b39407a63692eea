"""A new card on the board: one field is enough, and who wants to say more at once can."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.cards import Card, CardState
from board.core.people import Person
from board.core.weeks import Week
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

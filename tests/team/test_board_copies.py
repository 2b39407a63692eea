"""The copy of a board that a browser keeps: never one with an old message, never one of a former release."""

from collections.abc import Callable

import pytest
from flask import Flask

from board.core.opgaven.cards import Card
from board.core.people.people import Person, Role
from board.web.release import RELEASE
from tests.builders import Builder
from tests.client import Client

BOARD = "/bord/opgaven/schulden"
MESSAGE = "staat nu bij"


@pytest.fixture
def card(a: Builder) -> Card:
    return a.card(a.opgave(slug="schulden"))


@pytest.fixture
def member(a: Builder, card: Card, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(card.opgave))


def move(member: Client, card: Card) -> None:
    member.post(f"{BOARD}/kaarten/{card.id}/verplaats", data={"naar": "staat:bezig"})


def test_a_board_that_carries_a_message_is_not_kept(member: Client, card: Card) -> None:
    move(member, card)
    with_message = member.get(BOARD)
    assert MESSAGE in with_message.text
    assert "ETag" not in with_message.headers
    assert with_message.headers["Cache-Control"] == "no-store"

    after = member.get(BOARD)
    assert MESSAGE not in after.text
    assert after.headers["ETag"]


def test_a_message_that_waits_is_told_also_to_who_has_the_board_as_it_is(
    a: Builder, card: Card, sign_in: Callable[[Person], Client]
) -> None:
    elsewhere = a.card(a.opgave(slug="school"))
    person = a.member(card.opgave)
    a.membership(elsewhere.opgave, person, Role.MEMBER)
    member = sign_in(person)
    tag = member.get(BOARD).headers["ETag"]
    member.post(f"/bord/opgaven/school/kaarten/{elsewhere.id}/verplaats", data={"naar": "staat:bezig"})

    answer = member.get(BOARD, headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert MESSAGE in answer.text
    assert member.get(BOARD, headers={"If-None-Match": tag}).status_code == 304


def test_the_look_of_htmx_leaves_a_message_for_the_next_page(member: Client, card: Card) -> None:
    move(member, card)
    assert MESSAGE not in member.htmx(BOARD).text
    assert MESSAGE in member.get(BOARD).text


@pytest.mark.parametrize("ask", ["get", "htmx"])
def test_after_a_new_release_the_copy_of_the_former_one_is_not_shown(
    member: Client, card: Card, app: Flask, ask: str
) -> None:
    tag = getattr(member, ask)(BOARD).headers["ETag"]
    app.config[RELEASE] = "the next release"

    answer = getattr(member, ask)(BOARD, headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag

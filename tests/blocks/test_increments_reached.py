"""Klein: a bigger result is reached when inwoners can read something of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.increments.models import NothingPublished
from board.core.opgaven.cards import CardState
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.big_results import big_result, url

SignIn = Callable[[Person], Client]


def test_reached_needs_one_published_result(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    big.add(a.result(a.card(opgave, state=CardState.DOING)))
    session.flush()
    with pytest.raises(NothingPublished):
        big.reach(today())

    answer = client.post(url(opgave, big, "/bereikt"), data={"reached_on": "2026-01-05"})
    assert answer.status_code == 422
    assert "Publiceer er eerst één." in answer.text
    assert 'value="2026-01-05"' in answer.text

    big.add(a.public_result(opgave))
    assert client.post(url(opgave, big, "/bereikt"), data={"reached_on": "2026-01-05"}).status_code == 303
    assert big.reached_on == date(2026, 1, 5)
    assert "bereikt op 5 januari 2026" in client.get(f"/bord/opgaven/{opgave.slug}/klein").text


def test_a_withdrawn_result_is_not_enough(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    big, result = big_result(opgave, session), a.public_result(opgave)
    big.add(result)
    result.withdraw("Het klopte niet.")
    session.flush()

    with pytest.raises(NothingPublished):
        big.reach(today())


def test_reached_is_not_in_the_future_and_can_be_taken_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    big.add(a.public_result(opgave))
    session.flush()
    tomorrow = (today() + timedelta(days=1)).isoformat()

    assert client.post(url(opgave, big, "/bereikt"), data={"reached_on": tomorrow}).status_code == 422
    client.post(url(opgave, big, "/bereikt"), data={"reached_on": today().isoformat()})
    client.post(url(opgave, big, "/nog-niet"))

    assert big.reached_on is None


def test_reached_is_said_only_while_inwoners_can_read_something_of_it(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    big, result = big_result(opgave, session), a.public_result(opgave)
    big.add(result)
    session.flush()
    big.reach(today())
    session.flush()
    pages = (f"/bord/opgaven/{opgave.slug}/klein", url(opgave, big))
    client = sign_in(a.member(of=opgave))
    assert all("bereikt op" in client.get(page).text for page in pages)

    result.withdraw("Het klopte niet.")
    session.flush()
    assert not any("bereikt op" in client.get(page).text for page in pages)
    assert "Zijn we er?" in client.get(pages[1]).text


def test_nothing_is_reached_in_an_opgave_that_nobody_outside_reads(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave(public=False)
    big = big_result(opgave, session)
    big.add(a.public_result(opgave))
    session.flush()

    answer = sign_in(a.member(of=opgave)).post(url(opgave, big, "/bereikt"), data={"reached_on": today().isoformat()})

    assert answer.status_code == 422
    assert "Zij staat nu op intern." in answer.text
    assert "inwoners lezen er" not in answer.text
    assert big.reached_on is None

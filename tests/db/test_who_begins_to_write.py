"""Only who is let in with a form begins to write, so that who looks, or is refused, lets nobody wait."""

from collections.abc import Callable

import pytest

from board import db
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.web import guards
from tests.builders import Builder
from tests.client import Client

BOARD = "/bord/opgaven/schulden"


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that somebody began to write."""
    times: list[str] = []
    begin = db.begin_writing

    def count(**how: bool) -> None:
        times.append("begun")
        begin(**how)

    monkeypatch.setattr(guards, "begin_writing", count)
    return times


@pytest.fixture
def card(a: Builder) -> Card:
    return a.card(a.opgave(slug="schulden"))


def test_who_looks_does_not_begin_to_write(
    a: Builder, card: Card, sign_in: Callable[[Person], Client], begun: list[str]
) -> None:
    member = sign_in(a.member(card.opgave))
    for page in (BOARD, f"{BOARD}/kaarten/{card.id}", f"{BOARD}/kaarten/{card.id}/rond-af", "/bord", "/bord/week"):
        assert member.get(page).status_code == 200
    assert not begun


def test_who_may_not_change_it_does_not_begin_to_write(
    a: Builder, card: Card, sign_in: Callable[[Person], Client], visitor: Client, begun: list[str]
) -> None:
    address = f"{BOARD}/kaarten/{card.id}/verplaats"
    reader = sign_in(a.reader(card.opgave))
    assert reader.post(address, data={"naar": "staat:bezig"}).status_code == 403
    assert visitor.post(address, data={"naar": "staat:bezig"}).status_code == 401
    assert not begun


def test_who_sends_a_form_that_counts_begins_once(
    a: Builder, card: Card, sign_in: Callable[[Person], Client], begun: list[str]
) -> None:
    member = sign_in(a.member(card.opgave))
    assert member.post(f"{BOARD}/kaarten/{card.id}/verplaats", data={"naar": "staat:bezig"}).status_code == 303
    assert begun == ["begun"]

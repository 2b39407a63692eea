"""A need can be refined, taken away and put back; and nobody's words are lost."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.citizen.models import Need
from board.blocks.citizen.slots.review import progress
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import undo_address

SignIn = Callable[[Person], Client]


@pytest.fixture
def need(a: Builder, session: Session) -> Need:
    made = Need(opgave=a.opgave(), text="Bel mij.", heard_where="balie", heard_on=today())
    session.add(made)
    session.flush()
    return made


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/inwoner{rest}"


def test_one_field_is_enough_and_nothing_else_has_to_be_sent(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()

    assert sign_in(a.member(of=opgave)).post(url(opgave), data={"text": "Bel mij."}).status_code == 303

    found = session.query(Need).one()
    assert (found.text, found.heard_on) == ("Bel mij.", today())


def test_it_is_refined_later(need: Need, a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.member(of=need.opgave))
    page = client.get(url(need.opgave, f"/{need.id}")).text
    assert "Bel mij." in page

    data = {"text": "Bel mij eerst.", "group": "huurders", "heard_where": "wijk", "heard_on": "2026-01-05"}
    answer = client.post(url(need.opgave, f"/{need.id}"), data=data)

    assert answer.location == url(need.opgave)
    assert (need.text, need.heard_where, need.heard_on.isoformat()) == ("Bel mij eerst.", "wijk", "2026-01-05")
    assert need.group is not None
    assert need.group.name == "huurders"


def test_taken_away_it_leaves_the_page_and_ongedaan_maken_puts_it_back(need: Need, a: Builder, sign_in: SignIn) -> None:
    opgave = need.opgave
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave, f"/{need.id}/weg"))
    page = client.get(url(opgave)).text

    assert "“Bel mij.”" not in page
    assert of_one(progress, opgave, today()).health is Health.QUIET
    client.post(undo_address(page))
    assert "“Bel mij.”" in client.get(url(opgave)).text


@pytest.mark.parametrize(("who", "status"), [("reader", 403), ("manager", 403), ("person", 404)])
def test_who_does_not_work_on_it_refines_nothing(
    who: str, status: int, need: Need, a: Builder, sign_in: SignIn
) -> None:
    client = sign_in(a.reader(of=need.opgave) if who == "reader" else getattr(a, who)())

    assert client.get(url(need.opgave, f"/{need.id}")).status_code == status
    assert client.post(url(need.opgave, f"/{need.id}"), data={"text": "Iets anders"}).status_code == status
    assert client.post(url(need.opgave, f"/{need.id}/weg")).status_code == status
    assert need.text == "Bel mij."


def test_the_forms_say_never_to_write_who_it_was(need: Need, a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.member(of=need.opgave))

    for address in (url(need.opgave), url(need.opgave, f"/{need.id}"), "/bord/signalen/nieuw"):
        assert "Schrijf nooit op wie het" in client.get(address).text

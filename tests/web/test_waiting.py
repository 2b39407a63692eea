"""Nobody waits for a stranger: who may write when, and what happens while somebody else keeps writing."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from board import db
from board.core.opgaven.opgaven import Membership
from board.core.people import sign_ins
from board.core.people.sign_ins import SignInTry
from board.web.guard_table import VISITORS, Verdict, answer, doors
from tests.builders import Builder
from tests.live_app import client_of, live, somebody_writing
from tests.support.one_team import CARD, cards, team_of
from tests.world import World

__all__ = ["live"]
PASSWORD = "vier stenen op een rij"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds are long in a test."""
    monkeypatch.setattr(db, "PATIENCE", 0.3)


@pytest.fixture
def world(live: Flask) -> World:
    with db.transaction(live.extensions["engine"]):
        return World(Builder())


def posts(app: Flask, world: World, who: str) -> dict[str, str]:
    """The addresses where this visitor has nothing to send to."""
    closed = {Verdict.SIGN_IN, Verdict.FORBIDDEN, Verdict.NOT_HERE}
    with db.opened(app.extensions["engine"]):
        return {
            world.address(app, rule): rule.endpoint
            for method, rule, guard in doors(app)
            if method == "POST" and answer(guard, VISITORS[who]) in closed
        }


@pytest.mark.parametrize("who", ["niemand", "zonder rol", "meelezer"])
def test_who_is_not_let_in_waits_for_nobody(live: Flask, world: World, who: str) -> None:
    engine = live.extensions["engine"]
    with db.opened(engine):
        number = None if who == "niemand" else world.people[who].id
    client = live.test_client() if number is None else client_of(live, number)
    addresses = posts(live, world, who)

    with somebody_writing(engine):
        answers = {address: client.post(address, data=CARD).status_code for address in addresses}

    assert len(answers) > 20
    assert set(answers.values()) <= {401, 403, 404}, answers


def test_a_form_from_elsewhere_waits_for_nobody(live: Flask, world: World) -> None:
    live.config["WTF_CSRF_ENABLED"] = True
    with db.opened(live.extensions["engine"]):
        lead = world.people["opgavemanager"].id
        addresses = [world.address(live, rule) for method, rule, _ in doors(live) if method == "POST"]
    client = client_of(live, lead)

    with somebody_writing(live.extensions["engine"]):
        assert {client.post(address).status_code for address in addresses} == {400}


def test_who_only_reads_waits_for_nobody(live: Flask, world: World) -> None:
    """Pages, what is read along, and the preview of a result: a POST too, because what is typed is long."""
    with db.opened(live.extensions["engine"]):
        member, slug = world.people["lid"].id, world.opgave.slug
    client = client_of(live, member)

    with somebody_writing(live.extensions["engine"]):
        assert client.get("/").status_code == 200
        assert client.get(f"/bord/opgaven/{slug}").status_code == 200
        advice = client.post("/bord/lees-mee?veld=action&plek=action&soort=action", data=CARD)
        assert advice.status_code in {200, 400}


def test_who_writes_waits_a_little_and_then_hears_so(live: Flask, impatient: None) -> None:
    ruth, address = team_of(live)
    client = client_of(live, ruth)

    with somebody_writing(live.extensions["engine"]):
        refused = client.post(address, data=CARD)
    taken = client.post(address, data=CARD)

    assert (refused.status_code, bool(refused.headers["Retry-After"]), taken.status_code) == (503, True, 303)
    assert cards(live) == 1


def test_who_was_busy_elsewhere_does_not_write_on_what_is_gone(live: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading who this is and writing, a colleague takes the access away."""
    ruth, address = team_of(live)
    client = client_of(live, ruth)
    engine, begin = live.extensions["engine"], db._begin_writing

    def taken_away_meanwhile(current: Any, patience: float) -> bool:
        monkeypatch.setattr(db, "_begin_writing", begin)
        with db.transaction(engine) as session:
            session.delete(session.scalars(select(Membership).where(Membership.person_id == ruth)).one())
        return begin(current, patience)

    monkeypatch.setattr(db, "_begin_writing", taken_away_meanwhile)
    status = client.post(address, data=CARD).status_code

    # PostgreSQL locks no whole database, so there the moment between the two stays; it is too short to meet.
    assert status == (404 if engine.dialect.name == "sqlite" else 303)
    assert client.post(address, data=CARD).status_code == 404


@pytest.mark.parametrize("address", ["inloggen", "wachtwoord"])
def test_a_password_is_looked_at_before_others_wait(live: Flask, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    with db.transaction(live.extensions["engine"]) as session:
        ruth = Builder().person()
        sign_ins.set_password(ruth, PASSWORD)
        link = sign_ins.make_link(ruth)
        session.flush()
        email, number = ruth.email, ruth.id
    writing: list[bool] = []
    hasher = sign_ins.HASHER
    monkeypatch.setattr(sign_ins, "HASHER", Watched(hasher, writing))

    if address == "inloggen":
        wrong = live.test_client().post("/bord/inloggen", data={"email": email, "password": "een ander woord"})
        right = live.test_client().post("/bord/inloggen", data={"email": email, "password": PASSWORD})
        assert (wrong.status_code, right.status_code) == (422, 303)
    else:
        new = {"password": "een heel ander woord"}
        assert live.test_client().post(f"/bord/wachtwoord/{link}", data=new).status_code == 303
        changed = {"current": new["password"], "password": "nog een heel ander woord"}
        assert client_of(live, number).post("/bord/ik/wachtwoord", data=changed).status_code in {302, 303}
    assert writing
    assert not any(writing)


class Watched:
    """A hasher that notes whether others wait while it works."""

    def __init__(self, hasher: Any, writing: list[bool]) -> None:
        self.hasher, self.writing = hasher, writing

    def __getattr__(self, name: str) -> Callable[..., Any]:
        self.writing.append(db.is_writing())
        found: Callable[..., Any] = getattr(self.hasher, name)
        return found


def test_tries_that_come_at_once_are_all_counted(live: Flask) -> None:
    with db.transaction(live.extensions["engine"]) as session:
        ruth = Builder().person()
        sign_ins.set_password(ruth, PASSWORD)
        session.flush()
        email = ruth.email
    statuses: list[int] = []

    def guess(number: int) -> None:
        client: FlaskClient = live.test_client()
        typed = {"email": email, "password": f"gokje nummer {number}"}
        statuses.append(client.post("/bord/inloggen", data=typed).status_code)

    guesses = [threading.Thread(target=guess, args=(number,)) for number in range(12)]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join()

    assert sorted(statuses) == [422] * sign_ins.TRIES_PER_ACCOUNT + [429] * (12 - sign_ins.TRIES_PER_ACCOUNT)
    with db.opened(live.extensions["engine"]) as session:
        assert session.scalar(select(func.count()).select_from(SignInTry)) == 2 * sign_ins.TRIES_PER_ACCOUNT

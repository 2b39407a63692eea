"""Two colleagues do the same at the same moment: one is first, the other reads so, and nothing breaks."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from board import create_app, db, schema
from board.blocks.citizen.models import Signal
from board.config import load
from board.core import sign_ins
from board.core.cards import Card
from board.core.history import Change
from board.core.people import Person
from board.core.weeks import today
from tests.builders import Builder

TIMES = 6


@pytest.fixture(params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The app with connections of its own, so that two requests really are two transactions."""
    url = f"sqlite:///{tmp_path / 'live.sqlite'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    app = create_app(load({}, instance=tmp_path, secret_key="test", database_url=url))
    app.config.update(WTF_CSRF_ENABLED=False)
    schema.upgrade(app.extensions["engine"])
    yield app
    app.extensions["engine"].dispose()


def client_of(app: Flask, person_id: int) -> FlaskClient:
    with db.transaction(app.extensions["engine"]) as session:
        token = sign_ins.begin(session.get_one(Person, person_id), hours=12)
    client = app.test_client()
    with client.session_transaction(path="/bord") as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    return client


def at_once(*calls: Callable[[], TestResponse]) -> list[int]:
    """The statuses of calls that begin at the same moment."""
    together, statuses = threading.Barrier(len(calls)), [0] * len(calls)

    def run(number: int) -> None:
        together.wait()
        statuses[number] = calls[number]().status_code

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def test_a_signal_is_taken_up_by_one(live: Flask) -> None:
    with db.transaction(live.extensions["engine"]) as session:
        a = Builder()
        opgave = a.opgave()
        first, second = a.member(opgave).id, a.member(opgave).id
        heard = [Signal(text=f"Vraag {number}", heard_on=today()) for number in range(TIMES)]
        session.add_all(heard)
        session.flush()
        numbers = [signal.id for signal in heard]

    ours, theirs = client_of(live, first), client_of(live, second)
    for number in numbers:
        address = f"/bord/signalen/{number}/pak-op"
        statuses = at_once(partial(ours.post, address), partial(theirs.post, address))
        assert set(statuses) <= {303, 404, 409}, statuses

    with db.opened(live.extensions["engine"]) as session:
        claims = session.scalars(select(Change.thing_id).where(Change.kind == "signal", Change.verb == "changed")).all()
    assert sorted(claims) == numbers


def test_a_double_click_that_reaches_two_workers_makes_one_card(live: Flask) -> None:
    with db.transaction(live.extensions["engine"]):
        a = Builder()
        opgave = a.opgave(slug="schulden")
        ruth = a.member(opgave).id

    left, right = client_of(live, ruth), client_of(live, ruth)
    for number in range(TIMES):
        form = {"action": f"Bel {number}", "blok": "increments", "sleutel": f"sleutel-{number}"}
        address = "/bord/opgaven/schulden/kaarten/nieuw"
        statuses = at_once(partial(left.post, address, data=form), partial(right.post, address, data=form))
        assert statuses == [303, 303]

    with db.opened(live.extensions["engine"]) as session:
        actions = session.scalars(select(Card.action).order_by(Card.id)).all()
    assert actions == [f"Bel {number}" for number in range(TIMES)]

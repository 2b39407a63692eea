"""Two colleagues do the same at the same moment: one is first, the other reads so, and nothing breaks."""

from functools import partial

from flask import Flask
from sqlalchemy import select

from board import db
from board.blocks.citizen.models import Signal
from board.core.opgaven.cards import Card
from board.core.record.history import Change
from board.core.record.weeks import today
from tests.builders import Builder
from tests.together import at_once, client_of

TIMES = 6


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

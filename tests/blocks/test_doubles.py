"""The same pressed in two windows at once: it stands there once."""

from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board import db
from board.blocks.leadership.models import OwnSentence
from board.blocks.talents.models import LessonUse, TalentOffer, TalentRequest
from board.core.people.people import Person
from board.core.record.weeks import today
from tests import together
from tests.builders import Builder

TIMES = 4


def an_offer(a: Builder, session: Session) -> tuple[Person, str, dict[str, str]]:
    request = TalentRequest(opgave=a.opgave(), words="zingen", asked_on=today())
    session.add(request)
    session.flush()
    return a.person(), f"/bord/talenten/{request.id}/dat-kan-ik", {}


def a_use(a: Builder, session: Session) -> tuple[Person, str, dict[str, str]]:
    card, ours = a.card(a.opgave()), a.opgave("School")
    card.stop("Bel eerst.")
    session.flush()
    return a.member(of=ours), f"/bord/geleerd/{card.lesson_id}/gebruikt", {"where": f"o{ours.id}"}


def a_sentence(a: Builder, _session: Session) -> tuple[Person, str, dict[str, str]]:
    opgave = a.opgave()
    return a.lead(of=opgave), f"/bord/opgaven/{opgave.slug}/leiderschap/raakt-mij", {"touches": "Die tas."}


@pytest.mark.parametrize(("scene", "kind"), [(an_offer, TalentOffer), (a_use, LessonUse), (a_sentence, OwnSentence)])
def test_pressed_in_two_windows_it_stands_there_once(
    scene: Callable[[Builder, Session], tuple[Person, str, dict[str, str]]], kind: type[db.Base], live: Flask
) -> None:
    engine = live.extensions["engine"]
    for number in range(TIMES):
        with db.transaction(engine) as session:
            person, address, data = scene(Builder(), session)
            person_id = person.id
        windows: list[FlaskClient] = [together.client_of(live, person_id) for _ in range(2)]
        statuses = together.at_once(*(partial(window.post, address, data=data) for window in windows))
        assert set(statuses) <= {303, 409}, statuses
        with db.opened(engine) as session:
            assert session.scalar(select(func.count()).select_from(kind)) == number + 1

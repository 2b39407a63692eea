"""What a week showed stays what it showed, however often somebody looks and whatever is corrected later."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks import BLOCKS, weekly
from board.blocks.answers import Health
from board.blocks.citizen.models import Need
from board.blocks.weekly import WeekFact, cells, keep, last_weeks, stored_cells
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import sign
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.managers.review.keeping import KEPT
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
WEEK_30 = Week(2026, 30)


def at(day: date) -> time_machine.travel:
    return time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), tick=False)


def heard(session: Session, opgave: Opgave, day: date) -> Need:
    need = Need(
        opgave=opgave,
        text="Bel mij eerst",
        heard_on=day,
        noted_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )
    session.add(need)
    session.flush()
    return need


def test_week_30_seen_in_week_47_is_what_week_30_showed(a: Builder, session: Session) -> None:
    with at(WEEK_30.monday):
        opgave = a.opgave()
        need = heard(session, opgave, WEEK_30.monday)
    with at(WEEK_30.plus(1).monday):
        a.person()
        assert keep() > 0
        before = cells([opgave.id], last_weeks(WEEK_30))

    with at(Week(2026, 47).monday):
        need.remove()
        need.heard_on = date(2026, 1, 5)
        session.flush()
        after = cells([opgave.id], last_weeks(WEEK_30))

    assert before == after
    assert after[opgave.id, WEEK_30, "citizen"].progress.health is Health.ALIVE
    assert after[opgave.id, WEEK_30, "citizen"].progress.fact == {"heard": WEEK_30.monday}
    assert after[opgave.id, WEEK_30, "citizen"].news == 1


def test_keeping_twice_adds_nothing_and_changes_nothing(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    sign(opgave, "Ik lig wakker van de post.", a.person(), on=Week.now().plus(-3).monday)
    session.flush()

    assert keep() == 12 * len(BLOCKS)
    first = stored_cells([opgave.id], last_weeks(Week.now())[0])
    assert keep() == 0
    assert stored_cells([opgave.id], last_weeks(Week.now())[0]) == first


def test_judged_again_from_the_cards_it_says_the_same(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    for weeks in (1, 2, 5, 9):
        heard(session, opgave, Week.now().plus(-weeks).monday)
        a.result(a.card(opgave))
    live = cells([opgave.id], last_weeks(Week.now().plus(-1)))

    keep()

    assert cells([opgave.id], last_weeks(Week.now().plus(-1))) == live


def test_this_week_is_never_kept(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    keep()

    assert Week.now().code not in set(session.scalars(select(WeekFact.week)))
    assert (opgave.id, Week.now(), "why") in cells([opgave.id], last_weeks(Week.now()))


def test_many_opgaven_cost_as_many_questions_as_one(a: Builder, session: Session) -> None:
    one = [a.opgave().id]
    keep()
    with counting_queries() as for_one:
        cells(one, last_weeks(Week.now()))
    many = one + [a.opgave().id for _ in range(5)]
    keep()

    with counting_queries() as for_many:
        cells(many, last_weeks(Week.now()))

    assert for_many.number == for_one.number


def test_the_first_change_of_a_week_keeps_the_week_before_and_looking_keeps_nothing(
    a: Builder, sign_in: SignIn, session: Session, app: Flask
) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))
    del app.extensions[KEPT]

    client.get("/bord/voortgang")
    assert weekly.is_behind()
    client.post(f"/bord/opgaven/{opgave.slug}/inwoner", data={"text": "Bel mij eerst"})

    assert not weekly.is_behind()

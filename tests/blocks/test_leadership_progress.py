"""Leiderschap on a day in the past: a request waits from the day it was asked until anybody said anything."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.leadership.models import LeaderAnswer
from board.blocks.leadership.slots.board import living_answer
from board.blocks.leadership.slots.review import progress
from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Role
from board.core.record.history import Change
from board.core.record.weeks import today
from tests.builders import Builder
from tests.support.support_requests import ask


def ago(days: int) -> date:
    return today() - timedelta(days=days)


@pytest.mark.parametrize(
    ("asked", "answered", "day", "health"),
    [
        (20, None, 0, Health.ASKS),
        (20, None, 10, Health.ALIVE),
        (20, 3, 4, Health.ASKS),
        (20, 3, 3, Health.ALIVE),
        (20, 3, 0, Health.ALIVE),
        (2, None, 0, Health.ALIVE),
        (20, None, 21, Health.ALIVE),
    ],
)
def test_a_request_that_waits_too_long_asks_attention_from_then_until_its_first_answer(
    asked: int, answered: int | None, day: int, health: Health, a: Builder, session: Session
) -> None:
    opgave = a.opgave()
    _stood_always(a, opgave, session)
    request = ask(opgave, session, by=None, days=asked)
    if answered is not None:
        request.reply(LeaderAnswer.NOT_KNOWN, "Ik zoek het uit.", a.person(), ago(answered))
        session.flush()

    assert of_one(progress, opgave, ago(day)).health is health
    assert day or living_answer(opgave, today()).progress == of_one(progress, opgave, today())


def test_what_was_taken_back_still_waited_then(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    _stood_always(a, opgave, session)
    request = ask(opgave, session, by=None, days=30)
    request.removed_at = end_of(ago(5))
    session.flush()

    assert of_one(progress, opgave, ago(6)).fact["waiting"] == 3
    assert of_one(progress, opgave, today()).health is Health.ALIVE


def _stood_always(a: Builder, opgave: Opgave, session: Session) -> None:
    """A lead and a sponsor of whom no history tells, so that they were always there."""
    a.member(opgave, Role.LEAD)
    a.member(opgave, Role.SPONSOR)
    for row in session.scalars(select(Change).where(Change.kind == "membership")):
        session.delete(row)
    session.flush()

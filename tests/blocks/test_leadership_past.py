"""Leiderschap in the past: who led on a day is read from the history."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.leadership.queries.roles_in_the_past import roles_at, roles_on
from board.blocks.leadership.slots.review import progress
from board.blocks.shared.leaving import change_role, leave_team
from board.core.opgaven.opgaven import Opgave, team
from board.core.opgaven.teams import member
from board.core.people.people import Role
from board.core.record.history import Change
from board.core.record.weeks import now, today
from tests.builders import Builder
from tests.counting import counting_queries

LEAD, SPONSOR, MEMBER = "lead", "sponsor", "member"
MOMENT = datetime(2026, 11, 20, tzinfo=UTC)


def change(days: int, verb: str, before: str | None = None, after: str | None = None, thing: int = 1) -> Change:
    """A change of a membership, so many days before (or after) the moment that is asked."""
    fields: dict[str, Any] = {"role": [before, after]} if before or after else {}
    return Change(kind="membership", thing_id=thing, verb=verb, fields=fields, at=MOMENT - timedelta(days=days))


@pytest.mark.parametrize(
    ("today", "changes", "then"),
    [
        ({1: Role.LEAD}, [], {1: Role.LEAD}),
        ({1: Role.LEAD}, [change(5, "made", None, LEAD)], {1: Role.LEAD}),
        ({1: Role.LEAD}, [change(-5, "made", None, LEAD)], {}),
        ({1: Role.LEAD}, [change(5, "changed", MEMBER, LEAD)], {1: Role.LEAD}),
        ({1: Role.LEAD}, [change(-5, "changed", MEMBER, LEAD)], {1: Role.MEMBER}),
        ({1: Role.LEAD}, [change(-5, "changed")], {1: Role.LEAD}),
        (
            {1: Role.MEMBER},
            [
                change(9, "made", None, SPONSOR),
                change(5, "changed", SPONSOR, LEAD),
                change(-1, "changed", LEAD, MEMBER),
            ],
            {1: Role.LEAD},
        ),
        ({}, [change(9, "made", None, LEAD), change(5, "removed")], {}),
        ({}, [change(9, "made", None, LEAD), change(-5, "removed")], {1: Role.LEAD}),
        ({}, [change(9, "changed", LEAD, SPONSOR), change(-5, "removed")], {1: Role.SPONSOR}),
        ({}, [change(-5, "removed")], {}),
        (
            {2: Role.SPONSOR},
            [change(9, "made", None, LEAD), change(-2, "made", None, SPONSOR, thing=2)],
            {1: Role.LEAD},
        ),
    ],
)
def test_the_roles_at_a_moment(today: dict[int, Role], changes: list[Change], then: dict[int, Role]) -> None:
    assert roles_at(MOMENT, today, changes) == then


def long_ago(session: Session, opgave: Opgave, days: int) -> None:
    """Everything that happened to the team so far, happened so many days ago."""
    session.commit()  # what follows is a change of its own
    of_team = update(Change).where(Change.kind == "membership", Change.opgave_id == opgave.id)
    session.execute(of_team.values(at=now() - timedelta(days=days)), execution_options={"synchronize_session": False})
    session.expire_all()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def test_a_role_counts_from_the_day_it_was_given(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    long_ago(session, opgave, days=30)
    a.sponsor(of=opgave)

    assert roles_on([opgave.id], ago(31))[opgave.id] == frozenset()
    assert roles_on([opgave.id], ago(10))[opgave.id] == {Role.LEAD}
    assert roles_on([opgave.id], today())[opgave.id] == {Role.LEAD, Role.SPONSOR}
    assert [of_one(progress, opgave, day).health for day in (ago(31), ago(10), today())] == [
        Health.QUIET,
        Health.ASKS,
        Health.ALIVE,
    ]


def test_who_changed_role_or_left_still_led_then(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    first, sponsor = a.member(opgave, Role.LEAD), a.sponsor(of=opgave)
    long_ago(session, opgave, days=30)
    numbers = {one.person_id: one.id for one in team(opgave)}
    change_role(member(opgave, numbers[first.id]), Role.MEMBER)
    leave_team(member(opgave, numbers[sponsor.id]))
    session.flush()

    assert roles_on([opgave.id], ago(10))[opgave.id] == {Role.LEAD, Role.SPONSOR}
    assert roles_on([opgave.id], today())[opgave.id] == {Role.LEAD, Role.MEMBER}


def test_a_team_without_any_history_was_always_there(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    session.flush()
    for row in session.scalars(select(Change).where(Change.kind == "membership")):
        session.delete(row)
    session.flush()

    assert roles_on([opgave.id], ago(300))[opgave.id] == {Role.LEAD}


def test_the_past_takes_as_many_questions_for_a_large_team(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    session.flush()

    def asked() -> int:
        with counting_queries() as queries:
            of_one(progress, opgave, ago(20))
        return queries.number

    few = asked()
    for _ in range(12):
        a.member(of=opgave)
    assert asked() == few == 3

"""A clock that is wrong for a while does not change the past for good: of the weeks, and of what was kept of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.blocks.answers import Health
from board.blocks.weekly import BlockWeek, WeekFact, cells, is_behind, keep, last_over, last_weeks
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.history import CHANGES, LATELY
from board.core.record.weeks import Week
from board.managers.review.keeping import KEPT
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
# A Wednesday on which all is well.
WEEK = Week(2026, 40)
TWO_MONTHS, FOUR_HUNDRED_DAYS = timedelta(days=62), timedelta(days=-400)


def on_wednesday_of(week: Week, wrong: timedelta = timedelta()) -> time_machine.travel:
    return time_machine.travel(datetime.combine(week.monday, datetime.min.time(), UTC) + timedelta(days=2.5) + wrong)


def start() -> None:
    """What `opgavebord serve` and `migrate` do with the weeks."""
    if is_behind():
        keep()


def change_something(app: Flask, client: Client, opgave: Opgave) -> None:
    """As somebody does in a process that just began."""
    app.extensions.pop(KEPT, None)
    answer = client.post(f"/bord/opgaven/{opgave.slug}/inwoner", data={"text": "Bel mij eerst"})
    assert answer.status_code == 303


def kept_weeks(session: Session) -> set[int]:
    return set(session.scalars(select(WeekFact.week)))


def everything_kept(session: Session) -> set[str]:
    return set(map(str, session.execute(select(WeekFact.opgave_id, WeekFact.week, WeekFact.block, WeekFact.kept_at))))


def small(opgave: Opgave, week: Week) -> BlockWeek:
    return cells([opgave.id], last_weeks(week))[opgave.id, week, "increments"]


def working(a: Builder, until: Week, weeks: int = 5) -> Opgave:
    """An opgave that laid a brick in each of the last weeks, each of which was kept when it was over."""
    with on_wednesday_of(until.plus(1 - weeks)):
        opgave = a.opgave()
    for step in range(1 - weeks, 1):
        with on_wednesday_of(until.plus(step)):
            a.result(a.card(opgave))
            keep()
    return opgave


def test_a_start_with_a_clock_that_runs_ahead_ends_no_week(a: Builder, session: Session) -> None:
    opgave = working(a, until=WEEK)
    before = everything_kept(session)

    with on_wednesday_of(WEEK, wrong=TWO_MONTHS):
        start()
    assert everything_kept(session) == before

    with on_wednesday_of(WEEK.plus(3)):
        start()
        a.result(a.card(opgave))
    with on_wednesday_of(WEEK.plus(4)):
        start()
        a.result(a.card(opgave))
        keep()
        assert small(opgave, WEEK.plus(3)).progress.health is Health.ALIVE
        assert small(opgave, WEEK.plus(3)).news == 1
        assert small(opgave, WEEK.plus(2)).news == 0


def test_what_was_done_while_the_clock_ran_ahead_ends_a_week_only_until_it_is_right(
    a: Builder, session: Session, app: Flask, sign_in: SignIn
) -> None:
    opgave = working(a, until=WEEK)
    with on_wednesday_of(WEEK):
        member = a.member(opgave)
    with on_wednesday_of(WEEK, wrong=TWO_MONTHS):
        change_something(app, sign_in(member), opgave)
    assert WEEK.plus(2).code in kept_weeks(session)

    with on_wednesday_of(WEEK.plus(1)):
        a.result(a.card(opgave))
        assert small(opgave, WEEK).news == 1, "what was kept too early is not read either"
        start()
        assert max(kept_weeks(session)) == WEEK.code
    with on_wednesday_of(WEEK.plus(2)):
        a.person()
        start()
        assert small(opgave, WEEK.plus(1)).news == 1


def test_weeks_that_an_older_version_kept_too_early_are_thrown_away_when_somebody_changes_something(
    a: Builder, session: Session, app: Flask, sign_in: SignIn
) -> None:
    opgave = working(a, until=WEEK)
    with on_wednesday_of(WEEK):
        member, kept_at = a.member(opgave), datetime.combine(WEEK.plus(9).monday, datetime.min.time(), UTC)
        to_come = {"opgave_id": opgave.id, "health": Health.QUIET, "fact": {}, "news": 0, "kept_at": kept_at}
        early = [{**to_come, "week": WEEK.plus(n).code, "block": one.key} for n in range(9) for one in BLOCKS]
        session.bulk_insert_mappings(WeekFact, early)
        session.commit()

    with on_wednesday_of(WEEK.plus(2)):
        change_something(app, sign_in(member), opgave)

        assert max(kept_weeks(session)) == WEEK.plus(1).code
        assert small(opgave, WEEK).news == 1


@pytest.mark.parametrize("days", [400, 20])
@pytest.mark.parametrize("weeks", [5, 1])
def test_a_clock_that_runs_behind_keeps_nothing_and_throws_nothing_away(
    a: Builder, session: Session, app: Flask, sign_in: SignIn, days: int, weeks: int
) -> None:
    opgave = working(a, WEEK, weeks)
    with on_wednesday_of(WEEK):
        member = a.member(opgave)
        before = everything_kept(session)

    with on_wednesday_of(WEEK, wrong=timedelta(days=-days)):
        start()
        assert everything_kept(session) == before
        change_something(app, sign_in(member), opgave)
        start()

    assert everything_kept(session) == before
    with on_wednesday_of(WEEK.plus(1)):
        a.person()
        start()
        assert everything_kept(session) > before
        assert small(opgave, WEEK).news == 1


def test_also_after_much_work_by_a_clock_that_runs_behind_real_weeks_stay(a: Builder, session: Session) -> None:
    working(a, until=WEEK)
    with on_wednesday_of(WEEK):
        before = everything_kept(session)

    with on_wednesday_of(WEEK, wrong=FOUR_HUNDRED_DAYS):
        for _ in range(LATELY):
            a.person()
        start()

    assert everything_kept(session) >= before


def test_after_quiet_weeks_the_first_change_keeps_them_all(
    a: Builder, session: Session, app: Flask, sign_in: SignIn
) -> None:
    opgave = working(a, until=WEEK)
    with on_wednesday_of(WEEK):
        member = a.member(opgave)

    with on_wednesday_of(WEEK.plus(6)):
        start()
        assert max(kept_weeks(session)) == WEEK.plus(-1).code
        assert not is_behind(), "each start would judge them again"
        change_something(app, sign_in(member), opgave)

    assert max(kept_weeks(session)) == WEEK.plus(5).code


def test_who_only_signs_in_leaves_the_week_for_whoever_changes_something(
    a: Builder, session: Session, app: Flask, sign_in: SignIn
) -> None:
    opgave = working(a, until=WEEK)
    with on_wednesday_of(WEEK):
        member = a.member(opgave)

    with on_wednesday_of(WEEK.plus(1)):
        client = sign_in(member)
        app.extensions.pop(KEPT, None)
        client.post("/bord/uitloggen")
        assert max(kept_weeks(session)) == WEEK.plus(-1).code
        client = sign_in(member)
        client.post(f"/bord/opgaven/{opgave.slug}/inwoner", data={"text": "Bel mij eerst"})
        assert max(kept_weeks(session)) == WEEK.code


def test_a_database_in_which_nothing_ever_happened_has_no_week_that_is_over(session: Session) -> None:
    assert last_over() is None
    assert not is_behind()
    assert keep() == 0


def test_the_newest_change_need_not_be_the_last_that_was_written(a: Builder, session: Session) -> None:
    """A load writes its history in another order than it happened."""
    a.opgave()
    a.person()
    newest = select(func.max(CHANGES.c.id)).scalar_subquery()
    session.execute(update(CHANGES).where(CHANGES.c.id == newest).values(at=datetime(2020, 1, 1, tzinfo=UTC)))

    assert last_over() == Week.now().plus(-1)


def test_what_the_history_saw_last_is_one_question_about_a_hundred_changes(a: Builder, session: Session) -> None:
    a.opgave()
    session.commit()
    with counting_queries() as queries:
        assert last_over() == Week.now().plus(-1)

    assert queries.number == 1
    assert "LIMIT" in queries.asked[0]

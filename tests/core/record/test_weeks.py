"""ISO weeks as the calendar knows them, at the year's edges too."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from board.core.record.weeks import Week, now, today

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 28), "2026-53"),
        (date(2027, 1, 3), "2026-53"),
        (date(2027, 1, 4), "2027-01"),
        (date(2024, 12, 30), "2025-01"),
        (date(2021, 1, 1), "2020-53"),
        (date(2026, 11, 22), "2026-47"),
    ],
)
def test_a_day_belongs_to_the_week_that_holds_its_thursday(day: date, week: str) -> None:
    assert str(Week.of(day)) == week


@given(days)
def test_a_week_survives_being_written_and_read(day: date) -> None:
    week = Week.of(day)

    assert Week.parse(str(week)) == Week.from_code(week.code) == week
    assert week.monday <= day <= week.sunday


@given(days, st.integers(-200, 200))
def test_going_some_weeks_on_and_counting_them_agree(day: date, weeks: int) -> None:
    week = Week.of(day)

    assert week.plus(weeks).since(week) == weeks
    assert (week.plus(weeks).code > week.code) == (weeks > 0)


@pytest.mark.parametrize("text", ["2026-54", "2027-53", "2026-00", "2026", "x", "", "2026-4a", "٢٠٢٦-٤٧", "20264700"])
def test_what_is_no_week_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Week.parse(text)


def test_late_on_sunday_in_amsterdam_it_is_already_monday_there() -> None:
    with time_machine.travel(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), tick=False):
        assert today() == date(2026, 11, 23)
        assert Week.now() == Week(2026, 48)
        assert now().tzinfo is UTC

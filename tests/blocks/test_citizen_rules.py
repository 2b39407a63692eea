"""The rules of the second block as pure sums: when it lives, and how long a claim holds."""

from datetime import date, timedelta

import pytest

from board.blocks.answers import Health
from board.blocks.citizen.models import PLACES
from board.blocks.citizen.rules import is_workday, judge, last_day_of_claim
from board.blocks.shared import occasion_fields

NOW = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("age", "weeks", "health"),
    [
        (None, 3, Health.QUIET),
        (0, 3, Health.ALIVE),
        (21, 3, Health.ALIVE),
        (22, 3, Health.ASKS),
        (22, 4, Health.ALIVE),
        (1, 0, Health.ASKS),
    ],
)
def test_a_need_is_fresh_for_as_many_weeks_as_the_setting_says(age: int | None, weeks: int, health: Health) -> None:
    heard = None if age is None else NOW - timedelta(days=age)

    assert judge(heard, NOW, weeks).health is health


@pytest.mark.parametrize(
    ("claimed_on", "last_day"),
    [
        (date(2026, 11, 16), date(2026, 11, 30)),  # Monday to Monday
        (date(2026, 11, 20), date(2026, 12, 4)),  # Friday to Friday
        (date(2026, 11, 21), date(2026, 12, 4)),  # on Saturday the first working day is Monday
        (date(2026, 11, 22), date(2026, 12, 4)),  # and on Sunday
        (date(2026, 12, 18), date(2027, 1, 1)),  # into the new year, in which week 53 lies
        (date(2026, 12, 31), date(2027, 1, 14)),
        (date(2027, 12, 24), date(2028, 1, 7)),
        (date(2028, 2, 18), date(2028, 3, 3)),  # over 29 February
        (date(2027, 2, 19), date(2027, 3, 5)),  # and where there is none
        (date(2026, 3, 20), date(2026, 4, 3)),  # the clock goes forward
        (date(2026, 10, 16), date(2026, 10, 30)),  # and back
    ],
)
def test_ten_working_days_later(claimed_on: date, last_day: date) -> None:
    assert last_day_of_claim(claimed_on, 10) == last_day


@pytest.mark.parametrize(
    ("claimed_on", "workdays", "last_day"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 19), 1, date(2026, 11, 20)),
        (date(2026, 11, 16), 5, date(2026, 11, 23)),
        (date(2026, 11, 20), 15, date(2026, 12, 11)),
    ],
)
def test_another_organisation_takes_more_or_less_time(claimed_on: date, workdays: int, last_day: date) -> None:
    assert last_day_of_claim(claimed_on, workdays) == last_day


@pytest.mark.parametrize("start", [date(2026, 12, 1) + timedelta(days=n) for n in range(60)])
def test_a_claim_never_ends_in_a_weekend_and_ten_workdays_lie_in_between(start: date) -> None:
    end = last_day_of_claim(start, 10)

    assert is_workday(end)
    assert sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1)) == 10


def test_each_place_where_something_is_heard_has_words() -> None:
    assert set(occasion_fields.PLACES) == {"", *PLACES}

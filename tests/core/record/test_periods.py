"""Periods: a year, its quarters, and four months at a time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from board.core.record.periods import Period, Span

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
spans = st.sampled_from(Span)


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-k3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2024-k1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-v1", date(2024, 1, 1), date(2024, 4, 30)),
        ("2026-v2", date(2026, 5, 1), date(2026, 8, 31)),
        ("2026-v3", date(2026, 9, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(key: str, first: date, last: date) -> None:
    period = Period.parse(key)

    assert (period.first, period.last, period.key) == (first, last, key)


@given(days)
def test_every_day_lies_in_exactly_one_quarter_of_its_year(day: date) -> None:
    quarters = [Period(day.year, Span.QUARTER, number) for number in (1, 2, 3, 4)]

    assert [one for one in quarters if one.first <= day <= one.last] == [Period.of(day, Span.QUARTER)]


@given(st.integers(2000, 2099), spans)
def test_periods_of_one_length_tile_the_year(year: int, span: Span) -> None:
    period, whole = Period(year, span), Period(year)
    tiles = [period := period.next if tile else period for tile in range(12 // span.months)]

    assert tiles[0].first == whole.first
    assert tiles[-1].last == whole.last
    for before, after in pairwise(tiles):
        assert after.first == before.last + timedelta(days=1)


@given(days, spans)
def test_a_period_survives_being_written_and_read(day: date, span: Span) -> None:
    period = Period.of(day, span)

    assert Period.parse(period.key) == period
    assert period.first <= day <= period.last


@given(days, spans)
def test_the_one_after_the_one_before_is_where_we_were(day: date, span: Span) -> None:
    period = Period.of(day, span)

    assert period.next.previous == period == period.previous.next


@given(days, spans, spans)
def test_a_period_of_another_length_overlaps(day: date, span: Span, other: Span) -> None:
    period = Period.of(day, span)
    shown = period.over(other)

    assert shown.span is other
    assert shown.first <= period.last
    assert period.first <= shown.last


@pytest.mark.parametrize(
    "text",
    [None, "", "x", "1999", "20261", "2026-k5", "2026-v4", "2026-k0", "2026-", "2026-1", "2026-K1", "٢٠٢٦", "2026\n"],
)
def test_nonsense_is_this_year(text: str | None) -> None:
    with time_machine.travel(date(2031, 3, 3)):
        assert Period.parse(text) == Period(2031)


@time_machine.travel(date(2026, 11, 22))
def test_another_length_shows_today_as_long_as_the_period_lasts() -> None:
    assert Period(2026).over(Span.QUARTER).key == "2026-k4"
    assert Period(2025).over(Span.QUARTER).key == "2025-k4"
    assert Period(2026, Span.QUARTER, 2).over(Span.FOUR_MONTHS).key == "2026-v2"


@time_machine.travel(date(2026, 11, 22))
def test_there_is_nothing_before_the_century_nor_after_today() -> None:
    assert [Period(year).is_oldest for year in (2000, 2001)] == [True, False]
    assert Period(2000, Span.QUARTER).is_oldest
    assert [Period(year).has_begun for year in (2026, 2027)] == [True, False]


@pytest.mark.parametrize(
    ("day", "year"), [("2027-01-03", 2026), ("2027-03-31", 2026), ("2027-04-02", 2027), ("2026-11-22", 2026)]
)
def test_in_its_first_months_a_council_asks_about_the_year_before(day: str, year: int) -> None:
    with time_machine.travel(day):
        assert Period.usual() == Period(year)

"""A minute of reading out of a year of results: by rule, and honest about what did not work out."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.core.opgaven.results import Outcome
from board.managers.council.choosing import SHOWN, a_fair_few, shares_of
from board.public.queries.date_range import ResultInRange

outcomes = st.lists(st.sampled_from(Outcome), max_size=80)


def bricks(found: list[Outcome]) -> list[ResultInRange]:
    return [
        ResultInRange(1, number, one, date(2026, 1, 1) + timedelta(days=number * 4)) for number, one in enumerate(found)
    ]


@given(outcomes)
def test_no_more_than_fits_and_nothing_left_out_that_fits(found: list[Outcome]) -> None:
    few = a_fair_few(bricks(found))

    assert len(few) == min(SHOWN, len(found))
    assert few == sorted(few, key=lambda one: one.number)
    assert len(set(few)) == len(few)


@given(outcomes)
def test_what_did_not_work_out_is_never_left_out(found: list[Outcome]) -> None:
    assert {one.outcome for one in a_fair_few(bricks(found))} == set(found)


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((60, 0, 0), (8, 0, 0)),
        ((58, 1, 1), (6, 1, 1)),
        ((30, 15, 15), (4, 2, 2)),
        ((2, 0, 58), (1, 0, 7)),
        ((3, 2, 1), (3, 2, 1)),
    ],
)
def test_each_outcome_keeps_its_share(counts: tuple[int, ...], shares: tuple[int, ...]) -> None:
    found = shares_of(Counter(dict(zip(Outcome, counts, strict=True))), SHOWN)

    assert tuple(found.get(outcome, 0) for outcome in Outcome) == shares


def test_they_are_spread_over_the_whole_year() -> None:
    few = a_fair_few(bricks([Outcome.SUCCEEDED] * 80))

    assert few[0].happened_on < date(2026, 2, 1)
    assert few[-1].happened_on > date(2026, 10, 1)
    assert len({one.happened_on.month for one in few}) == SHOWN

"""The words around a week: who signs them, when inwoners read them, and what comes first."""

import pytest

from board.core.publishing.week_pages import WeekPage, move_result, week_page
from board.core.record.weeks import Week
from board.db import session
from tests.builders import Builder


@pytest.fixture
def page(a: Builder) -> WeekPage:
    made = week_page(Week(2026, 47))
    session.add(made)
    return made


def test_who_writes_signs_and_who_only_looks_does_not(a: Builder, page: WeekPage) -> None:
    first, second = a.person("Ruth Pinas"), a.person("Femke Bruinsma")
    page.write("Het was een goede week.", first)
    page.write("Het was een goede week.", second)
    assert page.written_by is first

    page.write("Het was een heel goede week.", second)
    assert page.written_by is second


def test_without_words_there_is_nothing_to_sign_or_to_show(a: Builder, page: WeekPage) -> None:
    page.show()
    assert page.public_since is None
    page.write("Goed.", a.person())
    page.show()
    assert page.public_since is not None

    page.write("", a.person())

    assert (page.written_by, page.public_since) == (None, None)


def test_a_page_is_found_again_by_its_week(a: Builder, page: WeekPage) -> None:
    page.write("Goed.", a.person())
    session.flush()

    assert week_page(Week(2026, 47)) is page
    assert week_page(Week(2026, 48)).introduction == ""


def test_what_i_do_not_see_keeps_its_place(page: WeekPage) -> None:
    page.order = [9, 1, 8, 2]

    page.arrange([2, 1, 3])

    assert page.order == [9, 2, 8, 1, 3]


SECTIONS = [[1, 2, 3], [4, 5]]


@pytest.mark.parametrize(
    ("this", "before", "whole", "expected"),
    [
        (2, 1, False, [2, 1, 3, 4, 5]),
        (3, 2, False, [1, 3, 2, 4, 5]),
        (1, 3, False, [2, 1, 3, 4, 5]),
        (4, 1, True, [4, 5, 1, 2, 3]),
        (1, 4, True, [1, 2, 3, 4, 5]),
        (4, 1, False, [1, 2, 3, 4, 5]),
        (1, 2, True, [1, 2, 3, 4, 5]),
        (1, 1, False, [1, 2, 3, 4, 5]),
        (7, 1, False, [1, 2, 3, 4, 5]),
        (1, 7, True, [1, 2, 3, 4, 5]),
    ],
)
def test_one_goes_right_before_another_and_twice_is_the_same(
    this: int, before: int, whole: bool, expected: list[int]
) -> None:
    once = move_result(SECTIONS, this, before, whole)

    assert once == expected
    again = [once[:3], once[3:]] if once[0] in SECTIONS[0] else [once[:2], once[2:]]
    assert move_result(again, this, before, whole) == once

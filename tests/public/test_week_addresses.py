"""Each ISO week has one permanent address, also around New Year; weeks that do not exist have none."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.builders import Builder
from tests.client import Client

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FEBRUARY = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("code", ["2026-54", "2027-53", "2026-00", "2026-7", "202647", "0001-01", "later", "2026-4x"])
def test_a_week_that_no_calendar_has_is_not_here(visitor: Client, code: str) -> None:
    with time_machine.travel(FEBRUARY, tick=False):
        assert visitor.get(f"/week/{code}").status_code == 404


def test_a_week_to_come_is_not_here(visitor: Client) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        assert visitor.get("/week/2026-47").status_code == 200
        assert visitor.get("/week/2026-48").status_code == 404


def test_a_week_as_iso_writes_it_leads_to_its_own_address(visitor: Client) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        found = visitor.get("/week/2026-W05")
        assert (found.status_code, found.headers["Location"]) == (301, "/week/2026-05")
        for code in ("2026-W48", "2026-W54", "2026-W5", "2026-w05", "W05"):
            assert visitor.get(f"/week/{code}").status_code == 404, code


@pytest.mark.parametrize(
    ("day", "code", "days"),
    [
        (date(2026, 12, 28), "2026-53", "28 december 2026 t/m 3 januari 2027"),
        (date(2027, 1, 3), "2026-53", "28 december 2026 t/m 3 januari 2027"),
        (date(2027, 1, 4), "2027-01", "4 t/m 10 januari 2027"),
        (date(2021, 1, 1), "2020-53", "28 december 2020 t/m 3 januari 2021"),
    ],
)
def test_a_day_at_the_edge_of_the_year_stands_in_its_iso_week(
    a: Builder, visitor: Client, day: date, code: str, days: str
) -> None:
    a.public_result(a.opgave(), "De bus rijdt weer.", happened_on=day)

    with time_machine.travel(FEBRUARY, tick=False):
        page = visitor.get(f"/week/{code}").text

    assert "De bus rijdt weer." in page
    assert days in page


def test_around_new_year_the_weeks_lead_to_each_other(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for day in (date(2026, 12, 21), date(2026, 12, 28), date(2027, 1, 4)):
        a.public_result(opgave, happened_on=day)

    with time_machine.travel(FEBRUARY, tick=False):
        page = visitor.get("/week/2026-53").text

    assert 'href="/week/2026-52" rel="prev"' in page
    assert 'href="/week/2027-01" rel="next"' in page
    assert "Week 52 van 2026" in page


def test_the_neighbours_are_the_nearest_weeks_with_results(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for day in (date(2026, 1, 5), date(2026, 6, 1), date(2026, 11, 2)):
        a.public_result(opgave, happened_on=day)

    with time_machine.travel(FRIDAY, tick=False):
        page = visitor.get("/week/2026-23").text
        empty = visitor.get("/week/2026-30").text

    assert 'href="/week/2026-02" rel="prev"' in page
    assert 'href="/week/2026-45" rel="next"' in page
    assert 'href="/week/2026-23" rel="prev"' in empty
    assert "Deze week was er geen resultaat." in empty


def test_the_front_page_is_the_newest_week_and_says_which(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave, "Dit was eerder.", happened_on=date(2026, 10, 5))
    a.public_result(opgave, "Dit is nieuw.", happened_on=date(2026, 11, 10))

    with time_machine.travel(FRIDAY, tick=False):
        page = visitor.get("/").text

    assert "Wat we deze week deden" in page
    assert "Dit is nieuw." in page
    assert "Dit was eerder." not in page
    assert '<link rel="canonical" href="http://127.0.0.1:8000/week/2026-46">' in page
    assert "dit is de nieuwste week" in page


def test_this_week_may_still_get_its_first_result(visitor: Client) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        assert "Deze week is er nog geen resultaat." in visitor.get("/week/2026-47").text
        assert "Deze week is er nog geen resultaat." in visitor.get("/").text


def test_all_weeks_with_results_stand_together(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for day in (date(2026, 11, 17), date(2026, 11, 18), date(2020, 12, 31)):
        a.public_result(opgave, happened_on=day)

    with time_machine.travel(FRIDAY, tick=False):
        page = " ".join(visitor.get("/weken").text.split())

    assert 'href="/week/2026-47">Week 47</a>, 16 t/m 22 november 2026: 2 resultaten' in page
    assert 'href="/week/2020-53">Week 53</a>, 28 december 2020 t/m 3 januari 2021: 1 resultaat' in page

"""What a public page may cost: few questions to the database, few bytes, and nothing when nothing changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from board.config import files
from board.core.people.people import Visibility
from board.core.record.weeks import Week
from board.db import session
from board.web.assets import asset
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

LONG = "U belt ons en krijgt dezelfde dag een mens aan de lijn die u verder helpt. " * 3


def fill(a: Builder, opgaven: int, results: int) -> str:
    """Public opgaven with results of different people this week. The slug of the last."""
    slug = ""
    for number in range(opgaven):
        opgave = a.opgave(f"Opgave {number}")
        slug = opgave.slug
        for _ in range(results):
            owner = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FULL, job_title="jurist")
            a.public_result(opgave, LONG[:200], deed=LONG[:150], lesson=LONG[:150], owner=owner)
    return slug


@pytest.mark.parametrize(("opgaven", "results"), [(1, 1), (4, 6)])
def test_a_week_asks_four_questions_however_much_happened(
    a: Builder, visitor: Client, opgaven: int, results: int
) -> None:
    fill(a, opgaven, results)
    session.expunge_all()

    for address in ("/", f"/week/{Week.now()}"):
        with counting_queries() as queries:
            assert visitor.get(address).status_code == 200
        assert queries.number <= 4, queries.asked


@pytest.mark.parametrize(("opgaven", "results"), [(1, 1), (4, 6)])
def test_no_page_asks_more_when_more_happened(a: Builder, visitor: Client, opgaven: int, results: int) -> None:
    slug = fill(a, opgaven, results)
    session.expunge_all()

    for address, most in {"/opgaven": 3, f"/opgaven/{slug}": 5, "/weken": 2, "/feed.atom": 3}.items():
        with counting_queries() as queries:
            assert visitor.get(address).status_code == 200
        assert queries.number <= most, queries.asked


@pytest.mark.parametrize("address", ["/", "/opgaven", "/weken", "/feed.atom", "page"])
def test_who_already_has_the_page_costs_one_question(a: Builder, visitor: Client, address: str) -> None:
    slug = fill(a, 1, 2)
    address = f"/opgaven/{slug}" if address == "page" else address
    first = visitor.get(address)

    with counting_queries() as queries:
        again = visitor.get(address, headers={"If-None-Match": first.headers["ETag"], "Accept-Encoding": "gzip"})

    assert again.status_code == 304
    assert not again.data
    assert queries.number == 1
    for response in (first, again):
        assert response.headers["ETag"].startswith("W/")
        assert response.headers["Cache-Control"] == "public, no-cache"


def test_a_new_day_is_a_new_page(a: Builder, visitor: Client) -> None:
    sunday, monday = (datetime(2026, 11, day, 12, 0, tzinfo=UTC) for day in (22, 23))
    with time_machine.travel(sunday, tick=False):
        etag = visitor.get("/week/2026-47").headers["ETag"]
    with time_machine.travel(monday, tick=False):
        assert visitor.get("/week/2026-47", headers={"If-None-Match": etag}).status_code == 200


def test_a_tombstone_has_no_etag_and_is_kept_shortly(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave())
    result.withdraw("Er stond een naam in.")
    session.flush()

    response = visitor.get(f"/resultaten/{result.id}")

    assert "ETag" not in response.headers
    assert "no-cache" in response.headers["Cache-Control"]


def test_a_week_with_twelve_results_weighs_little(a: Builder, visitor: Client) -> None:
    fill(a, 3, 4)

    page = len(visitor.get("/").data)
    style = (files("static") / Path(asset("public-voorbeeld.css")).relative_to("/static")).stat().st_size

    assert page + style <= 60_000, (page, style)

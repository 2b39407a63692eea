"""The newest week on the organisation's own site: framed there and nowhere else, and small."""

import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.opgaven.results import Outcome
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.counting import counting_queries

ADDRESS = "/week/nu/ingesloten"
HOSTS = ("https://www.lindewaard.example", "https://intranet.lindewaard.example:8443")


@pytest.fixture
def framed(settings: Settings, connection: Connection, session: object) -> Client:
    """Somebody who reads on the organisation's own site."""
    made: Flask = app_on(connection, replace(settings, embed_hosts=HOSTS))
    client = made.test_client()
    assert isinstance(client, Client)
    return client


def test_only_the_named_sites_may_frame_it(a: Builder, framed: Client) -> None:
    a.public_result(a.opgave())
    first = framed.get(ADDRESS)
    again = framed.get(ADDRESS, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    for response in (first, framed.get(ADDRESS), again):
        policy = response.headers["Content-Security-Policy"]
        assert f"frame-ancestors {' '.join(HOSTS)};" in f"{policy};"
        assert "script-src" not in policy
        assert "X-Frame-Options" not in response.headers


def test_every_other_page_stays_out_of_frames(a: Builder, framed: Client) -> None:
    opgave = a.opgave()
    for address in ("/", f"/opgaven/{opgave.slug}", "/open-data", "/feed.atom", "/bord/inloggen", "/week/nu"):
        headers = framed.get(address).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], address
        assert headers["X-Frame-Options"] == "DENY"


def test_without_a_named_site_it_is_not_there_and_says_so(visitor: Client) -> None:
    response = visitor.get(ADDRESS)

    assert response.status_code == 404
    assert "Er is nog geen site waar dat mag" in response.text
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_it_shows_the_newest_week_and_its_links_open_outside_the_frame(a: Builder, framed: Client) -> None:
    opgave = a.opgave("Schulden")
    result = a.public_result(opgave, "U krijgt één brief.")
    a.public_result(opgave, "Dit lukte niet.", outcome=Outcome.LEARNED, lesson="eerst bellen.")

    page = framed.get(ADDRESS).text

    links = re.findall(r"<a ([^>]*)>", page)
    assert f'href="/resultaten/{result.id}" target="_top"' in links
    assert all('target="_top"' in link for link in links)
    assert "Niet gelukt, wel geleerd" in page
    assert "<script" not in page
    assert "Set-Cookie" not in framed.get(ADDRESS).headers
    assert re.findall(r"<h(\d)", page) == ["1", "2"]


def test_a_withdrawn_result_leaves_the_frame(a: Builder, framed: Client) -> None:
    result = a.public_result(a.opgave(), "U krijgt één brief.")
    assert "één brief" in framed.get(ADDRESS).text

    result.withdraw("Het klopte niet.")
    session.flush()

    assert "één brief" not in framed.get(ADDRESS).text


def test_it_costs_three_questions_and_one_when_nothing_changed(a: Builder, framed: Client) -> None:
    for number in range(3):
        a.public_result(a.opgave(f"Opgave {number}"))
    session.expunge_all()

    with counting_queries() as queries:
        etag = framed.get(ADDRESS).headers["ETag"]
    assert queries.number <= 4, queries.asked
    with counting_queries() as queries:
        assert framed.get(ADDRESS, headers={"If-None-Match": etag}).status_code == 304
    assert queries.number == 1

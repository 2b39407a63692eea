"""What search engines get: every public address, with the day it changed, and nothing of the work."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from board.core.opgaven.opgaven import Audience
from board.core.opgaven.results import Outcome
from board.core.record.weeks import Week, today
from board.db import session as db
from board.public.routes import sitemap
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

BASE = "http://127.0.0.1:8000"
SITEMAP = {"s": sitemap.NAMESPACE}


def addresses(visitor: Client, path: str = "/sitemap.xml", of: str = "url") -> dict[str, str]:
    """{address: the day it changed, or nothing}"""
    response = visitor.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.data)  # noqa: S314  our own
    found = [(one.findtext("s:loc", "", SITEMAP), one) for one in root.findall(f"s:{of}", SITEMAP)]
    assert len(dict(found)) == len(found), "no address stands twice"
    return {address: one.findtext("s:lastmod", "", SITEMAP) for address, one in found}


def test_each_public_page_is_in_it_and_is_really_there(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden", slug="schulden")
    result = a.public_result(opgave)
    found = addresses(visitor)

    pages = {"/", "/weken", "/opgaven", "/toegankelijkheid", "/privacy", "/opgaven/schulden"}
    pages |= {f"/week/{Week.now()}", f"/resultaten/{result.id}"}
    assert {address.removeprefix(BASE) for address in found} == pages
    for page in pages:
        assert visitor.get(page).status_code == 200


def test_what_is_not_public_is_not_in_it(a: Builder, visitor: Client) -> None:
    hidden, shown = a.opgave("Geheim", slug="geheim"), a.opgave("Open", slug="open")
    a.public_result(hidden)
    withdrawn = a.public_result(shown)
    withdrawn.withdraw("Er stond een naam in.")
    draft = a.result(a.card(shown))
    hidden.visibility = Audience.INTERNAL
    db.flush()
    text = "".join(addresses(visitor))

    assert "geheim" not in text
    assert f"/resultaten/{withdrawn.id}" not in text
    assert f"/resultaten/{draft.id}" not in text
    assert "/week/" not in text
    assert "/bord" not in text


def test_a_change_is_told_with_its_moment(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(slug="schulden")
    result = a.public_result(opgave)
    before = addresses(visitor)[f"{BASE}/resultaten/{result.id}"]
    result.edit("U krijgt geen brief meer.", Outcome.SUCCEEDED, today())
    db.flush()
    db.expire_all()
    found = addresses(visitor)

    changed = result.changed_at
    assert changed is not None
    for page in (f"/resultaten/{result.id}", "/opgaven/schulden", f"/week/{Week.now()}"):
        assert found[BASE + page] == changed.isoformat(timespec="seconds")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", before)


@pytest.mark.parametrize("results", [1, 12])
def test_it_asks_three_questions_however_much_there_is(a: Builder, visitor: Client, results: int) -> None:
    for number in range(results):
        a.public_result(a.opgave(), happened_on=today() - timedelta(weeks=number))

    with counting_queries() as queries:
        assert visitor.get("/sitemap.xml").status_code == 200
    assert queries.number <= 3, queries.asked


def test_too_much_for_one_file_becomes_more_files(a: Builder, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    opgave = a.opgave()
    results = [a.public_result(opgave) for _ in range(6)]
    everything = addresses(visitor)
    monkeypatch.setattr(sitemap, "IN_ONE_FILE", 5)
    a.public_result(opgave)  # another version of the page
    parts = [part.removeprefix(BASE) for part in addresses(visitor, of="sitemap")]

    assert parts == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    found = [address for part in parts for address in addresses(visitor, part)]
    assert set(everything) <= set(found)
    assert len(found) == len(set(found)) == 7 + len(results) + 1
    assert all(len(addresses(visitor, part)) <= 5 for part in parts)


@pytest.mark.parametrize("part", ["0", "2", "999999999", "x"])
def test_a_part_that_is_not_needed_is_not_there(visitor: Client, part: str) -> None:
    assert visitor.get(f"/sitemap-{part}.xml").status_code == 404


def test_robots_may_read_what_is_public_and_find_the_map(visitor: Client) -> None:
    response = visitor.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Disallow: /bord",
        "",
        f"Sitemap: {BASE}/sitemap.xml",
    ]

"""Asking again costs one question, on every public address there is; and what is kept gives way."""

from pathlib import Path

import pytest
from flask import Flask

from board.core.record.weeks import Week
from board.db import session
from board.public import caching
from board.public.site import pages as site
from board.web.cache import Room, room
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

# These tell by themselves whether they changed, from what they are.
OF_THEIR_OWN = ("/robots.txt", "/.well-known/security.txt", "/security.txt")


@pytest.fixture(autouse=True)
def quick_posters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.public.routes.poster.as_pdf", lambda _address, _inside: b"%PDF")
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: True)


@pytest.fixture
def slug(a: Builder) -> str:
    opgave = a.opgave("Schulden")
    a.public_result(opgave)
    session.flush()
    return opgave.slug


def test_every_public_address_answers_304_for_one_question(app: Flask, visitor: Client, slug: str) -> None:
    session.commit()
    asked = 0
    for address in site.addresses(app):
        first = visitor.get(address)
        if first.status_code != 200 or address in OF_THEIR_OWN:
            continue
        with counting_queries() as queries:
            again = visitor.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data, queries.number) == (304, b"", 1), address
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "public, no-cache", address
        asked += 1
    assert asked >= 15


def test_a_page_that_was_made_is_not_made_again(visitor: Client, slug: str) -> None:
    first = visitor.get("/")
    with counting_queries() as queries:
        again = visitor.get("/")

    assert again.data == first.data
    assert queries.number == 1


def test_a_withdrawal_holds_at_the_next_request(a: Builder, visitor: Client, slug: str) -> None:
    result = a.public_result(a.opgave("Wachten"), "U wacht niet meer.")
    session.flush()
    kept = ("/", f"/week/{Week.now()}", "/feed.atom", "/open-data/resultaten.json", "/open-data/resultaten.csv")
    assert all("U wacht niet meer." in visitor.get(address).text for address in kept)

    result.withdraw("Het klopte niet.")
    session.flush()

    assert not any("U wacht niet meer." in visitor.get(address).text for address in kept)


def test_a_question_mark_pushes_no_page_out(app: Flask, visitor: Client, slug: str) -> None:
    visitor.get("/")
    for number in range(5):
        visitor.get(f"/weken?x={number}")

    with counting_queries() as queries:
        visitor.get("/")
        visitor.get("/weken?x=new")
    assert queries.number == 2
    assert len(room(app, "pages")) == 2


def test_a_question_that_a_page_reads_is_answered(visitor: Client, slug: str) -> None:
    assert visitor.get(f"/opgaven/{slug}?x=1").status_code == 200
    assert visitor.get(f"/opgaven/{slug}?alles=1").location == f"/opgaven/{slug}/alles"


def test_only_a_page_that_says_so_reads_what_stands_behind_a_question_mark() -> None:
    public = Path(caching.__file__).parent
    reads = [file.name for file in public.rglob("*.py") if "request.args" in file.read_text()]

    assert sorted(reads) == ["caching.py", "opgave.py"]
    assert (public / "routes" / "opgave.py").read_text().count("request.args") == 1


def test_what_is_very_large_is_not_kept(
    app: Flask, visitor: Client, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.extensions["cache"], "pages", Room(1000))

    visitor.get("/")

    assert len(room(app, "pages")) == 0


def test_head_answers_like_get(visitor: Client, slug: str) -> None:
    for address in ("/", "/open-data/resultaten.csv", "/feed.atom"):
        get, head = visitor.get(address), visitor.head(address)
        assert (head.status_code, head.data) == (200, b"")
        assert head.headers["ETag"] == get.headers["ETag"]

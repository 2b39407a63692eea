"""The feeds as others read them: with a real reader library, against each MUST of RFC 4287."""

from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest

from board.core.opgaven.results import Evidence, EvidenceKind, Outcome, Result
from board.core.people.people import Visibility
from board.core.record.weeks import now, today
from board.db import session
from tests.builders import Builder
from tests.client import Client

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = "http://127.0.0.1:8000"
NASTY = "Wie belt & vraagt: <b>“Wat nu?”</b> ]]> &amp; — é\x0b\x1b\ufffe 𝔘"


@pytest.fixture
def addresses(a: Builder) -> list[str]:
    """The addresses of both kinds of feed, with results that are hard to write down."""
    opgave = a.opgave("Schulden & <huur>")
    owner = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FULL)
    result = a.public_result(opgave, NASTY, deed=NASTY, lesson=NASTY, owner=owner)
    result.know_by(Evidence(EvidenceKind.QUOTE, NASTY, "https://nieuws.example/a?b=1&c=2"))
    a.public_result(opgave, "Dit lukte niet.", outcome=Outcome.LEARNED, lesson="dat leerden we.")
    session.flush()
    return ["/feed.atom", f"/opgaven/{opgave.slug}/feed.atom"]


def parsed(visitor: Client, address: str) -> Any:
    response = visitor.get(address)
    found = feedparser.parse(response.data, response_headers={"content-type": response.content_type})
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def moment(parts: struct_time) -> datetime:
    return datetime(*parts[:6], tzinfo=UTC)


def test_a_reader_finds_all_that_must_be_there(visitor: Client, addresses: list[str]) -> None:
    for address in addresses:
        found = parsed(visitor, address)
        assert found.feed.title
        assert found.feed.id.startswith("tag:")
        assert found.feed.author
        assert found.feed.language == "nl"
        assert found.feed.rights
        assert {"rel": "self", "href": HERE + address}.items() <= next(
            link for link in found.feed.links if link.rel == "self"
        ).items()
        assert len(found.entries) == 2
        assert len({entry.id for entry in found.entries}) == 2
        for entry in found.entries:
            assert entry.title
            assert entry.author
            assert entry.updated_parsed
            assert moment(entry.published_parsed) <= moment(entry.updated_parsed)
            assert entry.content[0].type == "text/html"


def test_each_element_that_must_be_alone_is_alone(visitor: Client, addresses: list[str]) -> None:
    for address in addresses:
        feed = fromstring(visitor.get(address).data)  # noqa: S314  our own words
        assert feed.tag == f"{ATOM}feed"
        for element in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated", "author"):
                assert len(element.findall(ATOM + name)) == 1, (address, name)
            assert _kinds_of_link(element, "alternate") == 1
            for name in ("content", "rights", "published"):
                assert len(element.findall(ATOM + name)) <= 1
            for link in element.findall(f"{ATOM}link"):
                assert str(link.get("href")).startswith(HERE)
        assert _kinds_of_link(feed, "self") == 1


def _kinds_of_link(element: Element, rel: str) -> int:
    return sum(link.get("rel", "alternate") == rel for link in element.findall(f"{ATOM}link"))


def test_hard_words_come_through_whole(visitor: Client, addresses: list[str]) -> None:
    writable = "".join(sign for sign in NASTY if sign not in "\x0b\x1b\ufffe")
    feed = fromstring(visitor.get(addresses[0]).data)  # noqa: S314
    entry = next(one for one in feed.iter(f"{ATOM}entry") if "Wie belt" in str(one.findtext(f"{ATOM}title")))
    content = str(entry.findtext(f"{ATOM}content"))

    assert entry.findtext(f"{ATOM}title") == writable
    assert "&lt;b&gt;“Wat nu?”&lt;/b&gt; ]]&gt; &amp;amp; — é 𝔘" in content
    assert "<b>“" not in content


def test_the_feed_is_as_new_as_its_newest_words(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    old, new = a.public_result(opgave, "Oud."), a.public_result(opgave, "Nieuw.")
    _published(old, 9)
    _published(new, 2)
    found = parsed(visitor, "/feed.atom")
    assert moment(found.feed.updated_parsed) == max(moment(entry.updated_parsed) for entry in found.entries)
    before = {entry.title: entry.updated_parsed for entry in found.entries}

    old.edit("Oud, maar juist.", Outcome.SUCCEEDED, today(), "wij belden")
    session.flush()

    found = parsed(visitor, "/feed.atom")
    changed = next(entry for entry in found.entries if entry.title == "Oud, maar juist.")
    assert old.changed_at
    assert moment(changed.updated_parsed) == old.changed_at.replace(microsecond=0)
    assert moment(changed.published_parsed) < moment(changed.updated_parsed)
    assert next(entry for entry in found.entries if entry.title == "Nieuw.").updated_parsed == before["Nieuw."]
    assert found.feed.updated_parsed == changed.updated_parsed


def _published(result: Result, days_ago: int) -> None:
    result.published_at = now() - timedelta(days=days_ago)
    session.flush()


def test_an_entry_leads_to_its_page_and_the_page_to_the_feed(visitor: Client, addresses: list[str]) -> None:
    [entry] = [one for one in parsed(visitor, addresses[1]).entries if one.title == "Dit lukte niet."]

    page = visitor.get(entry.link.removeprefix(HERE))

    assert page.status_code == 200
    words = " ".join(page.text.split())
    assert f'type="application/atom+xml" title="Schulden &amp; &lt;huur&gt;" href="{addresses[1]}"' in words


def test_an_empty_feed_is_a_feed_too(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()

    for address in ("/feed.atom", f"/opgaven/{opgave.slug}/feed.atom"):
        found = parsed(visitor, address)
        assert found.entries == []
        assert found.feed.updated_parsed

"""The feeds: valid Atom, ids that stay, absolute links, and nothing that was taken back."""

from datetime import datetime, timedelta
from xml.etree.ElementTree import Element, fromstring

from board.core.opgaven.results import Outcome, Result
from board.core.people.people import Visibility
from board.core.record.weeks import now, today
from board.db import session
from tests.builders import Builder
from tests.client import Client

ATOM = "{http://www.w3.org/2005/Atom}"


def read(visitor: Client, address: str = "/feed.atom") -> Element:
    response = visitor.get(address)
    assert response.status_code == 200
    assert response.mimetype == "application/atom+xml"
    return fromstring(response.data)  # noqa: S314  our own words


def text(element: Element, name: str) -> str:
    found = element.findtext(ATOM + name)
    assert found, f"a feed needs <{name}> (RFC 4287)"
    return found


def titles(feed: Element) -> list[str]:
    return [text(entry, "title") for entry in feed.iter(ATOM + "entry")]


def published(a: Builder, days_ago: int, sentence: str) -> Result:
    result = a.public_result(a.opgave(), sentence)
    result.published_at = now() - timedelta(days=days_ago)
    session.flush()
    return result


def test_each_feed_and_entry_has_what_atom_asks(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden")
    result = a.public_result(opgave, "U krijgt één brief.", deed="wij <b>belden</b> & schreven.")

    for address in ("/feed.atom", f"/opgaven/{opgave.slug}/feed.atom"):
        feed = read(visitor, address)
        [entry] = feed.iter(ATOM + "entry")
        for element in (feed, entry):
            assert text(element, "id").startswith("tag:127.0.0.1,2026:")
            assert datetime.fromisoformat(text(element, "updated")).tzinfo is not None
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        assert links["self"] == f"http://127.0.0.1:8000{address}"
        link = entry.find(ATOM + "link")
        assert link is not None
        assert link.get("href") == f"http://127.0.0.1:8000/resultaten/{result.id}"
        assert "wij &lt;b&gt;belden&lt;/b&gt; &amp; schreven." in text(entry, "content")


def test_an_id_stays_when_the_words_change(a: Builder, visitor: Client) -> None:
    result = published(a, 2, "U krijgt één breif.")
    before = [text(entry, "id") for entry in read(visitor).iter(ATOM + "entry")]
    first = text(read(visitor), "updated")

    result.edit("U krijgt één brief.", Outcome.SUCCEEDED, today(), "wij belden")
    session.flush()

    assert [text(entry, "id") for entry in read(visitor).iter(ATOM + "entry")] == before
    assert text(read(visitor), "updated") > first


def test_the_newest_published_stands_first(a: Builder, visitor: Client) -> None:
    for days_ago, sentence in ((3, "Oud."), (1, "Nieuw."), (2, "Midden.")):
        published(a, days_ago, sentence)

    assert titles(read(visitor)) == ["Nieuw.", "Midden.", "Oud."]


def test_a_feed_holds_the_newest_fifty(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for number in range(53):
        a.public_result(opgave, f"Resultaat {number}.")

    assert len(titles(read(visitor))) == 50


def test_the_feed_of_an_opgave_has_only_its_own(a: Builder, visitor: Client) -> None:
    mine, other = a.opgave(), a.opgave()
    a.public_result(mine, "Van ons.")
    a.public_result(other, "Van hen.")

    assert titles(read(visitor, f"/opgaven/{mine.slug}/feed.atom")) == ["Van ons."]


def test_what_was_withdrawn_leaves_the_feed(a: Builder, visitor: Client) -> None:
    result = published(a, 1, "Er stond een naam in.")
    result.withdraw("Er stond een naam in.")
    session.flush()

    assert titles(read(visitor)) == []


def test_the_author_is_who_wants_to_be_known(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden")
    a.public_result(opgave, "Een.", owner=a.person("Ruth Pinas", visibility=Visibility.FULL))
    a.public_result(opgave, "Twee.", owner=a.person("Femke Jansen", visibility=Visibility.FIRST_NAME))
    a.public_result(opgave, "Drie.", owner=a.person("Daan Hoekstra"))

    feed = read(visitor)

    name = f"{ATOM}author/{ATOM}name"
    authors = {text(entry, "title"): entry.findtext(name) for entry in feed.iter(ATOM + "entry")}
    assert authors == {"Een.": "Ruth Pinas", "Twee.": "Femke", "Drie.": "Team Schulden"}


def test_signs_that_xml_cannot_hold_do_not_break_the_feed(a: Builder, visitor: Client) -> None:
    a.public_result(a.opgave(), "U krijgt\x0b één brief.", deed="wij\x1b belden")

    assert titles(read(visitor)) == ["U krijgt één brief."]


def test_pages_say_where_their_feeds_are(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    link = '<link rel="alternate" type="application/atom+xml"'

    assert f'{link} title="Wat we deze week deden" href="/feed.atom">' in visitor.get("/").text
    assert f'href="/opgaven/{opgave.slug}/feed.atom">' in visitor.get(f"/opgaven/{opgave.slug}").text

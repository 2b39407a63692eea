"""What stays inside: no internal word, draft or name on any public page, feed or header."""

import re

import pytest

from board.core.opgaven import worries
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import CardState
from board.core.opgaven.labels import Label
from board.core.opgaven.opgaven import CitizenGroup
from board.core.people.people import Role
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.public.crawl import everything_public

# Every internal field gets a word of its own, so that a leak says where it came from.
SECRET = "binnenwoord"
STATES = {"idee", "gepland", "bezig", "gedaan", "gestopt", "kaart", "inloggen"}


@pytest.fixture
def pages(a: Builder, visitor: Client) -> dict[str, str]:
    """All that citizens can reach of an organisation that wrote a secret in every internal field."""
    opgave = a.opgave("Schulden", summary=f"{SECRET}-samenvatting")
    owner = a.member(opgave, Role.LEAD, f"{SECRET}naam", job_title=f"{SECRET}-functie", portrait="daan")
    owner.email = f"{SECRET}@lindewaard.example"
    group = CitizenGroup(opgave=opgave, name=f"{SECRET}-groep")
    label = Label(opgave_id=opgave.id, name=f"{SECRET}-label")
    card = a.card(
        opgave,
        f"{SECRET}-actie",
        owner=owner,
        state=CardState.DOING,
        citizen_result=f"{SECRET}-verwacht",
        description=f"{SECRET}-omschrijving",
        helpers=[a.person(f"{SECRET}-helper")],
        labels=[label],
        group=group,
    )
    inside = {"card_id": card.id, "opgave_id": opgave.id}
    session.add(CardNote(author_name=f"{SECRET}-auteur", text=f"{SECRET}-notitie", **inside))
    session.add(CheckItem(text=f"{SECRET}-vinkje", position=1, **inside))
    result = a.result(card, "U krijgt één brief.", lesson="dat kan korter.")
    result.publish(by=a.person(f"{SECRET}-publiceerder"))
    worry = worries.worry_of(opgave)
    assert worry
    worry.confirm(f"{SECRET}-hartslag", owner, today())
    a.result(a.card(opgave), f"{SECRET}-concept", deed=f"{SECRET}-concept", lesson=f"{SECRET}-concept")
    a.public_result(a.opgave(f"{SECRET}-intern", public=False, slug=SECRET), f"{SECRET}-intern")
    a.public_result(a.opgave(f"{SECRET}-nog niet", active=False), f"{SECRET}-nog niet")
    withdrawn = a.public_result(opgave, f"{SECRET}-ingetrokken", deed=f"{SECRET}-ingetrokken")
    withdrawn.withdraw("Dit klopte niet.")
    session.flush()
    return everything_public(visitor, f"/resultaten/{withdrawn.id}", f"/opgaven/{SECRET}x", "/opgaven?x=1")


def test_no_internal_word_is_on_any_page_or_feed(pages: dict[str, str]) -> None:
    assert len(pages) >= 20
    assert {"/week/nu/ingesloten", "/open-data/resultaten.json", "/open-data/resultaten.csv"} <= pages.keys()
    assert any("U krijgt één brief." in text for text in pages.values())

    for address, text in pages.items():
        leaks = re.findall(rf"{SECRET}[-@\w ]*", text.split("\n", 1)[1])
        assert not leaks, f"{address} shows {leaks}"


def test_no_page_sets_a_cookie_or_depends_on_one(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        assert "Set-Cookie" not in text, address
        assert not re.search(r"^Vary: .*Cookie", text, re.MULTILINE), address


def test_no_page_has_a_script_or_asks_another_host(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        if "<html" not in text:
            continue
        assert "<script" not in text, address
        # A link may lead elsewhere, as that to the licence: only who presses it goes there.
        hosts = re.findall(r'<(?!a\b)\w+[^>]*(?:src|srcset|href|action)="(?:https?:)?//([^/"]*)', text)
        assert set(hosts) <= {"127.0.0.1:8000"}, address


def test_citizens_read_no_state_names_and_no_percentages(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        if "<html" not in text:
            continue
        body = text.split("<main", 1)[-1]
        words = set(re.findall(r"[a-zë]+", re.sub(r"<[^>]*>", " ", body).lower()))
        assert words.isdisjoint(STATES), address
        assert not re.search(r"\d\s*%", body), address


def test_a_note_on_the_work_does_not_move_the_public_pages(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave)
    card = a.card(opgave)
    etag = visitor.get("/").headers["ETag"]

    card.edit(description="Alleen voor ons.", action="Bel morgen.")
    session.flush()

    assert visitor.get("/", headers={"If-None-Match": etag}).status_code == 304

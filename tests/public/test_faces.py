"""A face by choice: what a person chose today holds on every page and in every feed, at once."""

import pytest

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role, Visibility
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.public.crawl import everything_public


@pytest.fixture
def ruth(a: Builder) -> Person:
    """Somebody who is everywhere a name can be: on the team, under the worry, beside a result."""
    person = a.person("Quirina Zonderling", job_title="zoutzieder", portrait="ruth")
    person.visibility = Visibility.FULL
    opgave = a.opgave("Schulden", active=False)
    a.membership(opgave, person, Role.LEAD)
    worries.sign(opgave, "Ik lig wakker van de post.", person).show(today())
    result = a.public_result(opgave, owner=person)
    result.know_by(None)
    session.flush()
    return person


def seen(visitor: Client) -> str:
    return "\n".join(everything_public(visitor).values()).lower()


def test_who_wants_to_be_seen_is_seen_on_page_and_feed(ruth: Person, visitor: Client) -> None:
    pages = everything_public(visitor)

    named = {address for address, text in pages.items() if "Quirina" in text}
    opgave = next(address for address in pages if address.startswith("/opgaven/"))
    assert {"/", "/opgaven", "/feed.atom", opgave} <= named
    assert any(address.startswith("/resultaten/") for address in named)
    assert any("#g-ruth" in text for text in pages.values())


def test_who_goes_back_to_the_team_is_nowhere_at_the_next_request(ruth: Person, visitor: Client) -> None:
    etag = visitor.get("/").headers["ETag"]
    assert "quirina" in seen(visitor)

    ruth.visibility = Visibility.TEAM
    session.flush()

    text = seen(visitor)
    for trace in ("quirina", "zonderling", "zoutzieder", "#g-ruth", ruth.email):
        assert trace not in text
    assert visitor.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_a_first_name_never_stands_with_the_job(ruth: Person, visitor: Client) -> None:
    ruth.visibility = Visibility.FIRST_NAME
    session.flush()

    text = seen(visitor)

    assert "<strong>quirina</strong>team schulden" in text
    for trace in ("zonderling", "zoutzieder", "opgavemanager", "#g-ruth"):
        assert trace not in text


def test_a_job_never_stands_with_the_name(ruth: Person, visitor: Client) -> None:
    ruth.visibility = Visibility.ROLE
    session.flush()

    text = seen(visitor)

    assert "<strong>zoutzieder</strong>team schulden" in text
    for trace in ("quirina", "zonderling", "#g-ruth"):
        assert trace not in text


def test_a_worry_signed_with_a_role_shows_the_role(a: Builder, visitor: Client) -> None:
    opgave: Opgave = a.opgave(active=False)
    worries.sign(opgave, "Ik lig wakker van de post.", None, "wethouder Wonen").show(today())
    session.flush()

    assert "<strong>Wethouder Wonen</strong>" in visitor.get(f"/opgaven/{opgave.slug}").text


def test_a_card_that_another_takes_over_shows_the_other(a: Builder, visitor: Client) -> None:
    first = a.person("Quirina Zonderling", visibility=Visibility.FULL)
    card = a.card(a.opgave("Schulden"), owner=first)
    a.result(card).publish(by=first)
    session.flush()
    etag = visitor.get("/").headers["ETag"]

    card.edit(owner=a.person("Daan Hoekstra"))
    session.flush()

    page = visitor.get("/", headers={"If-None-Match": etag})
    assert page.status_code == 200
    assert "Quirina" not in page.text
    assert "<strong>Team Schulden</strong>" in page.text

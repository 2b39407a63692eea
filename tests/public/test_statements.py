"""The statements of the organisation: honest about what is not filled in, and linked from every page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.people.people import Person
from board.core.record.weeks import today
from board.public.statements import STATUSES, is_old_test
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.page_lint import lint_page

Visit = Callable[..., Client]


@pytest.fixture
def visit(settings: Settings, connection: Connection, session: object) -> Visit:
    """visit(accessibility_status="B"): a visitor of an organisation that set this."""

    def with_settings(**chosen: object) -> Client:
        client = app_on(connection, replace(settings, **chosen)).test_client()  # type: ignore[arg-type]
        assert isinstance(client, Client)
        return client

    return with_settings


@pytest.mark.parametrize("address", ["/", "/weken", "/opgaven", "/toegankelijkheid", "/privacy", "/bestaat-niet"])
def test_every_public_page_leads_to_both(visitor: Client, address: str) -> None:
    page = lint_page(visitor.get(address).text)

    footer = [link.get("href") for link in page.findall(".//footer//a")]
    assert "/toegankelijkheid" in footer
    assert "/privacy" in footer


def test_so_do_the_pages_of_the_work(sign_in: Callable[[Person], Client], a: Builder) -> None:
    page = lint_page(sign_in(a.person()).get("/bord").text)

    footer = [link.get("href") for link in page.findall(".//footer//a")]
    assert {"/toegankelijkheid", "/privacy"} <= set(footer)


def test_what_is_not_set_is_said_and_not_invented(visitor: Client) -> None:
    accessible, private = (visitor.get(f"/{name}").text for name in ("toegankelijkheid", "privacy"))

    assert accessible.count("nog niet ingevuld") == 3
    assert "voldoet" not in accessible
    assert private.count("nog niet ingevuld") == 4


@pytest.mark.parametrize("letter", STATUSES)
def test_the_status_stands_there_in_words(visit: Visit, letter: str) -> None:
    page = visit(accessibility_status=letter).get("/toegankelijkheid").text

    assert f"De status van deze site is {letter}: {STATUSES[letter][0]}." in page


def test_with_everything_set_nothing_is_missing(visit: Visit) -> None:
    client = visit(
        accessibility_status="B",
        accessibility_url="https://www.toegankelijkheidsverklaring.example/register/1",
        accessibility_tested=today() - timedelta(days=30),
        privacy_controller="het college van Lindewaard",
        privacy_officer="fg@lindewaard.example",
        privacy_url="https://www.lindewaard.example/privacy",
        privacy_logs="14 dagen",
        contact_email="hallo@lindewaard.example",
    )
    accessible, private = (client.get(f"/{name}").text for name in ("toegankelijkheid", "privacy"))

    assert "nog niet ingevuld" not in accessible + private
    assert 'href="https://www.toegankelijkheidsverklaring.example/register/1"' in accessible
    assert "Nationale ombudsman" in accessible
    assert "het college van Lindewaard" in private
    assert 'href="mailto:fg@lindewaard.example"' in private
    assert 'href="https://www.lindewaard.example/privacy"' in private
    assert "14 dagen" in private
    assert "Autoriteit Persoonsgegevens" in private


def test_a_test_that_is_too_old_is_called_so(visit: Visit) -> None:
    old, new = date(today().year - 4, 1, 1), today() - timedelta(days=2)

    assert "langer dan drie jaar geleden" in visit(accessibility_tested=old).get("/toegankelijkheid").text
    assert "langer dan drie jaar geleden" not in visit(accessibility_tested=new).get("/toegankelijkheid").text


@pytest.mark.parametrize(
    ("tested", "is_old"), [(date(2023, 11, 22), False), (date(2023, 11, 21), True), (date(2024, 2, 29), False)]
)
def test_a_test_holds_for_thirty_six_months(tested: date, is_old: bool) -> None:
    assert is_old_test(tested, date(2026, 11, 22)) is is_old


def test_the_statements_set_no_cookie_and_load_nothing_from_elsewhere(visit: Visit) -> None:
    client = visit(accessibility_status="A", privacy_url="https://www.lindewaard.example/privacy")

    for address in ("/toegankelijkheid", "/privacy"):
        response = client.get(address)
        assert "Set-Cookie" not in response.headers
        page = lint_page(response.text)
        loaded = [
            one.get("src") or one.get("href") or "" for tag in ("img", "script", "link") for one in page.iter(tag)
        ]
        assert all(one.startswith(("/", "http://127.0.0.1:8000/")) for one in loaded)

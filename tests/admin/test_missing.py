"""Beheer says what is still missing: what, why, and which setting; and it is empty when all is set."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from board.admin.manage.missing import missing
from board.config import Settings
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client

ON = date(2026, 11, 22)


@pytest.fixture
def complete(settings: Settings) -> Settings:
    """An organisation that filled in everything."""
    return replace(
        settings,
        base_url="https://bord.lindewaard.example",
        proxies=1,
        contact_email="hallo@lindewaard.example",
        accessibility_status="A",
        accessibility_url="https://www.toegankelijkheidsverklaring.example/register/1",
        accessibility_tested=date(2026, 9, 30),
        privacy_controller="het college",
        privacy_officer="fg@lindewaard.example",
        privacy_url="https://www.lindewaard.example/privacy",
        privacy_logs="14 dagen",
        security_contact="mailto:veilig@lindewaard.example",
    )


@pytest.fixture
def names(app: object) -> Callable[[Settings], list[str]]:
    """names(settings): the settings that Beheer asks for."""

    def asked(settings: Settings) -> list[str]:
        with app.test_request_context(headers={"X-Forwarded-For": "192.0.2.7"}):  # type: ignore[attr-defined]
            return [one.setting for one in missing(settings, ON)]

    return asked


def test_nothing_is_missing_when_all_is_set(complete: Settings, names: Callable[[Settings], list[str]]) -> None:
    assert names(complete) == []


@pytest.mark.parametrize(
    "name",
    [
        "contact_phone",
        "contact_email",
        "accessibility_status",
        "accessibility_url",
        "accessibility_tested",
        "privacy_controller",
        "privacy_officer",
        "privacy_url",
        "privacy_logs",
        "security_contact",
    ],
)
def test_each_that_is_not_set_is_asked_for(
    complete: Settings, names: Callable[[Settings], list[str]], name: str
) -> None:
    empty = None if name == "accessibility_tested" else ""

    assert names(replace(complete, **{name: empty})) == [name.upper()]  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "asks"), [(31, False), (30, True), (1, True), (0, True), (-400, True)])
def test_security_txt_is_mentioned_a_month_before_it_ends(
    complete: Settings, names: Callable[[Settings], list[str]], days: int, asks: bool
) -> None:
    ends = replace(complete, security_expires=ON + timedelta(days=days))

    assert ("SECURITY_EXPIRES" in names(ends)) is asks


def test_a_test_of_three_years_ago_is_too_old(complete: Settings, names: Callable[[Settings], list[str]]) -> None:
    assert names(replace(complete, accessibility_tested=date(2023, 11, 21))) == ["ACCESSIBILITY_TESTED"]
    assert names(replace(complete, accessibility_tested=date(2023, 11, 22))) == []


def test_an_address_without_https_is_one_of_them(complete: Settings, names: Callable[[Settings], list[str]]) -> None:
    assert names(replace(complete, base_url="http://bord.lindewaard.example")) == ["BASE_URL"]


def test_a_name_that_every_board_has_is_one_of_them(complete: Settings, names: Callable[[Settings], list[str]]) -> None:
    for name in ("http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"):
        assert names(replace(complete, id_authority=name)) == ["ID_AUTHORITY"], name
    assert names(replace(complete, id_authority="https://oud.lindewaard.example")) == []


def test_the_page_says_with_which_name_ids_begin(sign_in: Callable[[Person], Client], a: Builder) -> None:
    page = sign_in(a.admin()).get("/bord/beheer").text

    assert "Namen in feeds en open data beginnen met <code>http://127.0.0.1:8000</code>." in page


def test_the_page_says_what_why_and_how(sign_in: Callable[[Person], Client], a: Builder) -> None:
    page = sign_in(a.admin()).get("/bord/beheer").text

    assert "Een adres voor wie een zwakke plek vindt" in page
    assert "Elke overheid heeft een security.txt." in page
    assert 'OPGAVEBORD_SECURITY_CONTACT="mailto:veilig@gemeente.nl"' in page

"""A browser in which somebody signed in before is not locked out by strangers, and opens nothing by itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from board.blocks.shared import leaving
from board.core.people import known_browsers, sign_ins
from board.core.people.known_browsers import KnownBrowser
from board.core.people.people import OrgRole, Person
from board.core.record.weeks import now
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

PASSWORD = "vier stenen op een rij"
COOKIE = "opgavebord_bekend"


@pytest.fixture
def ruth(a: Builder) -> Person:
    """The only administrator."""
    person = a.person(email="ruth@lindewaard.example", org_role=OrgRole.ADMIN)
    sign_ins.set_password(person, PASSWORD)
    db.commit()
    return person


@pytest.fixture
def browser(app: Flask, session: object) -> Callable[[], Client]:
    """A browser that nobody used yet."""

    def make() -> Client:
        made = app.test_client()
        assert isinstance(made, Client)
        return made

    return make


def try_in(
    client: Client, password: str = PASSWORD, email: str = "ruth@lindewaard.example", address: str = "127.0.0.1"
) -> TestResponse:
    data = {"email": email, "password": password}
    return client.post("/bord/inloggen", data=data, environ_base={"REMOTE_ADDR": address})


def hammer(client: Client) -> None:
    """Strangers try so often that both the account and the network wait."""
    for number in range(6):
        try_in(client, "mis", address=f"192.0.2.{number}")
    for number in range(31):
        try_in(client, "mis", f"p{number}@lindewaard.example")


def test_who_signed_in_before_gets_in_while_strangers_hammer(browser: Callable[[], Client], ruth: Person) -> None:
    own, stranger = browser(), browser()
    try_in(own)
    own.post("/bord/uitloggen")
    hammer(stranger)

    assert try_in(stranger).status_code == 429
    assert try_in(own).status_code == 303


def test_a_known_browser_waits_for_its_own_mistakes_only_and_makes_no_other_wait(
    browser: Callable[[], Client], ruth: Person
) -> None:
    own, other = browser(), browser()
    for client in (own, other):
        try_in(client)
        client.post("/bord/uitloggen")
    for _ in range(5):
        assert try_in(own, "mis").status_code == 422

    assert try_in(own).status_code == 429
    assert try_in(other).status_code == 303
    assert try_in(browser()).status_code == 303
    with time_machine.travel(now() + timedelta(minutes=16)):
        assert try_in(own).status_code == 303


def test_strangers_keep_their_count_when_the_owner_signs_in(browser: Callable[[], Client], ruth: Person) -> None:
    own, stranger = browser(), browser()
    try_in(own)
    for _ in range(5):
        try_in(stranger, "mis")

    assert try_in(own).status_code == 303
    assert try_in(stranger, "mis").status_code == 429


def test_the_only_administrator_comes_in_with_a_link_from_a_new_browser(
    browser: Callable[[], Client], ruth: Person
) -> None:
    stranger, new = browser(), browser()
    hammer(stranger)
    token = sign_ins.make_link(ruth)

    new.post(f"/bord/wachtwoord/{token}", data={"password": "vijf stenen op een rij"})
    for _ in range(2):
        hammer(stranger)

    assert try_in(new, "vijf stenen op een rij").status_code == 303


def test_a_browser_is_known_for_who_signed_in_there_and_for_nobody_else(
    browser: Callable[[], Client], a: Builder, ruth: Person
) -> None:
    bram = a.person("Bram Bos", email="bram@lindewaard.example")
    sign_ins.set_password(bram, PASSWORD)
    shared, stranger = browser(), browser()
    try_in(shared, email=bram.email)
    shared.post("/bord/uitloggen")
    hammer(stranger)
    assert try_in(shared).status_code == 429

    with time_machine.travel(now() + timedelta(minutes=16)):
        assert try_in(shared).status_code == 303
        shared.post("/bord/uitloggen")
        hammer(stranger)
        assert try_in(shared, email=bram.email).status_code == 303, "two people may know one browser"


def test_the_cookie_is_for_the_work_only_opens_nothing_and_is_kept_as_a_fingerprint(
    browser: Callable[[], Client], ruth: Person
) -> None:
    own = browser()
    assert own.get("/bord/inloggen").headers.getlist("Set-Cookie") == []
    assert COOKIE not in str(try_in(own, "mis").headers)

    given = next(line for line in try_in(own).headers.getlist("Set-Cookie") if line.startswith(COOKIE))
    assert {"Path=/bord", "HttpOnly", "SameSite=Lax"} <= set(given.split("; "))
    token = given.split("=")[1].split(";")[0]
    assert db.scalars(select(KnownBrowser.token)).all() != [token]
    other = browser()
    other.set_cookie(COOKIE, token, path="/bord")
    assert other.get("/bord/ik").status_code == 302


def test_a_token_from_before_signing_in_is_worth_nothing_afterwards(
    browser: Callable[[], Client], ruth: Person
) -> None:
    own, thief, stranger = browser(), browser(), browser()
    for client in (own, thief):
        client.set_cookie(COOKIE, "dit-zette-een-ander-neer", path="/bord")
    try_in(own)
    hammer(stranger)

    assert try_in(thief).status_code == 429


@pytest.mark.parametrize("token", ["", "x", "x" * 3000, "\u00e9", "a b;c", "'--", "%00"])
def test_a_strange_token_is_only_unknown(browser: Callable[[], Client], ruth: Person, token: str) -> None:
    client = browser()
    client.set_cookie(COOKIE, token, path="/bord")

    assert try_in(client, "mis").status_code == 422
    assert try_in(client).status_code == 303


def test_who_lost_their_access_is_known_nowhere(browser: Callable[[], Client], a: Builder, ruth: Person) -> None:
    bram = a.person("Bram Bos", email="bram@lindewaard.example")
    sign_ins.set_password(bram, PASSWORD)
    try_in(browser(), email=bram.email)

    leaving.take_access_away(bram)

    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == 0


def test_of_one_person_the_newest_browsers_are_known_for_a_year(browser: Callable[[], Client], ruth: Person) -> None:
    for _ in range(known_browsers.MOST + 3):
        known_browsers.know(ruth, "")
    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == known_browsers.MOST

    with time_machine.travel(now() + timedelta(days=366)):
        try_in(browser())

    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == 1


def test_changing_a_password_does_not_wait_for_strangers(
    browser: Callable[[], Client], sign_in: Callable[[Person], Client], ruth: Person
) -> None:
    own = sign_in(ruth)
    hammer(browser())

    changed = own.post("/bord/ik/wachtwoord", data={"current": PASSWORD, "password": "vijf stenen op een rij"})

    assert changed.status_code == 303

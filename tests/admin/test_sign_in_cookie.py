"""The cookie: only for the work, only for us, and worth nothing once somebody signed out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.people import sign_ins
from board.core.people.people import Person
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on

OLD, NEW = "vier stenen op een rij", "vijf stenen op een rij"


@pytest.fixture
def ruth(a: Builder) -> Person:
    person = a.person(email="ruth@lindewaard.example")
    sign_ins.set_password(person, OLD)
    db.commit()
    return person


@pytest.fixture
def browser(app: Flask, session: object) -> Callable[[str | None], Client]:
    """A browser, with this cookie in it."""

    def make(cookie: str | None = None) -> Client:
        made = app.test_client()
        assert isinstance(made, Client)
        if cookie is not None:
            made.set_cookie("opgavebord", cookie, path="/bord")
        return made

    return make


def cookie_of(client: Client) -> str:
    cookie = client.get_cookie("opgavebord", path="/bord")
    assert cookie is not None
    return cookie.value


def enter(client: Client, password: str = OLD) -> str:
    client.post("/bord/inloggen", data={"email": "ruth@lindewaard.example", "password": password})
    return cookie_of(client)


def is_in(client: Client) -> bool:
    return client.get("/bord/ik").status_code == 200


def test_the_cookie_is_for_the_work_only_and_no_script_reads_it(visitor: Client, ruth: Person) -> None:
    answer = visitor.post("/bord/inloggen", data={"email": ruth.email, "password": OLD})

    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/bord", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert "Secure" not in cookie
    assert "Domain" not in cookie


def test_over_https_the_cookie_never_travels_in_the_open(
    settings: Settings, connection: Connection, ruth: Person
) -> None:
    app = app_on(connection, replace(settings, base_url="https://bord.lindewaard.example"))
    answer = app.test_client().post(
        "/bord/inloggen",
        data={"email": ruth.email, "password": OLD},
        base_url="https://bord.lindewaard.example",
    )

    assert "Secure" in {part.strip() for part in answer.headers["Set-Cookie"].split(";")}


def test_a_cookie_from_before_signing_in_stays_worth_nothing(
    browser: Callable[[str | None], Client], ruth: Person
) -> None:
    client = browser(None)
    client.get("/bord/inloggen")
    with client.session_transaction(path="/bord") as cookie:
        cookie["planted"] = "by somebody else"
    before = cookie_of(client)

    after = enter(client)

    assert is_in(client)
    assert before != after
    assert not is_in(browser(before))
    with client.session_transaction(path="/bord") as cookie:
        assert "planted" not in cookie


def test_a_cookie_from_before_signing_out_is_worth_nothing(
    browser: Callable[[str | None], Client], ruth: Person
) -> None:
    client = browser(None)
    stolen = enter(client)
    assert is_in(browser(stolen))

    client.post("/bord/uitloggen")

    assert not is_in(browser(stolen))


def test_signing_in_again_ends_the_cookie_of_before(browser: Callable[[str | None], Client], ruth: Person) -> None:
    client = browser(None)
    first = enter(client)
    enter(client)

    assert is_in(client)
    assert not is_in(browser(first))


def test_after_a_new_password_only_the_browser_that_chose_it_is_in(
    browser: Callable[[str | None], Client], ruth: Person
) -> None:
    here, elsewhere = browser(None), browser(None)
    before = enter(here)
    enter(elsewhere)

    here.post("/bord/ik/wachtwoord", data={"current": OLD, "password": NEW})

    assert is_in(here)
    assert not is_in(elsewhere)
    assert not is_in(browser(before))


def test_a_cookie_that_somebody_made_up_is_worth_nothing(browser: Callable[[str | None], Client]) -> None:
    assert not is_in(browser("eyJfdXNlcl9pZCI6IjEifQ.made.up"))


def test_citizens_get_no_cookie_whatever_they_send(visitor: Client, a: Builder) -> None:
    a.public_result(a.opgave(slug="schulden"))
    visitor.set_cookie("opgavebord", "iets", path="/")

    for path in ("/", "/opgaven", "/opgaven/schulden", "/feed.atom", "/privacy", "/bestaat-niet"):
        assert "Set-Cookie" not in visitor.get(path).headers, path

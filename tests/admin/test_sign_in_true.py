"""What is said about signing in is true: where the link goes, how long it lasts, and why it does not work."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy.engine import Connection

from board import instance
from board.config import Settings, load_settings
from board.core.people import sign_ins
from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import session as db
from board.server import start
from board.server.port import Port
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on

PASSWORD = "vier stenen op een rij"
SignIn = Callable[[Person], Client]


@pytest.fixture
def https(connection: Connection, settings: Settings) -> Flask:
    """The application whose settings say https, with forms that are checked."""
    made = app_on(connection, replace(settings, base_url="https://bord.lindewaard.example", proxies=1))
    made.config["WTF_CSRF_ENABLED"] = True
    return made


def client_of(app: Flask) -> Client:
    made = app.test_client()
    assert isinstance(made, Client)
    return made


def test_nobody_is_told_that_we_mailed(a: Builder, sign_in: SignIn, visitor: Client) -> None:
    ruth = a.person()
    pages = [
        sign_in(a.admin()).post(f"/bord/beheer/mensen/{ruth.id}/link").text,
        visitor.get("/bord/wachtwoord-vergeten").text,
        visitor.get("/bord/wachtwoord-vergeten/verstuurd").text,
    ]

    for page in pages:
        assert "verstuurt" in page
        assert "nog geen mail" in page
        assert "mailden" not in page
        assert "We mailen" not in page
        assert "in je mail" not in page


def test_an_invitation_lasts_a_week_and_says_so(
    a: Builder, sign_in: SignIn, visitor: Client, settings: Settings
) -> None:
    ruth, client = a.person(), sign_in(a.admin())
    page = client.post(f"/bord/beheer/mensen/{ruth.id}/link").text
    address = page.split("http://127.0.0.1:8000")[1].split("<")[0]
    (letter,) = (settings.instance / "mail").glob("*.eml")

    assert "een week lang, tot" in page
    assert "een week lang" in message_from_bytes(letter.read_bytes(), policy=policy.default).get_content()
    assert "Kan een wachtwoord kiezen, tot" in client.get("/bord/beheer").text
    with time_machine.travel(now() + timedelta(days=6, hours=23)):
        assert visitor.get(address).status_code == 200
    with time_machine.travel(now() + timedelta(days=7, minutes=1)):
        gone = visitor.get(address)
        assert gone.status_code == 404
        assert "geldt een week" in gone.text


def test_who_asks_for_anothers_link_does_not_take_away_the_one_of_the_administrator(
    a: Builder, visitor: Client
) -> None:
    ruth = a.person(email="ruth@lindewaard.example")
    sign_ins.set_password(ruth, PASSWORD)
    token = sign_ins.make_link(ruth, sign_ins.INVITATION_LASTS)
    db.commit()

    visitor.post("/bord/wachtwoord-vergeten", data={"email": ruth.email})

    assert visitor.get(f"/bord/wachtwoord/{token}").status_code == 200
    again = sign_ins.make_link(ruth, sign_ins.INVITATION_LASTS)
    db.commit()
    assert visitor.get(f"/bord/wachtwoord/{token}").status_code == 404
    assert visitor.get(f"/bord/wachtwoord/{again}").status_code == 200


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({}, True),
        ({"X-Forwarded-Proto": "https"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"X-Forwarded-Proto": "gopher"}, True),
    ],
)
def test_who_opens_the_door_without_https_is_led_to_it(https: Flask, headers: dict[str, str], says: bool) -> None:
    page = client_of(https).get("/bord/inloggen", headers=headers).text

    assert ("https://bord.lindewaard.example/bord/inloggen" in page) is says


def test_a_form_without_our_cookie_says_what_is_wrong(https: Flask, app: Flask) -> None:
    wrong = {"email": "wie@l.example", "password": "mis"}

    over_http = client_of(https).post(
        "/bord/inloggen", data=wrong, headers={"Origin": "http://bord.lindewaard.example"}
    )
    assert over_http.status_code == 400
    assert "Deze pagina is open zonder https" in over_http.text

    headers = {"Origin": "https://bord.lindewaard.example", "X-Forwarded-Proto": "https"}
    without = client_of(https).post("/bord/inloggen", data=wrong, headers=headers)
    assert "Ons cookie kwam niet mee" in without.text
    app.config["WTF_CSRF_ENABLED"] = True
    assert "Ons cookie kwam niet mee" in client_of(app).post("/bord/inloggen", data=wrong).text


@pytest.mark.parametrize(
    ("listens", "said"),
    [
        ("127.0.0.1", "http://127.0.0.1:8808"),
        ("192.0.2.7", "http://192.0.2.7:8808"),
        ("0.0.0.0", "http://127.0.0.1:8808"),  # noqa: S104
        ("::1", "http://[::1]:8808"),
    ],
)
def test_links_carry_the_address_that_is_served_where_none_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listens: str, said: str
) -> None:
    monkeypatch.setenv("OPGAVEBORD_BASE_URL", "")
    before = load_settings({}, instance=tmp_path, secret_key="k" * 40)

    served = start.at_address(before, a_port(listens))

    assert served.base_url == said
    assert load_settings(instance=tmp_path, secret_key="k" * 40).base_url == said, "the workers read the same"
    # A command of later, that knows neither host nor port.
    assert load_settings({}, instance=tmp_path, secret_key="k" * 40).base_url == said
    assert ((tmp_path / instance.SERVED_AT).stat().st_mode & 0o777) == 0o600


def test_an_address_that_is_set_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPGAVEBORD_BASE_URL", "http://bord.lindewaard.example")

    served = start.at_address(load_settings(instance=tmp_path, secret_key="k" * 40), a_port("127.0.0.1"))

    assert served.base_url == "http://bord.lindewaard.example"
    other = {"OPGAVEBORD_BASE_URL": "http://elders.example"}
    assert load_settings(other, instance=tmp_path, secret_key="k" * 40).base_url == "http://elders.example"


def a_port(listens: str) -> Port:
    return Port(listens, 8808)

"""The demo's accounts and buttons exist in the demo only."""

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


@pytest.fixture
def lid(a: Builder) -> Person:
    person = a.person("Ruth Pinas", email="lid@demo.example")
    sign_ins.set_password(person, "demo")
    db.commit()
    return person


@pytest.fixture
def demo(settings: Settings, connection: Connection, session: object) -> Flask:
    return app_on(connection, replace(settings, demo=True))


def client(app: Flask) -> Client:
    made = app.test_client()
    assert isinstance(made, Client)
    return made


def test_three_buttons_open_the_demo(demo: Flask, lid: Person) -> None:
    visitor = client(demo)
    page = visitor.get("/bord/inloggen?verder=/bord/week").text

    for who in ("teamlid", "manager", "beheerder"):
        assert f"Kijk rond als {who}" in page
    assert 'action="/bord/demo/lid?verder=/bord/week"' in page
    assert visitor.post("/bord/demo/lid?verder=/bord/week").location == "/bord/week"
    assert "Ruth Pinas" in visitor.get("/bord/ik").text


def test_the_demo_password_is_demo(demo: Flask, lid: Person) -> None:
    answer = client(demo).post("/bord/inloggen", data={"email": "lid@demo.example", "password": "demo"})

    assert answer.status_code == 303


def test_the_buttons_open_nothing_else(demo: Flask, a: Builder, lid: Person) -> None:
    a.person(email="iemand@demo.example")

    assert client(demo).post("/bord/demo/iemand").status_code == 404
    assert client(demo).post("/bord/demo/manager").status_code == 404, "not there is not there"
    assert client(demo).get("/bord/demo/lid").status_code == 405


def test_outside_the_demo_there_is_no_button_and_no_route(visitor: Client, lid: Person) -> None:
    page = visitor.get("/bord/inloggen").text

    assert "demo" not in page.lower()
    assert visitor.post("/bord/demo/lid").status_code == 404


def test_outside_the_demo_no_account_of_it_works(visitor: Client, lid: Person) -> None:
    answer = visitor.post("/bord/inloggen", data={"email": "LID@demo.example", "password": "demo"})

    assert answer.status_code == 422
    assert "horen niet bij elkaar" in answer.text


def test_outside_the_demo_a_cookie_of_it_is_worth_nothing(app: Flask, lid: Person) -> None:
    visitor = client(app)
    visitor.sign_in(lid)

    assert visitor.get("/bord/ik").status_code == 302


def test_outside_the_demo_a_link_does_not_help(visitor: Client, lid: Person, settings: Settings) -> None:
    token = sign_ins.make_link(lid)
    db.commit()

    assert visitor.get(f"/bord/wachtwoord/{token}").status_code == 404
    assert visitor.post(f"/bord/wachtwoord/{token}", data={"password": "vier stenen op een rij"}).status_code == 404
    visitor.post("/bord/wachtwoord-vergeten", data={"email": lid.email})
    assert not (settings.instance / "mail").exists()

"""A form from elsewhere does nothing here."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from board.core.people import sign_ins
from board.core.people.people import Person
from board.db import session as db
from board.web.guard_table import doors
from tests.builders import Builder
from tests.client import Client
from tests.support.forms import token_in
from tests.world import World

PASSWORD = "vier stenen op een rij"


@pytest.fixture
def app(app: Flask) -> Flask:
    app.config["WTF_CSRF_ENABLED"] = True
    return app


@pytest.mark.parametrize("who", ["niemand", "lid", "opgavemanager", "beheerder"])
def test_no_form_works_without_its_token(
    app: Flask, sign_in: Callable[[Person], Client], visitor: Client, a: Builder, who: str
) -> None:
    world = World(a)
    client = visitor if who == "niemand" else sign_in(world.people[who])
    posts = [world.address(app, rule) for method, rule, _ in doors(app) if method == "POST"]

    for data in ({}, {"csrf_token": "verzonnen"}):
        answers = {address: FlaskClient.post(client, address, data=data).status_code for address in posts}
        assert set(answers.values()) <= {400, 401 if who == "niemand" else 400}, answers
    assert len(posts) > 20


def test_signing_in_from_elsewhere_does_nothing(visitor: Client, a: Builder) -> None:
    ruth = a.person()
    sign_ins.set_password(ruth, PASSWORD)
    db.commit()
    typed = {"email": ruth.email, "password": PASSWORD}

    assert visitor.post("/bord/inloggen", data=typed).status_code == 400
    token = token_in(visitor.get("/bord/inloggen").text)
    assert visitor.post("/bord/inloggen", data=typed | {"csrf_token": token}).status_code == 303


def test_a_token_of_before_signing_in_does_nothing_after(visitor: Client, a: Builder) -> None:
    ruth = a.person()
    sign_ins.set_password(ruth, PASSWORD)
    db.commit()
    old = token_in(visitor.get("/bord/inloggen").text)
    visitor.post("/bord/inloggen", data={"email": ruth.email, "password": PASSWORD, "csrf_token": old})

    assert visitor.post("/bord/uitloggen", data={"csrf_token": old}).status_code == 400
    token = token_in(visitor.get("/bord/ik").text)
    assert visitor.post("/bord/uitloggen", data={"csrf_token": token}).status_code == 303


def test_a_form_that_is_too_old_says_what_to_do(visitor: Client) -> None:
    answer = visitor.post("/bord/inloggen", data={"email": "a@b.nl", "password": "x"})

    assert answer.status_code == 400
    assert "opnieuw" in answer.text.lower()

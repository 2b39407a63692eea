"""After signing in one goes on where one was going, and never to another site."""

import pytest

from board.core.people import sign_ins
from board.core.people.people import Person
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

PASSWORD = "vier stenen op een rij"


@pytest.fixture
def ruth(a: Builder) -> Person:
    person = a.person(email="ruth@lindewaard.example")
    sign_ins.set_password(person, PASSWORD)
    db.commit()
    return person


def goes_to(client: Client, wanted: str) -> str | None:
    data = {"email": "ruth@lindewaard.example", "password": PASSWORD}
    return client.post("/bord/inloggen", data=data, query_string={"verder": wanted}).location


@pytest.mark.parametrize("good", ["/bord", "/bord/week", "/bord/opgaven/schulden?lens=week", "/bord?mij=1"])
def test_after_signing_in_one_goes_on_where_one_was(visitor: Client, ruth: Person, good: str) -> None:
    assert goes_to(visitor, good) == good


ELSEWHERE = [
    "https://kwaad.example/bord",
    "//kwaad.example/bord",
    "/\\kwaad.example",
    "/bord\\@kwaad.example",
    "/bord@kwaad.example",
    "/bordeel",
    "/bord/..//kwaad.example",
    "/bord/%2e%2e//kwaad.example",
    "/bord/\t/kwaad.example",
    "\t/bord",
    "javascript:alert(1)",
    "/bord\r\nSet-Cookie: x=1",
    "/opgaven",
]


@pytest.mark.parametrize("bad", ELSEWHERE)
def test_nobody_is_sent_elsewhere(visitor: Client, ruth: Person, bad: str) -> None:
    assert goes_to(visitor, bad) == "/bord"
    assert visitor.get("/bord/inloggen", query_string={"verder": bad}).location == "/bord"


def test_a_page_that_asks_to_sign_in_remembers_where_one_was_going(visitor: Client, ruth: Person) -> None:
    door = visitor.get("/bord/beheer?x=1")

    assert door.status_code == 302
    assert door.location == "/bord/inloggen?verder=/bord/beheer?x%3D1"
    assert 'action="/bord/inloggen?verder=/bord/beheer?x%3D1"' in visitor.get(door.location).text

"""Signing in: one message for every mistake, patience that runs out, and never to another site."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from board.core.people import sign_ins
from board.core.people.people import Person
from board.core.people.sign_ins import SignIn, SignInTry
from board.core.record.weeks import now
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


def try_in(
    client: Client, password: str = PASSWORD, email: str = "ruth@lindewaard.example", **more: str
) -> TestResponse:
    return client.post("/bord/inloggen", data={"email": email, "password": password}, query_string=more)


def in_from(client: Client, address: str, email: str, password: str) -> TestResponse:
    return client.post(
        "/bord/inloggen", data={"email": email, "password": password}, environ_base={"REMOTE_ADDR": address}
    )


def test_the_page_suits_a_password_manager(visitor: Client) -> None:
    page = visitor.get("/bord/inloggen").text

    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_the_right_password_opens_the_work(visitor: Client, ruth: Person) -> None:
    answer = try_in(visitor)

    assert (answer.status_code, answer.location) == (303, "/bord")
    assert visitor.get("/bord/ik").status_code == 200


def test_capitals_and_spaces_in_the_address_do_not_matter(visitor: Client, ruth: Person) -> None:
    assert try_in(visitor, email=" Ruth@Lindewaard.Example ").status_code == 303


def test_an_accent_typed_on_another_keyboard_is_the_same_accent(visitor: Client, a: Builder) -> None:
    sign_ins.set_password(a.person(email="zoe@lindewaard.example"), "Zo\u00eb en de stenen")
    db.commit()

    assert try_in(visitor, "Zoe\u0308 en de stenen", "zoe@lindewaard.example").status_code == 303


def test_a_wrong_address_and_a_wrong_password_hear_the_same(visitor: Client, ruth: Person) -> None:
    wrong = try_in(visitor, "mis")
    unknown = try_in(visitor, email="wies@lindewaard.example")

    assert wrong.status_code == unknown.status_code == 422
    assert "horen niet bij elkaar" in wrong.text
    assert wrong.text == unknown.text.replace("wies@", "ruth@")


def test_an_unknown_address_takes_as_much_work(visitor: Client, ruth: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    real = sign_ins.HASHER

    class Counted:
        hash = real.hash

        def verify(self, hashed: str, password: str) -> bool:
            checked.append(password)
            return real.verify(hashed, password)

    monkeypatch.setattr(sign_ins, "HASHER", Counted())
    try_in(visitor, "mis")
    try_in(visitor, email="wie@lindewaard.example")

    assert len(checked) == 2


def test_what_was_typed_stays_except_the_password(visitor: Client, ruth: Person) -> None:
    page = try_in(visitor, "heel geheim").text

    assert "ruth@lindewaard.example" in page
    assert "heel geheim" not in page


def test_an_empty_form_says_what_is_missing(visitor: Client) -> None:
    answer = try_in(visitor, "", "")

    assert answer.status_code == 422
    assert "Vul je e-mailadres in." in answer.text


@pytest.mark.parametrize("email", ["a\x00b@c.nl", "x" * 300, "é🧱@x.nl", "' OR 1=1 --"])
def test_strange_input_is_only_wrong(visitor: Client, ruth: Person, email: str) -> None:
    assert try_in(visitor, "p\x00q", email).status_code == 422


def test_after_five_mistakes_an_account_waits_a_quarter_of_an_hour(visitor: Client, ruth: Person) -> None:
    for _ in range(5):
        assert try_in(visitor, "mis").status_code == 422

    answer = try_in(visitor)
    assert answer.status_code == 429
    assert "Wacht een kwartier" in answer.text
    with time_machine.travel(now() + timedelta(minutes=16)):
        assert try_in(visitor).status_code == 303


def test_mistakes_are_counted_for_an_account_from_wherever_they_come(visitor: Client, ruth: Person) -> None:
    for number in range(5):
        in_from(visitor, f"192.0.2.{number}", ruth.email, "mis")

    assert in_from(visitor, "192.0.2.99", ruth.email, PASSWORD).status_code == 429


def test_one_address_that_tries_many_accounts_waits_too(visitor: Client, ruth: Person) -> None:
    for number in range(30):
        in_from(visitor, "192.0.2.7", f"p{number}@x.nl", "mis")

    assert in_from(visitor, "192.0.2.7", ruth.email, PASSWORD).status_code == 429
    assert in_from(visitor, "192.0.2.8", ruth.email, PASSWORD).status_code == 303


def test_one_network_of_ipv6_counts_as_one_address() -> None:
    assert sign_ins.network("2001:db8:1:2:aaaa::1") == sign_ins.network("2001:db8:1:2:bbbb::2")
    assert sign_ins.network("2001:db8:1:2::1") != sign_ins.network("2001:db8:1:3::1")


def test_tries_are_kept_without_address_or_name(visitor: Client, ruth: Person) -> None:
    in_from(visitor, "192.0.2.7", ruth.email, "mis")

    kept = db.scalars(select(SignInTry.who)).all()
    assert len(kept) == 2
    assert not any("192" in who or "ruth" in who for who in kept)


def test_who_gets_in_starts_with_a_clean_slate(visitor: Client, ruth: Person) -> None:
    for _ in range(4):
        try_in(visitor, "mis")
    try_in(visitor)
    visitor.post("/bord/uitloggen")

    assert try_in(visitor, "mis").status_code == 422
    assert try_in(visitor).status_code == 303


def test_signing_out_ends_it_on_the_server(sign_in: Callable[[Person], Client], ruth: Person, app: Flask) -> None:
    client = sign_in(ruth)
    assert db.scalar(select(func.count()).select_from(SignIn)) == 1

    answer = client.post("/bord/uitloggen")

    assert answer.location == "/bord/inloggen"
    assert db.scalar(select(func.count()).select_from(SignIn)) == 0
    assert client.get("/bord/ik").status_code == 302


def test_a_sign_in_ends_by_itself(sign_in: Callable[[Person], Client], ruth: Person) -> None:
    client = sign_in(ruth)

    with time_machine.travel(now() + timedelta(hours=13)):
        assert client.get("/bord/ik").status_code == 302

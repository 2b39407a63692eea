"""A new password for who forgot it: one link, once, within an hour, and only by mail."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
import time_machine
from sqlalchemy import func, select

from board.config import Settings
from board.core.people import sign_ins
from board.core.people.people import Person
from board.core.people.sign_ins import PasswordLink
from board.core.record.weeks import now
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

OLD, NEW = "vier stenen op een rij", "vijf stenen op een rij"


@pytest.fixture
def ruth(a: Builder) -> Person:
    person = a.person(email="ruth@lindewaard.example")
    sign_ins.set_password(person, OLD)
    db.commit()
    return person


@pytest.fixture
def link(ruth: Person) -> str:
    token = sign_ins.make_link(ruth)
    db.commit()
    return f"/bord/wachtwoord/{token}"


def ask(client: Client, email: str = "ruth@lindewaard.example", **more: object) -> tuple[int, str]:
    answer = client.post("/bord/wachtwoord-vergeten", data={"email": email}, **more)
    return answer.status_code, answer.location or answer.text


def mails(settings: Settings) -> list[EmailMessage]:
    found = sorted((settings.instance / "mail").glob("*.eml"))
    return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in found]


def signs_in(client: Client, password: str) -> bool:
    data = {"email": "ruth@lindewaard.example", "password": password}
    return client.post("/bord/inloggen", data=data).status_code == 303


def test_the_link_in_the_mail_leads_to_a_new_password(visitor: Client, ruth: Person, settings: Settings) -> None:
    ask(visitor)
    (mail,) = mails(settings)
    address = re.search(r"http://127.0.0.1:8000(/bord/wachtwoord/\S+)", mail.get_content())
    assert address

    answer = visitor.post(address[1], data={"password": NEW})

    assert mail["To"] == ruth.email
    assert answer.location == "/bord/inloggen?gekozen=1"
    assert "Log ermee in" in visitor.get(answer.location).text
    assert not signs_in(visitor, OLD)
    assert signs_in(visitor, NEW)


def test_the_link_names_our_own_host_whatever_the_request_says(
    visitor: Client, ruth: Person, settings: Settings
) -> None:
    ask(visitor, headers={"Host": "kwaad.example"})

    assert "kwaad" not in mails(settings)[0].get_content()


def test_an_unknown_address_hears_the_same_and_gets_nothing(visitor: Client, ruth: Person, settings: Settings) -> None:
    assert ask(visitor, "wie@lindewaard.example") == ask(visitor)
    assert len(mails(settings)) == 1


def test_who_was_never_let_in_gets_no_link(visitor: Client, a: Builder, settings: Settings) -> None:
    ask(visitor, a.person().email)

    assert mails(settings) == []


def test_only_the_administrator_can_read_the_mail_and_the_log_says_nothing(
    visitor: Client, ruth: Person, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ask(visitor)

    folder = settings.instance / "mail"
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    said = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("board"))
    assert "mail" in said
    assert "wachtwoord" not in said
    assert "ruth" not in said


def test_asking_too_often_waits_whether_or_not_the_address_exists(
    visitor: Client, ruth: Person, settings: Settings
) -> None:
    for _ in range(5):
        ask(visitor)
        ask(visitor, "wie@lindewaard.example")

    assert ask(visitor)[0] == ask(visitor, "wie@lindewaard.example")[0] == 429
    assert len(mails(settings)) == 5
    assert signs_in(visitor, OLD), "asking for links must not keep anybody out"


def test_opening_the_link_writes_nothing(visitor: Client, link: str) -> None:
    for _ in range(2):
        page = visitor.get(link)
        assert page.status_code == 200
        assert page.headers["Cache-Control"] == "no-store"

    assert db.scalar(select(func.count()).select_from(PasswordLink)) == 1


def test_a_link_works_once(visitor: Client, link: str) -> None:
    visitor.post(link, data={"password": NEW})
    again = visitor.post(link, data={"password": "zes stenen op een rij"})

    assert again.status_code == 404
    assert "werkt niet meer" in again.text
    assert signs_in(visitor, NEW)


def test_a_link_works_an_hour(visitor: Client, link: str) -> None:
    with time_machine.travel(now() + timedelta(minutes=61)):
        assert visitor.get(link).status_code == 404
        assert visitor.post(link, data={"password": NEW}).status_code == 404


def test_a_new_link_ends_the_one_before(visitor: Client, link: str, ruth: Person) -> None:
    ask(visitor)

    assert visitor.get(link).status_code == 404


def test_a_link_that_never_was_says_so_kindly(visitor: Client) -> None:
    assert "Vraag een nieuwe link" in visitor.get("/bord/wachtwoord/verzonnen").text


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Kies een wachtwoord."),
        ("elf tekens.", "minstens 12 tekens"),
        ("x" * 201, "Houd het bij 200 tekens"),
        ("Ruth@Lindewaard.example", "Kies iets anders dan je e-mailadres"),
    ],
)
def test_a_weak_password_is_refused_and_the_link_stays(
    visitor: Client, link: str, password: str, sentence: str
) -> None:
    answer = visitor.post(link, data={"password": password})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert visitor.get(link).status_code == 200


def test_all_browsers_are_signed_out(
    visitor: Client, link: str, ruth: Person, sign_in: Callable[[Person], Client]
) -> None:
    elsewhere = sign_in(ruth)
    visitor.post(link, data={"password": NEW})

    assert elsewhere.get("/bord/ik").status_code == 302


def test_a_new_password_ends_the_waiting(visitor: Client, link: str, ruth: Person) -> None:
    for _ in range(5):
        signs_in(visitor, "mis")
    visitor.post(link, data={"password": NEW})

    assert signs_in(visitor, NEW)

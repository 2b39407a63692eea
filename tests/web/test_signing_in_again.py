"""A session ends while a form stands open: who signs in again, here or in another tab, can send the same form."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from board.core.opgaven.opgaven import Opgave
from board.core.people import sign_ins
from board.core.people.people import Person
from board.core.people.sign_ins import SignIn
from board.core.record.weeks import now
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.support.unsaved_forms import OWN, TYPED, field_values, unseen

PASSWORD = "vier stenen op een rij"


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def ruth(a: Builder, opgave: Opgave) -> Person:
    return _with_password(a.member(of=opgave, name="Ruth Bos"))


@pytest.fixture
def address(a: Builder, opgave: Opgave) -> str:
    """Of a card that Ruth may change."""
    return f"/bord/opgaven/{opgave.slug}/kaarten/{a.card(opgave).id}"


def _with_password(person: Person) -> Person:
    sign_ins.set_password(person, PASSWORD)
    db.commit()
    return person


def enters(client: Client, person: Person) -> None:
    """Sign in by the form, as a browser does."""
    typed = {"email": person.email, "password": PASSWORD} | token(client.get("/bord/inloggen"))
    assert client.post("/bord/inloggen", data=typed).status_code == 303


def sign_out_by_the_clock() -> None:
    db.execute(update(SignIn).values(until=now() - timedelta(days=1)))
    db.commit()


def test_signing_in_on_that_page_sends_what_was_typed(app: Flask, visitor: Client, ruth: Person, address: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    enters(visitor, ruth)
    card = visitor.get(address)
    sign_out_by_the_clock()

    answer = visitor.post(address, data=TYPED | token(card), headers=OWN)
    assert answer.status_code == 401
    assert "Log in, je tekst staat er nog" in answer.text
    sent = TYPED | unseen(answer) | {"inlog-email": ruth.email}
    to = unescape(re.search(r'formaction="(.*?)"', answer.text)[1])  # type: ignore[index]

    wrong = visitor.post(to, data=sent | {"inlog-password": "mis is dit"}, headers=OWN)
    assert wrong.status_code == 401
    assert "horen niet bij elkaar" in wrong.text
    assert "mis is dit" not in wrong.text
    assert field_values(wrong)["Wat gaan we doen?"] == TYPED["action"]

    right = visitor.post(to, data=sent | {"inlog-password": PASSWORD}, headers=OWN)
    assert (right.status_code, right.location) == (307, address)
    last = visitor.post(right.location, data=sent | {"inlog-password": PASSWORD}, headers=OWN)
    assert last.status_code == 303, "the same body, by the same person"
    assert TYPED["action"] in visitor.get(address).text


def test_a_form_of_before_works_for_the_same_person_in_the_same_browser(
    app: Flask, visitor: Client, ruth: Person, address: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    enters(visitor, ruth)
    open_tab = token(visitor.get(address))
    sign_out_by_the_clock()
    enters(visitor, ruth)
    assert visitor.post(address, data=TYPED | open_tab).status_code == 303

    visitor.post("/bord/uitloggen", data=open_tab)
    enters(visitor, ruth)
    assert visitor.post(address, data=TYPED | open_tab).status_code == 400, "who signs out, ends it"


def test_a_form_of_before_does_not_work_for_somebody_else(
    app: Flask, visitor: Client, a: Builder, opgave: Opgave, ruth: Person, address: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    sam = _with_password(a.member(of=opgave, name="Sam Vos"))
    enters(visitor, ruth)
    open_tab = token(visitor.get(address))
    sign_out_by_the_clock()
    enters(visitor, sam)

    assert visitor.post(address, data=TYPED | open_tab).status_code == 400


@pytest.mark.parametrize("to", ["https://kwaad.example", "//kwaad.example", "/opgaven", "/bord/../x", ""])
def test_words_go_nowhere_else(visitor: Client, ruth: Person, to: str) -> None:
    who = {"email": ruth.email, "password": PASSWORD}
    answer = visitor.post("/bord/inloggen", query_string={"verstuur": to}, data=who)

    assert answer.status_code == 303
    assert answer.location == "/bord"


def token(page: TestResponse) -> dict[str, str]:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert found, page.text
    return {"csrf_token": found[1]}


def test_who_is_signed_out_in_another_tab_reads_that_first(app: Flask, visitor: Client, address: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = True

    answer = visitor.post(address, data={"action": "Bel vijftig ouders", "csrf_token": "van gisteren"})

    assert answer.status_code == 401
    assert "Je bent uitgelogd" in answer.text
    assert "Bel vijftig ouders" in answer.text

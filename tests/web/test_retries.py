"""Who lost a race tries once more, as if the request came in now: nothing of the first try is left."""

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from board import db
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.exchange.models import Upload
from tests.builders import Builder
from tests.client import Client
from tests.together import client_of
from tests.world import EXPORT

SignIn = Callable[[Person], Client]


@contextmanager
def losing(times: int) -> Iterator[list[int]]:
    """Whoever writes in a request finds that a colleague was first, so many times."""
    lost: list[int] = []

    def lose(session: Session, *_flush: object) -> None:
        if db.ledger_of(session).writes is not None and len(lost) < times and (session.new or session.dirty):
            lost.append(1)
            raise StaleDataError("a colleague was first")

    event.listen(Session, "before_flush", lose)
    try:
        yield lost
    finally:
        event.remove(Session, "before_flush", lose)


def test_what_lost_once_is_done_and_told_once(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card, member = a.card(opgave), sign_in(a.member(opgave))

    with losing(1) as lost:
        answer = member.post(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}/verplaats", data={"naar": "staat:bezig"})

    assert (answer.status_code, len(lost)) == (303, 1)
    assert card.state.value == "bezig"
    assert member.get(f"/bord/opgaven/{opgave.slug}").text.count("staat nu bij") == 1


def test_what_lost_twice_is_a_page_that_says_so(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card, member = a.card(opgave), sign_in(a.member(opgave))

    with losing(2) as lost:
        answer = member.post(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}/verplaats", data={"naar": "staat:bezig"})

    assert (answer.status_code, len(lost)) == (409, 2)
    assert "Een collega was je net voor" in answer.text
    assert card.state.value == "idee"


def test_a_letter_goes_out_once_and_with_the_link_that_works(a: Builder, visitor: Client, tmp_path: Path) -> None:
    a.person(email="ruth@lindewaard.example", password_hash="x")

    with losing(1) as lost:
        answer = visitor.post("/bord/wachtwoord-vergeten", data={"email": "ruth@lindewaard.example"})

    assert (answer.status_code, len(lost)) == (303, 1)
    (letter,) = (tmp_path / "mail").glob("*.eml")
    link = next(word for word in letter.read_text().split() if "/bord/wachtwoord/" in word)
    assert visitor.get(link[link.index("/bord") :]).status_code == 200


def test_what_is_refused_sends_no_letter(a: Builder, visitor: Client, tmp_path: Path) -> None:
    a.person(email="ruth@lindewaard.example", password_hash="x")

    with losing(2):
        answer = visitor.post("/bord/wachtwoord-vergeten", data={"email": "ruth@lindewaard.example"})

    assert answer.status_code == 409
    assert not list(tmp_path.glob("mail/*.eml"))


def test_a_file_that_was_sent_is_read_again(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = sign_in(a.lead(opgave))

    with losing(1) as lost:
        answer = lead.post(
            f"/bord/opgaven/{opgave.slug}/importeer",
            data={"bestand": (io.BytesIO(EXPORT), "bord.json")},
            content_type="multipart/form-data",
        )

    assert (answer.status_code, len(lost)) == (303, 1)
    assert session.scalars(select(Upload)).one().data == EXPORT


@pytest.fixture
def impatient(live: Flask) -> Iterator[Engine]:
    """PostgreSQL looks for a deadlock at once, where a request waits; this engine is of who waits longer."""
    engine: Engine = live.extensions["engine"]
    if engine.dialect.name != "postgresql":
        yield engine
        return
    with engine.connect() as connection:
        connection.execute(text(f'ALTER DATABASE "{engine.url.database}" SET deadlock_timeout = 50'))
        connection.commit()
    engine.dispose()
    other = db.make_engine(engine.url.render_as_string(hide_password=False))
    yield other
    other.dispose()


def test_who_stands_in_each_others_way_never_hears_of_it(live: Flask, impatient: Engine) -> None:
    """Something outside the application takes its locks in another order than we do."""
    with db.transaction(live.extensions["engine"]):
        a = Builder()
        opgave = a.opgave(slug="schulden")
        card, member = a.card(opgave).id, a.member(opgave).id
        number = opgave.id
    browser, held = client_of(live, member), threading.Event()

    def tell(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("UPDATE opgave"):
            held.set()

    def stand_in_the_way(ready: threading.Event) -> None:
        with impatient.connect() as other:
            if impatient.dialect.name == "postgresql":
                other.execute(text("SET LOCAL deadlock_timeout = '1min'"))
                other.execute(select(Card.id).where(Card.id == card).with_for_update())
            ready.set()
            assert held.wait(5)
            if impatient.dialect.name == "postgresql":
                other.execute(text("UPDATE opgave SET summary = 'Anders' WHERE id = :number"), {"number": number})
                other.commit()

    ready = threading.Event()
    event.listen(live.extensions["engine"], "after_cursor_execute", tell)
    thread = threading.Thread(target=stand_in_the_way, args=(ready,))
    thread.start()
    assert ready.wait(5)
    answer = browser.post(f"/bord/opgaven/schulden/kaarten/{card}/verplaats", data={"naar": "staat:bezig"})
    thread.join()

    assert answer.status_code == 303
    with db.opened(live.extensions["engine"]) as session:
        assert session.scalar(select(func.count()).where(Card.state == CardState.DOING).select_from(Card)) == 1

"""Several colleagues at the same moment: an app with connections of its own, a browser for each, and a start sign."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from werkzeug.test import TestResponse

from board import db
from board.app import create_app
from board.config import load_settings
from board.core.people import sign_ins
from board.core.people.people import Person

Call = Callable[[], TestResponse]
WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def living_app(url: str, folder: Path) -> Iterator[Flask]:
    """The app with connections of its own on a database with our tables: two requests really are two transactions."""
    app = create_app(load_settings({}, instance=folder, secret_key="test", database_url=url))
    app.config.update(WTF_CSRF_ENABLED=False)
    yield app
    app.extensions["engine"].dispose()


def client_of(app: Flask, person_id: int) -> FlaskClient:
    """A browser in which this person is signed in."""
    with db.transaction(app.extensions["engine"]) as session:
        token = sign_ins.begin_session(session.get_one(Person, person_id), hours=12)
    client = app.test_client()
    with client.session_transaction(path="/bord") as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    return client


def all_at_once(*people: Sequence[Call]) -> list[list[TestResponse]]:
    """What each got, who all begin at the same moment and do their things one after the other."""
    together = threading.Barrier(len(people))
    got: list[list[TestResponse]] = [[] for _person in people]

    def run(number: int) -> None:
        together.wait()
        got[number].extend(call() for call in people[number])

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def statuses(got: list[list[TestResponse]]) -> list[int]:
    """What came of everything that everybody did."""
    return [answer.status_code for answers in got for answer in answers]


def at_once(*calls: Call) -> list[int]:
    """The statuses of calls that begin at the same moment."""
    return statuses(all_at_once(*([call] for call in calls)))


@contextmanager
def meeting_before_they_write(people: int = 2) -> Iterator[None]:
    """Each has read what there is, and only then does the first of them write. Where they take turns nobody is met."""
    gate, met = threading.Barrier(people), set[int]()

    def wait(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(WRITES) and threading.get_ident() not in met:
            met.add(threading.get_ident())
            with suppress(threading.BrokenBarrierError):
                gate.wait(0.3)

    event.listen(Engine, "before_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", wait)

"""When something breaks: a page that is true, has its headers and a number, whatever is away."""

import logging
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug import Response
from werkzeug.exceptions import HTTPException, default_exceptions

from board import db
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import HTMX, Client
from tests.support.error_pages import OURS, number_in
from tests.support.headers import check

LOCKED = OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))
GONE = OperationalError("SELECT", {}, Exception("server closed the connection"), connection_invalidated=True)
WRONG = OperationalError("SELECT", {}, sqlite3.OperationalError("no such table: karten"))
LOCKED.orig.sqlite_errorname = "SQLITE_BUSY"  # type: ignore[union-attr]
WRONG.orig.sqlite_errorname = "SQLITE_ERROR"  # type: ignore[union-attr]
DOUBLE = IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed"))
TROUBLES = [db.Busy(), NoConnectionFree(), LOCKED, GONE]


@pytest.fixture
def app(app: Flask) -> Flask:
    """As it is for users: an error is answered, not raised."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def breaks(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """From now on signing in, and its page, end so."""

    def with_error(error: Exception) -> None:
        def view() -> None:
            raise error

        for endpoint in ("sign_in.sign_in", "sign_in.enter"):
            monkeypatch.setitem(app.view_functions, endpoint, view)

    return with_error


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.ERROR, logger="board"):
        yield caplog


def words_of(answer: Response) -> str:
    found = re.search(r"<h1.*?</p>", answer.get_data(as_text=True), re.DOTALL)
    assert found
    return found[0]


REFUSALS = sorted(code for code in default_exceptions if code < 500)


@pytest.mark.parametrize("code", REFUSALS)
def test_each_refusal_says_something_of_its_own(
    breaks: Callable[[Exception], None], visitor: Client, code: int
) -> None:
    breaks(default_exceptions[code]())

    for answer in (visitor.get("/bord/inloggen"), visitor.post("/bord/inloggen")):
        assert answer.status_code == code
        assert OURS not in answer.text, "it is not our fault"
        assert ("Er is niets bewaard." in words_of(answer)) is (answer.request.method == "POST")
        check(answer, script=True)


def test_what_is_said_differs_where_one_should_do_something_else(
    breaks: Callable[[Exception], None], visitor: Client
) -> None:
    said = {}
    for code in (400, 401, 403, 404, 405, 408, 409, 413, 422, 429, 500, 503):
        breaks(default_exceptions[code]())
        said[code] = words_of(visitor.get("/bord/inloggen"))

    assert len(set(said.values())) == len(said)
    assert "Je bent uitgelogd" in said[401]


@pytest.mark.parametrize("code", [401, 403, 404, 408, 409, 413, 429, 500, 503])
def test_htmx_gets_the_words_and_its_screen_stays(
    breaks: Callable[[Exception], None], visitor: Client, code: int
) -> None:
    breaks(default_exceptions[code]())
    answer = visitor.htmx("/bord/inloggen", data={"email": "wat ik typte"})

    assert answer.status_code == code
    assert answer.headers["HX-Retarget"] == "#melding"
    assert "je tekst staat er nog" in answer.text
    assert "HX-Request" in answer.headers["Vary"]
    check(answer, script=True)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
def test_a_database_that_is_busy_or_away_is_no_failure_of_the_visitor(
    breaks: Callable[[Exception], None], visitor: Client, logged: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    breaks(trouble)
    for answer in (visitor.get("/bord/inloggen"), visitor.post("/bord/inloggen", headers=HTMX)):
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert OURS not in answer.text
        check(answer, script=True)
    assert number_in(visitor.get("/bord/inloggen")) in logged.text


@pytest.mark.parametrize("error", [WRONG, RuntimeError("stuk")], ids=["a wrong statement", "anything"])
def test_what_waiting_does_not_mend_is_our_fault(
    breaks: Callable[[Exception], None], visitor: Client, logged: pytest.LogCaptureFixture, error: Exception
) -> None:
    breaks(error)
    answer = visitor.get("/bord/inloggen")

    assert answer.status_code == 500
    assert OURS in answer.text
    assert number_in(answer) in logged.text
    assert "Traceback" in logged.text


@pytest.mark.parametrize(
    ("error", "status"), [(DOUBLE, 409), (LOCKED, 503), (GONE, 503), (RuntimeError("stuk"), 500)], ids=str
)
def test_an_error_in_the_last_step_is_a_page_too(
    a: Builder,
    sign_in: Callable[[Person], Client],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
) -> None:
    opgave = a.opgave()
    colleague = sign_in(a.member(of=opgave))

    def commit() -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("board.db.session.commit", commit)
        answer = FlaskClient.open(
            colleague,
            f"/bord/opgaven/{opgave.slug}/kaarten/nieuw",
            method="POST",
            data={"action": "Bel", "blok": "why"},
        )

    assert answer.status_code == status
    assert "<h1" in answer.text
    check(answer, script=True)
    if error is GONE:
        assert "We weten niet of het bewaard is" in answer.text


@pytest.fixture
def away(app: Flask, tmp_path: Path) -> Callable[[], None]:
    """From now on there is no database."""

    def take_away() -> None:
        app.extensions["engine"] = create_engine(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite'}")

    return take_away


@pytest.mark.parametrize("path", ["/bord", "/bord/inloggen", "/bord/ik", "/", "/opgaven", "/bord/niets", "/niets"])
def test_a_database_that_is_away_gives_a_page_to_who_is_signed_in(
    a: Builder, sign_in: Callable[[Person], Client], away: Callable[[], None], path: str
) -> None:
    client = sign_in(a.person())
    away()
    for headers in ({}, HTMX):
        answer = FlaskClient.open(client, path, headers=headers)
        assert answer.status_code == (404 if "niets" in path else 503)
        assert "<" in answer.text
        check(answer, script=path.startswith("/bord"))


@pytest.mark.parametrize("path", ["/bord", "/bord/inloggen", "/", "/opgaven", "/niets"])
def test_a_database_that_is_away_gives_a_page_to_a_stranger(app: Flask, away: Callable[[], None], path: str) -> None:
    away()
    answer = FlaskClient.open(app.test_client(), path)

    assert answer.status_code in {200, 302, 404, 503}
    assert (answer.status_code == 503) is (path in {"/", "/opgaven"})
    check(answer, script=path.startswith("/bord"))


def test_no_word_and_no_secret_stands_in_the_log(
    app: Flask, visitor: Client, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def view(token: str) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setitem(app.view_functions, "sign_in.choose_now", view)
    visitor.post("/bord/wachtwoord/geheim-in-het-adres", data={"password": "geheim dat ik typte"})

    assert "geheim" not in logged.text
    assert "/bord/wachtwoord/<token>" in logged.text


def test_a_response_that_was_made_on_purpose_stays(breaks: Callable[[Exception], None], visitor: Client) -> None:
    own = Response("<!doctype html>Mijn eigen bladzijde", 418)
    breaks(HTTPException(response=own))

    assert FlaskClient.get(visitor, "/bord/inloggen").text == "<!doctype html>Mijn eigen bladzijde"

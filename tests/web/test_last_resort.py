"""Where no handler can hear it: around the whole application stands a last resort that still answers with a page."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Connection

from board.config import Settings
from tests.client import Client
from tests.conftest import app_on
from tests.support.error_pages import OURS, number_in
from tests.support.headers import check


@pytest.fixture
def app(app: Flask) -> Flask:
    """As it is for users: an error is answered, not raised."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.ERROR, logger="board"):
        yield caplog


HOSTS = ["[bad", "a b", "x/y", "\x7f", "http://x", ":", "[::1", "a" * 300, "ex_ample..nl:99999"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_forwarded_host_that_is_broken_breaks_no_page(
    settings: Settings, connection: Connection, session: object, host: str
) -> None:
    app = app_on(connection, replace(settings, proxies=1))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    for path in ("/", "/bord/inloggen", "/bestaat-niet"):
        answer = app.test_client().get(path, headers={"X-Forwarded-Host": host})
        assert answer.status_code < 500, answer.text
        assert "<h1" in answer.text or answer.status_code in {301, 308}
        check(answer, script=path.startswith("/bord"))


def test_what_goes_wrong_after_the_answer_or_before_the_request_has_a_page(
    app: Flask, visitor: Client, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise RuntimeError("stuk")

    for place in ("request_context", "preprocess_request", "process_response", "make_response", "do_teardown_request"):
        with monkeypatch.context() as one:
            one.setattr(app, place, broken)
            answer = FlaskClient.get(visitor, "/bord/inloggen")
        assert answer.status_code == 500, place
        assert number_in(answer) in logged.text
        check(answer, script=True)


def test_even_without_its_template_there_is_a_page(
    app: Flask, visitor: Client, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def view() -> None:
        raise RuntimeError("stuk")

    monkeypatch.setitem(app.view_functions, "sign_in.sign_in", view)

    class Nothing:
        def __getattr__(self, name: str) -> object:
            raise OSError("the disk is away")

    app.jinja_env.loader = Nothing()  # type: ignore[assignment]
    app.jinja_env.cache.clear()  # type: ignore[union-attr]
    answer = FlaskClient.get(visitor, "/bord/inloggen")

    assert answer.status_code == 500
    assert OURS in answer.text
    assert re.search(r"nummer: (\w{6})", answer.text)[1] in logged.text  # type: ignore[index]
    check(answer, script=True)

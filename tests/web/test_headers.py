"""The headers that keep a browser safe: on pages, on errors, and on files."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.people.people import Person
from board.web.assets import asset
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.support.headers import check


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/opgaven", 200), ("/feed.atom", 200), ("/bestaat-niet", 404), ("/resultaten/99", 404)],
)
def test_pages_for_citizens_run_no_script(visitor: Client, path: str, status: int) -> None:
    response = visitor.get(path)

    assert response.status_code == status
    check(response, script=False)
    assert "X-Robots-Tag" not in response.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/bord/inloggen", 200),
        ("GET", "/bord/beheer", 302),
        ("POST", "/bord/beheer/mensen/nieuw", 401),
        ("POST", "/bord/inloggen", 422),
        ("GET", "/bord/bestaat-niet", 404),
        ("GET", "/bord/uitloggen", 405),
        ("GET", "/bord/wachtwoord/x", 404),
    ],
)
def test_the_work_is_kept_from_strangers_caches_and_search_engines(
    visitor: Client, method: str, path: str, status: int
) -> None:
    response = visitor.open(path, method=method)

    assert response.status_code == status
    check(response, script=True)
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "public" not in response.headers["Cache-Control"]


def test_a_page_that_is_not_for_you_has_them_too(sign_in: Callable[[Person], Client], a: Builder) -> None:
    response = sign_in(a.person()).get("/bord/beheer")

    assert response.status_code == 403
    check(response, script=True)


def test_a_page_that_breaks_has_them_too(app: Flask, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down() -> None:
        raise RuntimeError("a secret that nobody may read")

    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setitem(app.view_functions, "sign_in.sign_in", break_down)
    response = visitor.get("/bord/inloggen")

    assert response.status_code == 500
    assert "secret" not in response.text
    check(response, script=True)


def test_a_form_that_is_too_big_is_refused(visitor: Client) -> None:
    response = visitor.post("/bord/inloggen", data={"email": "x" * 3_000_000})

    assert response.status_code == 413
    check(response, script=True)


@pytest.mark.parametrize("name", ["app.js", "app.css", "icons.svg", "noto-sans.woff2"])
def test_files_have_them_too(visitor: Client, name: str) -> None:
    with visitor.get(asset(name)) as response:
        assert response.status_code == 200
        check(response, script=False)
        assert "immutable" in response.headers["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in response.headers


def test_a_file_that_is_not_there_has_them_too(visitor: Client) -> None:
    response = visitor.get("/static/build/../../pyproject.toml")

    assert response.status_code == 404
    check(response, script=False)


def test_over_https_browsers_stay_there(settings: Settings, connection: Connection, session: object) -> None:
    app = app_on(connection, replace(settings, base_url="https://bord.lindewaard.example"))
    client = app.test_client()

    for path in ("/", "/bord/inloggen", "/bestaat-niet", asset("app.css")):
        with client.get(path) as response:
            assert response.headers["Strict-Transport-Security"].startswith("max-age=31536000"), path


def test_without_https_nothing_promises_it(visitor: Client) -> None:
    assert "Strict-Transport-Security" not in visitor.get("/").headers

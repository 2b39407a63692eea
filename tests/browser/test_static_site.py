"""The site as files behind a server that knows nothing: the same addresses, readable, and clean."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from board.app import create_app
from board.config import load_settings
from board.public.site import pages as site
from tests.browser.check import complaints_about
from tests.browser.live import Live, free_port
from tests.browser.plain import files_of

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)


@pytest.fixture
def files(opgavebord: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The demo as files. Without posters, which take a while; tests/public/test_poster.py reads those."""
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: False)
    port = free_port()
    home = f"http://127.0.0.1:{port}"
    url = opgavebord.engine.url.render_as_string(hide_password=False)
    app = create_app(load_settings({}, instance=tmp_path, database_url=url, base_url=home, compress=False))
    site.export(app, tmp_path / "site")
    app.extensions["engine"].dispose()
    with files_of(tmp_path / "site", port) as address:
        yield address


@pytest.fixture
def citizen(browser: Browser) -> Iterator[Page]:
    """Somebody who never was here."""
    with browser.new_context() as context:
        yield context.new_page()


def test_a_citizen_reads_week_opgave_and_result_from_files(citizen: Page, files: str) -> None:
    citizen.goto(files)
    expect(citizen.locator("h1")).to_have_text("Wat we deze week deden")
    assert complaints_about(citizen) == []

    citizen.locator(".ob-rubriek h2 a").first.click()
    expect(citizen.locator("h1")).to_have_count(1)
    assert "/opgaven/" in citizen.url
    assert complaints_about(citizen) == []

    citizen.locator('main a[href^="/resultaten/"]').first.click()
    expect(citizen.locator("article h1")).to_have_count(1)
    assert complaints_about(citizen) == []


def test_looks_drawings_and_letters_come_along(citizen: Page, files: str) -> None:
    failed: list[str] = []
    citizen.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    citizen.goto(f"{files}/opgaven")

    family = citizen.evaluate(
        "() => document.fonts.ready.then(() => [...document.fonts].some(one => one.status === 'loaded'))"
    )

    assert family
    assert failed == []


def test_an_address_that_is_nowhere_is_a_404(citizen: Page, files: str) -> None:
    assert citizen.request.get(f"{files}/week/2019-01").status == 404
    assert citizen.request.get(f"{files}/404.html").ok

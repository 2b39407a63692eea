"""A real browser on the real demo: who looks, how wide, on which database, with or without JavaScript."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium, live
from tests.browser.complaints import Complaints
from tests.browser.desk import Desk, sign_in
from tests.browser.live import Live
from tests.support.databases import Databases

Browse = Callable[..., Page]
expect.set_options(timeout=10_000)  # two cores may be busy with more than this


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(_group_of(item)))


def _group_of(item: pytest.Item) -> str:
    """Tests that share a running Opgavebord stay in one process, one after the other.

    Looking at every page takes as long as all else on that database, so it may be done by whoever has time.
    """
    values = getattr(item, "callspec", None)
    database = values.params.get("opgavebord", "none") if values else "none"
    return f"browser on {database}{', every page' if item.path.stem == 'test_accessible' else ''}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """A skip that nobody sees is no skip but a hole."""
    if not chromium.find() and not chromium.is_required():
        terminalreporter.write_line(f"tests/browser was skipped: {chromium.MISSING}", yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    path = chromium.find()
    if path is None:
        (pytest.fail if chromium.is_required() else pytest.skip)(chromium.MISSING)
    with chromium.running(path) as started:
        yield started


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def opgavebord(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, browser: Browser, databases: Databases
) -> Iterator[Live]:
    """The demo as a user starts it, once per database."""
    folder = tmp_path_factory.mktemp("opgavebord")
    with live.running(folder, databases.with_demo(request.param, folder / "demo.sqlite")) as started:
        yield started


@pytest.fixture(scope="session")
def desk(browser: Browser, opgavebord: Live) -> Desk:
    """Who is signed in, kept for the next test."""
    return Desk(browser, opgavebord.url)


@pytest.fixture
def width() -> int:
    """How wide the screen is; a test that says so runs on a desk and on a phone."""
    return 1440


@pytest.fixture
def complaints(opgavebord: Live) -> Iterator[Complaints]:
    """What the browser complained of. None is right, unless the test expected it."""
    heard = Complaints(opgavebord.url)
    yield heard
    assert not heard.unexpected


@pytest.fixture
def browse(desk: Desk, complaints: Complaints, width: int) -> Iterator[Browse]:
    """browse("lid", javascript=False): a page of somebody in a browser of their own."""
    opened: list[Page] = []

    def open_page(who: str | None = None, *, wide: int = width, javascript: bool = True) -> Page:
        page = desk.page(who, wide, javascript)
        complaints.listen_to(page)
        opened.append(page)
        return page

    yield open_page
    for page in opened:
        page.context.close()


@pytest.fixture
def member(browse: Browse) -> Page:
    return browse("lid")


@pytest.fixture
def manager(browse: Browse) -> Page:
    return browse("manager")


@pytest.fixture
def admin(browse: Browse) -> Page:
    return browse("beheer")


@pytest.fixture
def citizen(browse: Browse) -> Page:
    """Somebody without an account."""
    return browse()


@pytest.fixture
def own(browser: Browser, opgavebord: Live, complaints: Complaints) -> Iterator[Page]:
    """The member, signed in for this test alone: who signs out here, or is signed out, is nobody else."""
    page = browser.new_context(base_url=opgavebord.url, locale="nl-NL").new_page()
    page.set_default_timeout(10_000)
    complaints.listen_to(page)
    sign_in(page, "lid")
    yield page
    page.context.close()


@pytest.fixture
def opgave(opgavebord: Live) -> Iterator[str]:
    """The slug of a small opgave of this test alone: `lid` leads it, `manager` works on it."""
    slug = opgavebord.new_opgave()
    yield slug
    opgavebord.put_away(slug)

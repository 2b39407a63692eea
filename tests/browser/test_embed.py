"""The newest week in a frame: on the site that is named, on no other, and readable from 280 px."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from board import db
from board.app import create_app
from board.config import load_settings
from board.core.opgaven.results import Outcome
from board.core.people.people import Visibility
from board.db import schema
from tests.browser.check import broken_rules
from tests.browser.live import free_port
from tests.browser.plain import app_at, files_of
from tests.builders import Builder

SITE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Onze gemeente</title></head>
<body><main><h1>Onze gemeente</h1>
<iframe title="Wat we deze week deden" src="{0}/week/nu/ingesloten" width="280" height="640"></iframe>
</main></body></html>"""
Sites = tuple[str, str, str]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Opgavebord, the site that may frame it, and one that may not."""
    folder = tmp_path_factory.mktemp("ingesloten")
    with files_of(folder) as allowed, files_of(folder) as other:
        port = free_port()
        home = f"http://127.0.0.1:{port}"
        url = f"sqlite:///{folder / 'bord.sqlite'}"
        engine = db.make_engine(url)
        schema.upgrade(engine)
        with db.transaction(engine):
            _fill(Builder())
        (folder / "index.html").write_text(SITE.format(home), encoding="utf-8")
        app = create_app(load_settings({}, instance=folder, database_url=url, base_url=home, embed_hosts=(allowed,)))
        with app_at(app, port):
            yield home, allowed, other
        app.extensions["engine"].dispose()
        engine.dispose()


def _fill(a: Builder) -> None:
    opgave = a.opgave("Schulden")
    owner = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FIRST_NAME)
    a.public_result(opgave, "U krijgt één brief in plaats van zes.", owner=owner)
    a.public_result(opgave, "De inloopochtend werkte niet.", outcome=Outcome.LEARNED, lesson="’s avonds beter.")
    a.public_result(a.opgave("Wachtenaandebalieendaarbuiten"), "U wacht aan de balie niet meer dan tien minuten.")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser of somebody who never was here."""
    with browser.new_context() as context:
        yield context.new_page()


def test_the_named_site_shows_it_and_a_link_opens_the_page(page: Page, sites: Sites) -> None:
    home, allowed, _other = sites
    asked: set[str] = set()
    page.on("request", lambda request: asked.add("/".join(request.url.split("/", 3)[:3])))
    page.goto(allowed)
    frame = page.frame_locator("iframe")

    expect(frame.locator("h1")).to_have_text("Wat we deze week deden")
    expect(frame.locator("h2")).to_have_count(2)
    assert page.context.cookies() == []
    assert asked == {allowed, home}
    frame.get_by_role("link", name="U krijgt één brief in plaats van zes.").click()

    expect(page).to_have_url(f"{home}/resultaten/1")


def test_another_site_gets_an_empty_frame(page: Page, sites: Sites) -> None:
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(sites[2])

    expect(page.frame_locator("iframe").get_by_text("Wat we deze week deden")).to_have_count(0)


def test_no_other_page_can_be_framed_on_the_named_site(page: Page, sites: Sites) -> None:
    home, allowed, _other = sites
    page.goto(allowed)
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.evaluate("home => { document.querySelector('iframe').src = home + '/opgaven' }", home)

    expect(page.frame_locator("iframe").get_by_text("Waar wij aan werken")).to_have_count(0)


@pytest.mark.parametrize("wide", [280, 390, 1024])
def test_it_fits_and_axe_finds_nothing(page: Page, sites: Sites, wide: int) -> None:
    page.set_viewport_size({"width": wide, "height": 700})
    page.goto(f"{sites[0]}/week/nu/ingesloten")

    assert page.evaluate("() => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth")
    assert broken_rules(page) == []
    assert page.locator("script").count() == 0

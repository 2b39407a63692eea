"""The house style of an organisation: in another theme, and with a logo, axe finds nothing either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import live
from tests.browser.check import complaints_about
from tests.browser.complaints import Complaints
from tests.browser.desk import Desk
from tests.browser.live import Live
from tests.support.databases import Databases

# Mooi & Anders (EUPL-1.2) is the theme of NL Design System itself: as free as Voorbeeld, and quite another.
ANDERS = Path(__file__).parents[2] / "node_modules/@nl-design-system-community/ma-design-tokens/dist/theme.css"
# Tokens of which we know none: then our own fallbacks carry the page.
EMPTY = ".leeg-theme { --iets-anders: 1px; }"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0h60v40z" fill="#2f6b6a"/></svg>'
FOR_ALL = ("/", "/opgaven", "/opgaven/schulden", "/toegankelijkheid", "/privacy", "/bestaat-niet", "/bord/inloggen")
FOR_WORK = ("/bord", "/bord/opgaven/schulden", "/bord/opgaven/schulden?lens=week", "/bord/opgaven/schulden/klein")


@pytest.fixture(scope="module", params=["anders", "leeg"])
def dressed(
    request: pytest.FixtureRequest,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    databases: Databases,
) -> Iterator[Live]:
    """The demo in the house style of another organisation."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "logo.svg").write_text(LOGO)
    (folder / "leeg.css").write_text(EMPTY)
    theme = ANDERS if request.param == "anders" else folder / "leeg.css"
    url = databases.with_demo("sqlite", folder / "demo.sqlite")
    with live.running(folder, url, theme=str(theme), logo=str(folder / "logo.svg")) as started:
        yield started


@pytest.fixture(scope="module")
def their_desk(browser: Browser, dressed: Live) -> Desk:
    return Desk(browser, dressed.url)


@pytest.fixture
def heard(dressed: Live) -> Iterator[Complaints]:
    """What the browser complained of; a page that is not there may say so."""
    complaints = Complaints(dressed.url)
    complaints.expect("status of 404")
    yield complaints
    assert not complaints.unexpected


@pytest.mark.parametrize(
    ("who", "addresses"),
    [(None, FOR_ALL), ("lid", FOR_WORK), ("beheer", ("/bord/beheer",))],
    ids=["citizen", "member", "admin"],
)
def test_axe_finds_nothing_in_another_theme(
    their_desk: Desk, heard: Complaints, dressed: Live, who: str | None, addresses: tuple[str, ...]
) -> None:
    page = their_desk.page(who, 1440, True)
    heard.listen_to(page)
    more = (_a_result(page),) if who is None else ()
    found: list[str] = []
    for address in (*addresses, *more):
        page.goto(dressed.url + address)
        found += complaints_about(page)
    page.context.close()
    assert not found, "\n".join(found)


def test_the_theme_and_the_logo_are_really_there(their_desk: Desk, heard: Complaints, dressed: Live) -> None:
    page = their_desk.page(None, 1440, True)
    heard.listen_to(page)
    page.goto(dressed.url)
    html_class = page.evaluate("document.documentElement.className")
    logo = page.locator(".ob-logo")

    assert html_class in {"ma-theme", "leeg-theme"}
    assert logo.evaluate("one => one.complete && one.naturalWidth > 0")
    assert logo.bounding_box() is not None
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (ink == "rgb(20, 33, 61)") is (html_class == "leeg-theme"), "our own ink, when the theme has none"
    page.context.close()


def _a_result(page: Page) -> str:
    page.goto("/opgaven/schulden")
    return str(page.locator('a[href^="/resultaten/"]').first.get_attribute("href"))

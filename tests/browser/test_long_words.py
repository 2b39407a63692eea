"""One long word or address never makes a page scroll sideways on a phone: every text of the whole demo is one here."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine, Enum, String, Text, text

from board.db import Base
from tests.browser import live
from tests.browser.check import OVER, TOO_WIDE
from tests.browser.desk import Desk
from tests.browser.walk import kind, reachable
from tests.support.databases import Databases

WORD = "Verkeersveiligheidsverbeteringsmaatregelencommissievergaderingsnotulen"
ADDRESS = (
    "https://www.gemeente-lindewaard.example/verkeer_en_parkeren/veilig_naar_school/kaart?laag=zebrapaden&jaar=2026"
)
# What is no text of anybody: the machine's own words, and the names by which a page is found.
NOT_TEXTS = {
    "slug",
    "email",
    "password_hash",
    "portrait",
    "key",
    "block",
    "kind",
    "verb",
    "period",
    "fingerprint",
    "source",
}
OWN_TABLES = {
    "search_text",
    "counter",
    "sent",
    "upload",
    "sign_in",
    "change",
    "week_fact",
    "kept_page",
    "known_browser",
}
# Of pages of one kind so many, so that each state of them is met.
OF_A_KIND = 2


def words(room: int) -> str:
    """A text of at most so many characters without a place to break."""
    return f"{WORD} {ADDRESS}"[:room] if room > len(WORD) + len(ADDRESS) else (WORD * 3)[:room]


def make_long(engine: Engine) -> None:
    """Every text that anybody typed becomes long words."""
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name in OWN_TABLES:
                continue
            for column in table.columns:
                is_text = isinstance(column.type, String | Text) and not isinstance(column.type, Enum)
                if not is_text or column.primary_key or column.foreign_keys or column.name in NOT_TEXTS:
                    continue
                if column.name.endswith(("_id", "_key")):
                    continue
                room = int(getattr(column.type, "length", None) or 400)
                long = ADDRESS if column.name.endswith("url") else words(room - 6)
                number = "id || " if "id" in table.columns and long != ADDRESS else ""  # names may be there once
                wide = f"UPDATE {table.name} SET {column.name} = {number}:long WHERE {column.name} <> ''"
                connection.execute(text(wide), {"long": long})
        connection.execute(text("UPDATE counter SET value = value + 1"))
        connection.execute(text("UPDATE opgave SET version = version + 1"))


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Desk]:
    """A demo of its own, in which every text is long; so is the name of the organisation."""
    folder = tmp_path_factory.mktemp("lang")
    settings = {"organisation": WORD, "contact_hours": WORD, "contact_email": f"{WORD}@gemeente.example"}
    with live.running(folder, databases.with_demo("sqlite", folder / "demo.sqlite"), **settings) as started:
        make_long(started.engine)
        yield Desk(browser, started.url)


def too_wide(page: Page) -> list[str]:
    """What sticks out on the smallest phone, also of what is folded."""
    page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    over = page.evaluate(OVER)
    return [f"{page.url} scrolls {over} px sideways: {page.evaluate(TOO_WIDE)}"] if over > 0 else []


STARTS = (
    "/bestaat-niet",
    "/bord/bestaat-niet",
    "/",
    "/bord",
    "/bord/inloggen",
    "/bord/wachtwoord-vergeten",
    "/bord/raad",
)
AT_WORK = (f"/bord/zoek?q={WORD}", "/bord/opgaven/schulden?lens=week", "/bord/opgaven/schulden/importeer", "/bord/week")


def test_no_page_of_anybody_scrolls_sideways(desk: Desk) -> None:
    seen, found = Counter[str](), list[str]()
    for who in (None, "lid", "manager", "beheer"):
        page = desk.page(who, 320)
        for address, _html in reachable(page, [*STARTS, *(AT_WORK if who else ())]):
            seen[kind(address)] += 1
            if seen[kind(address)] <= OF_A_KIND:
                page.goto(address)
                found += too_wide(page)
        page.context.close()
    assert not found, "\n".join(found)
    assert len(seen) > 60, sorted(seen)


def test_nor_does_the_choice_between_two_texts(desk: Desk) -> None:
    mine, theirs = desk.page("lid", 320), desk.page("lid", 320)
    for page in (mine, theirs):
        page.goto("/bord/opgaven/schulden")
        page.goto(page.locator(".ob-card__t a").first.get_attribute("href") or "")
    for page, end in ((theirs, "a"), (mine, "b")):
        page.get_by_label("Wat gaan we doen?").fill(f"{WORD}{WORD}{end}")
        with page.expect_response(lambda answer: answer.request.method == "POST"):  # theirs first, and then mine
            page.get_by_role("button", name="Bewaar", exact=True).first.click()
    expect(mine.locator("main")).to_contain_text("in een ander venster")
    assert too_wide(mine) == []

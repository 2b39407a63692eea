"""Vandaag of the demo's member fits one screen, and begins with doing."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.check import OVER
from tests.browser.conftest import Browse
from tests.browser.today_page import ASKED, MINE, NOBODY, READY, TodayPage

# What a page looks like does not depend on its database.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
SCREEN: ViewportSize = {"width": 1440, "height": 940}
SCREENS_AT_MOST = 1.35
HEIGHT = "() => document.documentElement.scrollHeight"


@pytest.fixture
def today(member: Page) -> TodayPage:
    member.set_viewport_size(SCREEN)
    return TodayPage(member).open()


def is_in_the_first_screen(page: Page, top_of: str) -> bool:
    box = page.locator(top_of).first.bounding_box()
    return box is not None and box["y"] + box["height"] <= SCREEN["height"]


def test_the_main_parts_of_a_day_fit_one_screen(today: TodayPage) -> None:
    for heading in (MINE, NOBODY, ASKED, READY):
        expect(today.part(heading)).to_be_visible()
        box = today.part(heading).get_by_role("heading", level=2).bounding_box()
        assert box
        assert box["y"] < SCREEN["height"], f"“{heading}” begins below the first screen"
    assert today.page.evaluate(HEIGHT) <= SCREENS_AT_MOST * SCREEN["height"]


def test_the_first_card_and_the_first_button_stand_in_the_first_screen(today: TodayPage) -> None:
    assert is_in_the_first_screen(today.page, "main .ob-card")
    assert is_in_the_first_screen(today.page, "main button")


def test_what_does_not_fit_is_one_press_away(today: TodayPage) -> None:
    rest = today.part(ASKED).locator("details").last
    expect(rest.get_by_role("listitem").first).to_be_hidden()
    rest.locator("summary").first.click()
    expect(rest.get_by_role("listitem").first).to_be_visible()


def test_on_a_phone_nothing_scrolls_sideways_and_doing_comes_first(browse: Browse) -> None:
    page = TodayPage(browse("lid", wide=390)).open().page
    headings = page.get_by_role("main").get_by_role("heading", level=2).all_text_contents()
    assert headings == [MINE, NOBODY, ASKED, READY]
    assert page.evaluate(OVER) <= 0
    card = page.locator("main .ob-card").first.bounding_box()
    assert card
    assert card["y"] < 844, "the first card stands below the first screen of a phone"
    page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert page.evaluate(OVER) <= 0


def test_vandaag_works_without_a_script(browse: Browse) -> None:
    today = TodayPage(browse("lid", javascript=False)).open()
    rest = today.part(ASKED).locator("details").last
    rest.locator("summary").first.click()
    expect(rest.get_by_role("listitem").first).to_be_visible()
    today.part(READY).get_by_role("link").click()
    expect(today.page.locator("h1")).to_have_text("Publiceer de week")

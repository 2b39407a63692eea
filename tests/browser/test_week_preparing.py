"""The week in a real browser: two clicks when nothing is wrong, and what comes first by keyboard and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Browse
from tests.browser.live import Live

FIRST, SECOND = "U krijgt één brief per jaar.", "U belt en u krijgt een mens."


@pytest.fixture
def ready(member: Page, opgave: str, opgavebord: Live) -> None:
    """Two results that only this test knows, ready to go out."""
    for sentence in (FIRST, SECOND):
        number = opgavebord.card(opgave, f"Voor: {sentence}")
        member.goto(f"/bord/opgaven/{opgave}/kaarten/{number}/rond-af")
        member.get_by_label("Wat merkt de inwoner nu?").fill(sentence)
        member.get_by_role("button", name="Leg de steen").click()
        member.wait_for_url("**#kaart-*")


def higher() -> re.Pattern[str]:
    """The button that moves the second sentence up."""
    return re.compile(f"Hoger.*{SECOND}")


def tops(page: Page) -> bool:
    """Whether the second sentence stands before the first one."""
    text = page.locator("#bladen").inner_text()
    return text.index(SECOND) < text.index(FIRST)


@pytest.mark.usefixtures("ready")
def test_open_the_week_and_press_publish(member: Page) -> None:
    member.get_by_role("link", name="De week", exact=True).click()
    for box in member.get_by_role("checkbox").all():
        if FIRST not in (box.locator("xpath=..").inner_text()) and SECOND not in box.locator("xpath=..").inner_text():
            box.uncheck()  # what the demo and other tests left ready is theirs
    member.get_by_role("button", name="Publiceer deze").click()

    expect(member.locator("#melding")).to_contain_text("2 resultaten zijn gepubliceerd.")


@pytest.mark.usefixtures("ready")
def test_higher_keeps_the_focus_and_what_was_typed(member: Page) -> None:
    member.goto("/bord/week")
    words = member.get_by_label("Een paar woorden vooraf")
    words.fill("Nog niet af")
    assert not tops(member)
    button = member.get_by_role("button", name=higher())
    button.focus()
    member.keyboard.press("Enter")

    expect(member.locator("#zeg")).to_contain_text("Staat nu op plek 1 van 2.")
    assert tops(member)
    expect(member.get_by_role("button", name=re.compile(f"Lager.*{SECOND}"))).to_be_focused()
    expect(words).to_have_value("Nog niet af")


@pytest.mark.usefixtures("ready")
def test_without_javascript_it_moves_too_and_nothing_typed_is_lost(browse: Browse) -> None:
    page = browse("lid", javascript=False)
    page.goto("/bord/week")
    page.get_by_label("Een paar woorden vooraf").fill("Nog niet af")
    page.get_by_role("button", name=higher()).click()

    assert tops(page)
    expect(page.get_by_label("Een paar woorden vooraf")).to_have_value("Nog niet af")


@pytest.mark.parametrize("width", [1440, 390])
def test_it_fits_on_the_screen(member: Page) -> None:
    for address in ("/bord/week", "/bord/week/tekst"):
        member.goto(address)
        assert member.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_click_chooses_the_whole_text(member: Page) -> None:
    member.goto("/bord/week/tekst")
    area = member.get_by_label("De tekst")
    area.click()

    assert area.evaluate("node => node.selectionEnd - node.selectionStart === node.value.length")

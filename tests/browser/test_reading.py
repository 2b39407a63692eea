"""Lees mee in a real browser: advice while somebody types, the caret where it was, and the stop before publishing."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
PLAN = "Wij verkennen de samenwerking"
NAMED = "Mevrouw De Graaf krijgt één brief."


@pytest.fixture
def card(opgave: str, opgavebord: Live) -> str:
    return f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, 'Schrijf één brief')}"


def test_advice_comes_while_typing_and_the_caret_stays(member: Page, card: str) -> None:
    member.goto(f"{card}/rond-af")
    field = member.get_by_label("Wat merkt de inwoner nu?")
    expect(field).to_be_focused()
    member.keyboard.type(PLAN)
    advice = member.locator("#lees-sentence")
    expect(advice).to_contain_text("Dit zegt wat je van plan bent. Wat merkt een inwoner?")
    expect(advice.locator("mark").first).to_be_visible()
    expect(field).to_be_focused()

    for _letter in range(4):
        member.keyboard.press("ArrowLeft")
    member.keyboard.type("X")
    expect(advice.get_by_role("status")).not_to_be_empty()
    member.wait_for_timeout(1200)
    member.keyboard.type("Y")
    expect(field).to_have_value("Wij verkennen de samenwerXYking")

    field.fill("U krijgt één brief.")
    expect(advice).to_have_text("")
    expect(field).to_be_focused()


def test_the_line_for_screen_readers_stays_the_same_element(member: Page, card: str) -> None:
    """A live region that is replaced is not read out, or too often."""
    member.goto(f"{card}/rond-af")
    expect(member.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    member.keyboard.type(PLAN)
    line = member.locator("#lees-sentence-kort")
    expect(line).not_to_be_empty()
    line.evaluate("node => { node.isTheSame = true; }")
    with member.expect_response(re.compile("lees-mee")):
        member.keyboard.type(" van de keten")
    member.wait_for_timeout(300)
    assert line.evaluate("node => node.isTheSame === true")


def test_a_broken_line_is_silent(member: Page, card: str, complaints: Complaints) -> None:
    complaints.expect("ERR_FAILED", "htmx:sendError")
    member.goto(f"{card}/rond-af")
    member.route("**/lees-mee*", lambda route: route.abort())
    member.route("**/voorbeeld", lambda route: route.fulfill(status=204))
    expect(member.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    with member.expect_event("requestfailed"):
        member.keyboard.type(PLAN)
    expect(member.locator("#melding")).to_be_empty()


@pytest.mark.parametrize("javascript", [True, False])
def test_publishing_personal_data_stops_and_passes_with_a_reason(
    browse: Browse, citizen: Page, card: str, complaints: Complaints, javascript: bool
) -> None:
    complaints.expect("422")
    page = browse("lid", javascript=javascript)
    page.goto(f"{card}/rond-af")
    page.get_by_label("Wat merkt de inwoner nu?").fill(NAMED)
    page.get_by_role("button", name="Leg de steen").click()
    page.wait_for_url("**#kaart-*")
    page.goto(f"{card}/publiceer")
    page.get_by_role("button", name="Publiceer").click()

    stop = page.get_by_role("alert")
    expect(stop.locator("mark")).to_have_text("Mevrouw De Graaf")
    expect(stop.get_by_role("link", name="Schrijf het anders")).to_be_visible()
    why = page.get_by_label("Waarom mag dit er staan?")
    expect(why).to_be_focused()
    why.fill("Zij vertelde dit zelf in de krant.")
    page.get_by_role("button", name="Publiceer").click()
    page.wait_for_url("**#kaart-*")

    page.goto(card)
    expect(page.get_by_text("Zij vertelde dit zelf in de krant.")).to_be_visible()
    citizen.goto("/")
    expect(citizen.get_by_text("Zij vertelde dit zelf in de krant.")).to_have_count(0)

"""One press mends a text in a real browser: the caret and all else that was typed stay, with and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
NAMED = "🙂 Vandaag: mevrouw De Graaf krijgt één brief."
MENDED = "🙂 Vandaag: een inwoner krijgt één brief."
CARET = "node => [node.selectionStart, node.selectionEnd]"


@pytest.fixture
def card(opgave: str, opgavebord: Live) -> str:
    return f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, 'Schrijf één brief')}"


def test_a_press_changes_the_words_and_nothing_else(member: Page, card: str) -> None:
    member.goto(f"{card}/rond-af")
    member.locator("details", has_text="Meer zeggen").evaluate("node => { node.open = true; }")
    member.get_by_label("In een paar woorden").fill("zij belde zelf")
    field = member.get_by_label("Wat merkt de inwoner nu?")
    field.fill(NAMED)
    field.press("ArrowLeft")
    from_the_end = len(NAMED) - 1
    caret = field.evaluate(CARET)[0]

    member.get_by_role("button", name="Maak er “een inwoner” van").click()

    expect(field).to_have_value(MENDED)
    expect(field).to_be_focused()
    assert field.evaluate(CARET) == [caret + len(MENDED) - len(NAMED)] * 2
    assert caret >= from_the_end
    expect(member.get_by_label("In een paar woorden")).to_have_value("zij belde zelf")
    expect(member.locator("#lees-sentence mark")).to_have_count(0)
    expect(member.locator("#blad")).to_contain_text("een inwoner krijgt")

    member.keyboard.press("Control+z")
    expect(field).to_have_value(NAMED)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_stopped_text_is_mended_and_goes_out(
    browse: Browse, card: str, complaints: Complaints, javascript: bool
) -> None:
    complaints.expect("422")
    page = browse("lid", javascript=javascript)
    page.goto(f"{card}/rond-af")
    page.get_by_label("Wat merkt de inwoner nu?").fill(NAMED)
    page.get_by_role("button", name="Leg de steen").click()
    page.wait_for_url("**#kaart-*")
    page.goto(f"{card}/publiceer")
    page.get_by_role("button", name="Publiceer").click()

    page.get_by_role("alert").get_by_role("link", name="Maak er “een inwoner” van").click()

    expect(page.get_by_label("Wat merkt de inwoner nu?")).to_have_value(MENDED)
    page.get_by_role("button", name="Leg de steen").click()
    page.wait_for_url("**#kaart-*")
    page.goto(f"{card}/publiceer")
    page.get_by_role("button", name="Publiceer").click()
    page.wait_for_url("**#kaart-*")

    page.goto(f"{card}/trek-in")
    why = page.get_by_label("Waarom trekken we dit in?")
    why.fill("Mevrouw De Graaf vroeg dat.")
    why.press("Enter")
    stop = page.get_by_role("alert")
    expect(stop.locator("mark")).to_have_text("Mevrouw De Graaf")
    with page.expect_response("**/trek-in"):
        why.press("Enter")  # the button of a form, not a press beside a finding
    expect(page.locator("form[aria-busy]")).to_have_count(0)
    expect(why).to_have_value("Mevrouw De Graaf vroeg dat.")

    stop.get_by_role("button", name="Maak er “Een inwoner” van").click()

    expect(why).to_have_value("Een inwoner vroeg dat.")
    page.get_by_role("button", name="Trek in").click()
    page.wait_for_url("**#kaart-*")

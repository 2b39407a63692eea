"""How much room a field has: counted as the server counts, never cut, and pasted lines never grow together."""

import pytest
from playwright.sync_api import Page, expect

from board.invisible import single_line, tidied
from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
TYPED = [
    "gewoon",
    "  twee\n\nregels  ",
    "€\u00a02.000\u202fper\u00adjaar\u200b",
    "👩\u200d👧 en ❤\ufe0f",
    "ver\u200dkeer\u200cs",
    "می\u200cخواهم",
    "\u2800\u3164",
    "een\u2028twee\u000bdrie",
    "a\U000e0041b\ufffc",
]
PASTE = """(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.focus();
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }"""
FIVE = "- Bel tien huurders\n- Lees de brief\n- Vraag het aan de balie\n- Schrijf de buurt\n- Kijk terug"


def test_script_and_server_count_alike_and_nothing_is_cut(member: Page, opgave: str, opgavebord: Live) -> None:
    number = opgavebord.card(opgave, "Bel tien huurders")
    member.goto(f"/bord/opgaven/{opgave}/kaarten/{number}")
    member.get_by_text("Helpers, labels en toelichting").click()
    lines, sentence = member.get_by_label("Toelichting"), member.get_by_label("Wat gaat de inwoner merken?")

    for text in TYPED:
        lines.fill(text)
        expect(member.locator("#description-teller")).to_have_text(f"{len(tidied(text))} van 50000 tekens")
        sentence.fill(text)
        expect(member.locator("#citizen_result-teller")).to_have_text(f"{len(single_line(text))} van 280 tekens")

    sentence.fill("x" * 283)
    expect(sentence).to_have_value("x" * 283)
    expect(member.locator("#citizen_result-teller")).to_have_text("Houd het bij 280 tekens. Haal er 3 af.")
    expect(member.locator("#zeg")).to_have_text("Houd het bij 280 tekens. Haal er 3 af.")


def test_lines_pasted_into_one_get_spaces(member: Page, opgave: str, opgavebord: Live) -> None:
    number = opgavebord.card(opgave, "Bel tien huurders")
    member.goto(f"/bord/opgaven/{opgave}/kaarten/{number}")
    field = member.get_by_label("Voor wie?")

    field.evaluate(PASTE, "ouders\r\nvan  kinderen\n")

    expect(field).to_have_value("ouders van kinderen")


@pytest.mark.parametrize("width", [1440, 390])
def test_five_lines_become_five_cards_in_one_press(member: Page, opgave: str) -> None:
    board = BoardPage(member, opgave).open()
    board.open_quick_field("klein").fill(FIVE)
    member.get_by_role("button", name="Maak 5 kaarten").click()

    expect(board.link("Kijk terug")).to_be_visible()
    board.expect_cards("klein", [line.removeprefix("- ") for line in FIVE.splitlines()])
    expect(member.locator("#melding")).to_contain_text("5 kaarten staan op het bord.")


def test_enter_asks_first_and_the_usual_button_makes_one(member: Page, opgave: str, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    board = BoardPage(member, opgave).open()
    field = board.open_quick_field("klein")
    field.fill("Bel de school\nover het zebrapad")
    member.keyboard.press("Enter")
    expect(member.get_by_text("Wil je 2 kaarten maken?")).to_be_visible()
    member.get_by_role("button", name="Maak er één kaart van").click()

    expect(board.link("Bel de school over het zebrapad")).to_be_visible()

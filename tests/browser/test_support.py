"""Wat heb je nodig? A member asks from a card, the lead answers on Vandaag, and the asker reads it there."""

import pytest
from playwright.sync_api import Page, expect

from board.core.people.people import Role
from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.browser.today_page import ASKED, TodayPage, message, part, undo

MINE = "Scheld een kleine boete kwijt"
NEED = "Mag ik tot 50 euro zelf beslissen?"
REASON = "Ik vraag het maandag aan de controller."


@pytest.fixture
def asker(browse: Browse, opgavebord: Live, opgave: str) -> TodayPage:
    """Vandaag of a member with a card."""
    opgavebord.card(opgave, MINE)
    return TodayPage(browse(opgavebord.colleague(opgave, "Tineke Vos")))


@pytest.fixture
def lead(browse: Browse, opgavebord: Live, opgave: str) -> TodayPage:
    """Vandaag of who leads this opgave, and nothing else."""
    return TodayPage(browse(opgavebord.colleague(opgave, "Karim Blok", Role.LEAD)))


@pytest.fixture
def board(asker: TodayPage, opgave: str) -> BoardPage:
    """The board, after the member asked for mandate from the page of the card."""
    board, page = BoardPage(asker.page, opgave).open(), asker.page
    board.link(MINE).click()
    section = part(page, "Wat heb je nodig?")
    section.get_by_text("Vraag iets aan wie leidt").click()
    section.get_by_label("Wat heb je nodig?").fill(NEED)
    section.get_by_label("Wat voor hulp is dat?").select_option(label="mandaat")
    section.get_by_role("button", name="Vraag het").click()
    expect(message(page)).to_contain_text("Wie leidt ziet hem op Vandaag.")
    expect(part(page, "Wat heb je nodig?")).to_contain_text("nog geen antwoord")
    return board.open()


def answer(page: Page, words: str, reason: str) -> None:
    page.get_by_label(words, exact=True).check()
    page.get_by_label("Wat zeg je erbij?").fill(reason)
    with page.expect_response(lambda sent: sent.request.method == "POST"):  # an older message may still stand there
        page.get_by_role("button", name="Geef antwoord", exact=True).click()


def test_a_member_asks_for_mandate_and_hears_first_not_yet_and_then_yes(
    board: BoardPage, asker: TodayPage, lead: TodayPage
) -> None:
    expect(board.card(MINE)).to_contain_text("vraagt om mandaat")
    asked = lead.open().row(ASKED, NEED)
    expect(asked).to_contain_text("Tineke vraagt om mandaat")
    asked.get_by_role("link", name="Geef antwoord").click()
    answer(lead.page, "Dat weet ik nog niet", REASON)
    lead.expect_message("Je antwoord staat er.")
    told = asker.open().row(ASKED, "Karim antwoordt op jouw vraag om mandaat")
    expect(told).to_contain_text(f"Dat weet ik nog niet: “{REASON}”")
    expect(board.open().card(MINE)).to_contain_text("vraagt om mandaat")
    answer(lead.page, "Ja", "")
    lead.expect_message("Je antwoord staat er.")
    expect(asker.open().row(ASKED, "Karim antwoordt op jouw vraag om mandaat")).to_contain_text("Ja")
    expect(board.open().card(MINE)).not_to_contain_text("vraagt om mandaat")


def test_a_no_without_a_reason_is_not_an_answer(board: BoardPage, lead: TodayPage, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    lead.open().row(ASKED, NEED).get_by_role("link", name="Geef antwoord").click()
    answer(lead.page, "Nee", "")
    expect(lead.page.locator("#reason-fout")).to_be_visible()
    expect(lead.page.get_by_label("Nee", exact=True)).to_be_checked()
    answer(lead.page, "Nee", REASON)
    lead.expect_message("Je antwoord staat er.")
    undo(lead.page)
    expect(part(lead.page, "Het antwoord")).to_contain_text("nog geen antwoord")
    expect(board.open().card(MINE)).to_contain_text("vraagt om mandaat")

"""With JavaScript off everything works that the week needs: forms, links and pages, on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.desk import sign_in
from tests.browser.live import Live
from tests.browser.today_page import ASKED, NOBODY, TodayPage, message, part, undo

MINE = "Lees de brief hardop"
SENTENCE = "U krijgt een brief die u in één keer begrijpt."
QUESTION = "Waarom krijg ik drie brieven over één rekening?"
NEED = "Wie mag de nieuwe brief ondertekenen?"


@pytest.fixture
def width() -> int:
    return 390


@pytest.fixture
def no_javascript(browse: Browse) -> Page:
    """A phone without JavaScript, signed in through the form."""
    page = browse(javascript=False)
    sign_in(page, "lid")
    return page


@pytest.fixture
def board(no_javascript: Page, opgave: str) -> BoardPage:
    """The board with one card, added as anyone without JavaScript would."""
    board = BoardPage(no_javascript, opgave).open()
    board.show("waarom")
    no_javascript.locator("#plus-waarom").click()
    no_javascript.get_by_label("Wat gaan we doen?").fill(MINE)
    no_javascript.get_by_role("button", name="Zet op het bord").click()
    expect(board.link(MINE)).to_be_in_viewport()
    return board


def test_a_card_is_added_moved_by_buttons_and_moved_back(board: BoardPage) -> None:
    board.card(MINE).get_by_role("link", name="Verplaats naar…").click()
    board.page.get_by_role("button", name="Bezig").click()
    expect(board.message).to_contain_text("bezig")
    expect(board.card(MINE).locator(".ob-state")).to_have_text("bezig")
    board.card(MINE).get_by_role("link", name="Verplaats naar…").click()
    board.page.get_by_role("button", name="Talenten").click()
    expect(board.link(MINE)).to_be_in_viewport()
    board.expect_in(MINE, "talenten")
    board.undo()
    expect(board.message).to_contain_text("Teruggedraaid")
    expect(board.link(MINE)).to_be_in_viewport()
    board.expect_cards("waarom", [MINE])


def test_a_card_is_finished_published_and_read_by_a_citizen(board: BoardPage, browse: Browse) -> None:
    page = board.page
    board.card(MINE).get_by_role("link", name="Rond af").click()
    page.get_by_label("Wat merkt de inwoner nu?").fill(SENTENCE)
    page.get_by_role("button", name="Leg de steen").click()
    board.card(MINE).get_by_role("link", name="Klaar om te publiceren").click()
    page.get_by_role("button", name="Publiceer").click()
    expect(board.card(MINE)).to_contain_text("gepubliceerd")
    citizen = browse(javascript=False)
    citizen.goto("/")
    expect(citizen.get_by_role("link", name=SENTENCE, exact=True)).to_be_visible()


def test_a_filter_works_with_its_own_button(board: BoardPage) -> None:
    board.page.get_by_label("Zoek een kaart").fill("iets anders")
    board.page.get_by_role("button", name="Filter").click()
    expect(board.card(MINE)).to_have_count(0)
    board.page.get_by_role("link", name="Toon alles").click()
    board.show("waarom")
    expect(board.card(MINE)).to_have_count(1)


def test_an_empty_sentence_comes_back_with_words(board: BoardPage, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    board.card(MINE).get_by_role("link", name="Rond af").click()
    board.page.get_by_role("button", name="Leg de steen").click()
    expect(board.page.get_by_text("Schrijf in één zin op wat de inwoner nu merkt.").first).to_be_visible()


def test_a_signal_is_caught_taken_up_put_back_and_made_a_card(
    no_javascript: Page, browse: Browse, opgavebord: Live, opgave: str
) -> None:
    no_javascript.goto(f"/bord/signalen/nieuw?opgave={opgave}")
    no_javascript.get_by_label("Wat hoorde of zag je?").fill(QUESTION)
    no_javascript.get_by_role("button", name="Vang op", exact=True).click()
    expect(message(no_javascript)).to_contain_text("Opgevangen")
    colleague = browse(opgavebord.colleague(opgave, "Tineke Vos"), javascript=False)
    today = TodayPage(colleague).open()
    today.press("Ik pak het op", today.row(NOBODY, QUESTION))
    today.expect_message("Jij pakt het op")
    today.undo()
    today.press("Ik pak het op", today.row(NOBODY, QUESTION))
    today.expect_message("Jij pakt het op")
    no_javascript.reload()
    no_javascript.get_by_role("button", name="Maak er een kaart van").click()
    expect(no_javascript.locator("h1")).to_have_text(f"Bel terug over: {QUESTION}")


def test_help_is_asked_for_on_a_card_answered_and_the_answer_is_taken_back(
    no_javascript: Page, browse: Browse, opgavebord: Live, opgave: str
) -> None:
    number = opgavebord.card(opgave, MINE)
    asker = browse(opgavebord.colleague(opgave, "Tineke Vos"), javascript=False)
    asker.goto(f"/bord/opgaven/{opgave}/kaarten/{number}")
    asker.get_by_text("Vraag iets aan wie leidt").click()
    asker.get_by_role("textbox", name="Wat heb je nodig?").fill(NEED)
    part(asker, "Wat heb je nodig?").get_by_role("button", name="Vraag het").click()
    expect(message(asker)).to_contain_text("Je vraag staat er.")
    no_javascript.goto(f"/bord/opgaven/{opgave}/leiderschap")
    part(no_javascript, "Wat heb je nodig?").get_by_role("link", name="Geef antwoord").click()
    no_javascript.get_by_label("Ja", exact=True).check()
    no_javascript.get_by_role("button", name="Geef antwoord", exact=True).click()
    told = TodayPage(asker).open().row(ASKED, "Marit antwoordt op jouw vraag")
    expect(told).to_contain_text("Ja")
    undo(no_javascript)
    asker.reload()
    expect(told).to_have_count(0)

"""Without a mouse, from signing in to a finished card; where the focus is can be seen at every step."""

import pytest
from playwright.sync_api import Page, expect

from board.demo import PASSWORD
from tests.browser.board_page import BoardPage
from tests.browser.keyboard import SEEN, tab_to
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MINE = "Lees de brief hardop"


def test_from_signing_in_to_a_finished_card(citizen: Page, opgave: str) -> None:
    page, keys = citizen, citizen.keyboard
    page.goto("/bord/inloggen")
    tab_to(page, page.get_by_label("E-mailadres"))
    keys.type("lid@demo.example")
    tab_to(page, page.get_by_label("Wachtwoord", exact=True))
    keys.type(PASSWORD)
    keys.press("Enter")
    page.wait_for_url("**/bord")
    tab_to(page, page.get_by_role("link", name="Opgaven", exact=True))
    keys.press("Enter")
    page.wait_for_url("**/bord/opgaven")
    board = BoardPage(page, opgave)
    tab_to(page, page.locator(f'main a[href="/bord/opgaven/{opgave}"]'))
    keys.press("Enter")
    page.wait_for_url(f"**/{opgave}")
    add(board)
    move(board)
    finish(board)


def add(board: BoardPage) -> None:
    page, keys = board.page, board.page.keyboard
    tab_to(page, page.locator("#plus-waarom"))
    keys.press("Enter")
    expect(board.quick_field("waarom")).to_be_focused()
    keys.type(MINE)
    keys.press("Enter")
    expect(board.link(MINE)).to_be_visible()
    keys.press("Escape")
    expect(page.locator("#plus-waarom")).to_be_focused()


def move(board: BoardPage) -> None:
    assert tab_to(board.page, board.link(MINE)) == 1
    board.page.keyboard.press("Shift+ArrowRight")
    board.all_moves_answered()
    expect(board.link(MINE)).to_be_focused()
    board.expect_in(MINE, "inwoner")


def finish(board: BoardPage) -> None:
    page, keys = board.page, board.page.keyboard
    keys.press("Enter")
    expect(page.locator("h1")).to_have_text(MINE)
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Rond af"))
    keys.press("Enter")
    expect(page.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    assert page.evaluate(SEEN)
    keys.type("U krijgt een brief die u begrijpt.")
    tab_to(page, page.get_by_role("button", name="Leg de steen"))
    keys.press("Enter")
    expect(board.card(MINE)).to_contain_text("U krijgt een brief die u begrijpt.")


def test_the_skip_link_goes_to_what_the_page_is_about(member: Page, opgave: str) -> None:
    BoardPage(member, opgave).open()
    member.keyboard.press("Tab")
    expect(member.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    member.keyboard.press("Enter")
    expect(member.locator("#inhoud")).to_be_focused()


def test_undo_can_be_reached_and_pressed_with_keys(member: Page, opgave: str, opgavebord: Live) -> None:
    opgavebord.card(opgave, MINE)
    board = BoardPage(member, opgave).open()
    board.link(MINE).focus()
    member.keyboard.press("Shift+ArrowRight")
    board.all_moves_answered()
    tab_to(member, board.message.get_by_role("button", name="Ongedaan maken"))
    member.keyboard.press("Enter")
    board.expect_in(MINE, "klein")
    expect(board.link(MINE)).to_be_focused()

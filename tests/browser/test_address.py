"""What I look at stands in the address: it survives a reload, the back button and a colleague's screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
THEIRS, MINE = "Bel tien huurders", "Lees de brief hardop"


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    opgavebord.card(opgave, THEIRS)
    opgavebord.card(opgave, MINE, block="why")
    return BoardPage(member, opgave).open()


def is_a_whole_page(page: Page) -> None:
    expect(page.locator("header.ob-top")).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("#bord")).to_have_count(1)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_search_in_the_week_lens_survives_a_reload(board: BoardPage) -> None:
    page = board.page
    page.get_by_role("navigation", name="Kijk naar").get_by_role("link", name="Week").click()
    page.get_by_label("Zoek een kaart").press_sequentially("brief")
    expect(board.card(THEIRS)).to_have_count(0)
    expect(page).to_have_url(re.compile("lens=week.*q=brief"))
    page.reload()
    is_a_whole_page(page)
    expect(page.get_by_label("Zoek een kaart")).to_have_value("brief")
    expect(page.locator("#idee .ob-card__t")).to_have_text(MINE)
    expect(board.card(THEIRS)).to_have_count(0)


def test_the_back_button_undoes_a_filter_and_shows_a_whole_page(board: BoardPage) -> None:
    page = board.page
    page.get_by_label("van mij").check()
    expect(board.card(MINE)).to_have_count(0)
    page.go_back()
    is_a_whole_page(page)
    expect(board.card(MINE)).to_have_count(1)
    expect(page.get_by_label("van mij")).not_to_be_checked()
    page.go_forward()
    is_a_whole_page(page)
    expect(board.card(MINE)).to_have_count(0)
    expect(page.get_by_label("van mij")).to_be_checked()


def test_back_from_a_card_shows_the_filtered_board_as_a_whole_page(board: BoardPage) -> None:
    page = board.page
    page.get_by_label("Zoek een kaart").press_sequentially("brief")
    expect(page).to_have_url(re.compile("q=brief"))
    expect(board.card(THEIRS)).to_have_count(0)
    with page.expect_response(lambda answer: answer.status in {200, 304} and "q=brief" in answer.url):
        pass  # the screen looked for news, and nothing had changed
    board.link(MINE).click()
    expect(page.locator("h1")).to_have_text(MINE)
    page.go_back()
    is_a_whole_page(page)
    expect(board.card(MINE)).to_have_count(1)
    expect(board.card(THEIRS)).to_have_count(0)
    expect(page.get_by_label("Zoek een kaart")).to_have_value("brief")


def test_after_a_move_and_a_visit_elsewhere_back_shows_the_card_where_it_is_now(board: BoardPage) -> None:
    board.link(MINE).focus()
    board.page.keyboard.press("Shift+ArrowRight")
    expect(board.message).to_be_visible()
    board.page.get_by_role("link", name="Vandaag").click()
    expect(board.page.locator("#bord")).to_have_count(0)
    board.page.go_back()
    is_a_whole_page(board.page)
    board.expect_in(MINE, "inwoner")


def test_a_move_keeps_the_filter(board: BoardPage) -> None:
    board.open("?q=brief").link(MINE).focus()
    board.page.keyboard.press("Shift+ArrowRight")
    board.all_moves_answered()
    expect(board.card(THEIRS)).to_have_count(0)
    board.undo()
    board.expect_in(MINE, "waarom")
    expect(board.card(THEIRS)).to_have_count(0)
    expect(board.page).to_have_url(re.compile(r"q=brief"))


def test_an_address_with_a_nul_in_it_is_not_found(member: Page, citizen: Page) -> None:
    for page, address in ((member, "/bord/opgaven/%00"), (citizen, "/opgaven/%00"), (citizen, "/bord/x%00")):
        assert page.request.get(address).status == 404

"""The connection falls away: what was typed stays, and the screen says what happened."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MINE = "Lees de brief hardop"


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live, complaints: Complaints) -> BoardPage:
    opgavebord.card(opgave, MINE)
    complaints.expect("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "status of 500", "htmx:", "Error Code 500")
    return BoardPage(member, opgave).open()


def test_a_new_card_that_cannot_be_saved_stays_in_its_field(board: BoardPage) -> None:
    field = board.open_quick_field("klein")
    board.page.keyboard.type("Vraag het aan de balie")
    board.page.context.set_offline(True)
    board.page.keyboard.press("Enter")
    expect(board.message).to_contain_text("Er is geen verbinding")
    expect(field).to_have_value("Vraag het aan de balie")
    expect(field).to_be_focused()
    board.page.context.set_offline(False)
    board.page.keyboard.press("Enter")
    expect(board.link("Vraag het aan de balie")).to_be_visible()
    expect(board.message).to_have_count(0)


def test_a_move_that_does_not_arrive_puts_the_card_back_and_says_so(board: BoardPage) -> None:
    board.link(MINE).focus()
    board.page.context.set_offline(True)
    board.page.keyboard.press("Shift+ArrowRight")
    expect(board.message).to_contain_text("Er is geen verbinding")
    assert board.column_of(MINE) == "klein"
    expect(board.link(MINE)).to_be_focused()


def test_a_server_that_breaks_takes_no_words_away(board: BoardPage) -> None:
    field = board.open_quick_field("klein")
    board.page.route("**/kaarten/nieuw", lambda route: route.fulfill(status=500, body="stuk"))
    board.page.keyboard.type("Vraag het aan de balie")
    board.page.keyboard.press("Enter")
    expect(board.message).to_contain_text("Dat ging mis")
    expect(field).to_have_value("Vraag het aan de balie")


def test_while_the_connection_is_gone_looking_for_news_is_silent(board: BoardPage) -> None:
    board.page.context.set_offline(True)
    with board.page.expect_event("requestfailed"):
        pass
    expect(board.message).to_have_count(0)
    board.page.context.set_offline(False)
    expect(board.link(MINE)).to_be_visible()

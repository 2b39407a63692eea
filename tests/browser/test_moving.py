"""A card moves by its handle, by keys, and by buttons; each move has a way back."""

import pytest
from playwright.sync_api import Page, expect

from board.core.opgaven.cards import CardState
from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
FIRST, MINE, LAST = "Bel tien huurders", "Lees de brief hardop", "Vraag het aan de balie"


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    """Three ideas in Klein, one in Waarom."""
    for action in (FIRST, MINE, LAST):
        opgavebord.card(opgave, action)
    opgavebord.card(opgave, "Staat in Waarom", block="why")
    return BoardPage(member, opgave)


def test_a_card_dragged_to_another_block_stays_there(board: BoardPage) -> None:
    board.open().drag(MINE, onto=board.card("Staat in Waarom"))
    expect(board.message).to_contain_text("staat nu bij Waarom")
    board.expect_cards("waarom", [MINE, "Staat in Waarom"])
    board.open()
    board.expect_cards("waarom", [MINE, "Staat in Waarom"])
    board.expect_cards("klein", [FIRST, LAST])


def test_a_card_can_be_dragged_into_an_empty_column(board: BoardPage) -> None:
    board.open().drag(MINE, onto=board.page.locator("#lijst-talenten"))
    expect(board.message).to_contain_text("staat nu bij Talenten")
    board.open()
    board.expect_cards("talenten", [MINE])


def test_a_card_dragged_to_doing_in_the_week_lens_stays_there(board: BoardPage) -> None:
    board.open("?lens=week").drag(MINE, onto=board.page.locator("#lijst-bezig-nu"))
    expect(board.message).to_contain_text("bezig")
    board.open("?lens=week")
    board.expect_cards("bezig", [MINE])


def test_a_card_dragged_to_done_asks_for_its_sentence_first(board: BoardPage) -> None:
    board.open("?lens=week").drag(MINE, onto=board.page.locator("#lijst-gedaan-nu"))
    board.page.wait_for_url("**/rond-af")
    expect(board.page.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    board.open("?lens=week")
    board.expect_in(MINE, "idee")


def test_two_drags_in_a_row_both_stay(board: BoardPage) -> None:
    board.open().drag(MINE, onto=board.page.locator("#lijst-talenten"))
    board.drag(LAST, onto=board.page.locator("#lijst-leiderschap"))
    expect(board.message).to_contain_text(LAST)
    board.open()
    board.expect_in(MINE, "talenten")
    board.expect_in(LAST, "leiderschap")


def test_undo_brings_a_card_back_to_its_old_column_and_place(board: BoardPage) -> None:
    board.open().drag(MINE, onto=board.page.locator("#lijst-talenten"))
    board.undo()
    expect(board.page.locator("#klein").locator(".ob-card__t", has_text=MINE)).to_be_visible()
    board.expect_cards("klein", [FIRST, MINE, LAST])
    expect(board.link(MINE)).to_be_focused()
    board.open()
    board.expect_cards("klein", [FIRST, MINE, LAST])


def test_a_move_and_its_undo_leave_alone_what_stands_in_an_open_field(board: BoardPage) -> None:
    field = board.open().open_quick_field("waarom")
    board.page.keyboard.type("Half opgeschreven")
    board.drag(MINE, onto=board.page.locator("#lijst-talenten"))
    expect(board.message).to_be_visible()
    board.undo()
    board.expect_in(MINE, "klein")
    expect(field).to_have_value("Half opgeschreven")
    expect(board.page.locator("#nieuw-waarom")).to_have_count(1)


def test_shift_and_arrows_move_a_card_and_the_focus_stays_on_it(board: BoardPage) -> None:
    board.open().link(MINE).focus()
    for key, column, place in (
        ("ArrowUp", "klein", [MINE, FIRST, LAST]),
        ("ArrowDown", "klein", [FIRST, MINE, LAST]),
        ("ArrowRight", "leiderschap", [MINE]),
        ("ArrowRight", "talenten", [MINE]),
        ("ArrowLeft", "leiderschap", [MINE]),
    ):
        board.page.keyboard.press(f"Shift+{key}")
        board.all_moves_answered()
        expect(board.link(MINE)).to_be_focused()
        board.expect_cards(column, place)
    board.open()
    board.expect_cards("leiderschap", [MINE])


def test_keys_pressed_faster_than_the_server_answers_all_count(board: BoardPage) -> None:
    board.open("?lens=week").link(MINE).focus()
    board.page.keyboard.press("Shift+ArrowRight")
    board.page.keyboard.press("Shift+ArrowRight")
    board.expect_in(MINE, "bezig")
    board.all_moves_answered()
    expect(board.link(MINE)).to_be_focused()
    board.open("?lens=week")
    board.expect_in(MINE, "bezig")


@pytest.mark.parametrize("width", [390])
def test_on_a_phone_shift_and_arrows_take_the_screen_along(board: BoardPage) -> None:
    board.open().link(MINE).focus()
    board.page.keyboard.press("Shift+ArrowRight")
    board.all_moves_answered()
    expect(board.link(MINE)).to_be_visible()
    expect(board.link(MINE)).to_be_focused()
    board.expect_in(MINE, "leiderschap")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_card_moves_by_verplaats_naar_and_back_by_undo(board: BoardPage) -> None:
    board.open()
    board.card(MINE).hover()
    board.card(MINE).get_by_role("link", name="Verplaats naar…").click()
    board.page.get_by_role("button", name="Inwoner").click()
    expect(board.message).to_contain_text("staat nu bij Inwoner")
    expect(board.link(MINE)).to_be_in_viewport()
    board.expect_in(MINE, "inwoner")
    board.undo()
    expect(board.message).to_contain_text("Teruggedraaid")
    board.show("klein")
    expect(board.link(MINE)).to_be_visible()
    board.expect_cards("klein", [FIRST, MINE, LAST])


def test_a_move_from_an_outdated_screen_says_so_and_changes_nothing(
    board: BoardPage, opgavebord: Live, opgave: str, complaints: Complaints
) -> None:
    complaints.expect("status of 409")
    board.open().never_looks_for_news()
    opgavebord.change(opgave, MINE, block="leadership", state=CardState.DOING)
    board.drag(MINE, onto=board.page.locator("#lijst-talenten"))
    expect(board.message).to_contain_text("Een collega was je voor")
    board.expect_in(MINE, "leiderschap")
    board.open()
    board.expect_in(MINE, "leiderschap")

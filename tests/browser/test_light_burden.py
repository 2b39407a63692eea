"""How many actions the weekly work takes: a click, a key, a field typed, a choice and a drag each count as one."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.live import Live

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MINE = "Lees de brief hardop"


class Hand:
    """Does what a user does, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, place: Locator) -> None:
        place.click()
        self.actions += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.actions += 1

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)
        self.actions += 1

    def tab_to(self, place: Locator) -> None:
        while not (place.count() and place.first.evaluate("wanted => wanted === document.activeElement")):
            self.press("Tab")
            assert self.actions < 99, "not reached by Tab"


@pytest.fixture
def hand(member: Page) -> Hand:
    return Hand(member)


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    opgavebord.card(opgave, MINE)
    return BoardPage(member, opgave).open()


def test_a_card_takes_one_click_to_begin_and_then_two_actions_each(board: BoardPage, hand: Hand) -> None:
    hand.click(board.page.locator("#plus-klein"))
    expect(board.quick_field("klein")).to_be_focused()
    for action in ("Bel tien huurders", "Vraag het aan de balie"):
        before = hand.actions
        hand.type(action)
        hand.press("Enter")
        expect(board.link(action)).to_be_visible()
        expect(board.quick_field("klein")).to_have_value("")
        assert hand.actions - before == 2


def test_putting_a_card_in_hand_takes_one_drag_and_undoing_it_one_click(board: BoardPage, hand: Hand) -> None:
    board.open("?lens=week").drag(MINE, onto=board.page.locator("#lijst-bezig-nu"))
    hand.click(board.message.get_by_role("button", name="Ongedaan maken"))
    board.expect_in(MINE, "idee")
    assert hand.actions == 1


def test_finishing_takes_three_actions(board: BoardPage, hand: Hand) -> None:
    board.card(MINE).hover()
    hand.click(board.card(MINE).get_by_role("link", name="Rond af"))
    expect(board.page.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    hand.type("U krijgt een brief die u begrijpt.")
    hand.click(board.page.get_by_role("button", name="Leg de steen"))
    expect(board.card(MINE)).to_contain_text("U krijgt een brief")
    assert hand.actions == 3


def test_planning_fully_with_owner_week_and_result(board: BoardPage, hand: Hand) -> None:
    """Without leaving the board; the colleague and the week stay for the next card, so that one takes four at most."""
    page = board.page
    hand.click(page.locator("#plus-klein"))
    expect(board.quick_field("klein")).to_be_focused()
    hand.type("Bel tien huurders")
    hand.click(page.get_by_text("Zeg meteen meer"))
    page.get_by_label("Wat gaat de inwoner merken?").fill("U wordt eerst gebeld.")
    page.get_by_label("Wie?").select_option(label="Marit Hoving")
    page.locator("#week-klein").select_option(index=1)
    hand.actions += 3
    hand.click(page.get_by_role("button", name="Zet op het bord"))
    expect(board.card("Bel tien huurders")).to_contain_text("U wordt eerst gebeld.")
    expect(board.card("Bel tien huurders")).to_contain_text("Marit")
    assert hand.actions <= 7

    hand.actions = 0
    expect(board.quick_field("klein")).to_be_focused()
    hand.type("Lees de brief voor")
    hand.press("Tab")
    hand.press("Tab")
    hand.type("U hoort wat er in de brief staat.")
    hand.press("Enter")
    expect(board.card("Lees de brief voor")).to_contain_text("U hoort wat er in de brief staat.")
    expect(board.card("Lees de brief voor")).to_contain_text("Marit")
    assert hand.actions <= 5


def test_with_keys_alone_a_new_card_takes_three_presses_and_moving_it_four(board: BoardPage, hand: Hand) -> None:
    hand.press("Alt+n")
    expect(board.quick_field("klein")).to_be_focused()
    hand.type("Bel tien huurders")
    hand.press("Enter")
    expect(board.quick_field("klein")).to_have_value("")
    expect(board.quick_field("klein")).to_be_focused()
    assert hand.actions == 3

    board.open()
    hand.actions = 0
    hand.press("ArrowDown")
    expect(board.link("Bel tien huurders")).to_be_focused()
    hand.press("Shift+ArrowRight")
    board.expect_in("Bel tien huurders", "leiderschap")
    assert hand.actions == 2


def test_arrows_go_from_card_to_card(board: BoardPage, opgave: str, opgavebord: Live) -> None:
    opgavebord.card(opgave, "Vraag het aan de balie")
    board.open()
    first, second = (board.page.locator("#klein .ob-card__t a").nth(place) for place in (0, 1))
    board.page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    board.page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    board.page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()

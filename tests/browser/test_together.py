"""Two people on one board: news comes in by itself, and nobody's typing is disturbed."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live

THEIRS, MINE = "Bel tien huurders", "Lees de brief hardop"


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    opgavebord.card(opgave, THEIRS)
    opgavebord.card(opgave, MINE)
    return BoardPage(member, opgave).open()


def test_what_a_colleague_moves_appears_while_i_type_on_undisturbed(
    board: BoardPage, browse: Browse, opgave: str
) -> None:
    field = board.open_quick_field("waarom")
    board.page.keyboard.type("Vraag het de balie")
    for _letter in "balie":
        board.page.keyboard.press("ArrowLeft")
    colleague = BoardPage(browse("manager"), opgave).open()
    colleague.drag(THEIRS, onto=colleague.page.locator("#lijst-talenten"))
    expect(board.page.locator("#talenten").get_by_role("link", name=THEIRS, exact=True)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("Vraag het de balie")
    board.page.keyboard.type("mensen van de ")
    expect(field).to_have_value("Vraag het de mensen van de balie")


def test_news_leaves_the_focus_on_the_card_where_it_was(board: BoardPage, opgavebord: Live, opgave: str) -> None:
    board.link(MINE).focus()
    opgavebord.change(opgave, THEIRS, block="talents")
    expect(board.page.locator("#talenten .ob-card__t")).to_have_text(THEIRS)
    expect(board.link(MINE)).to_be_focused()


def test_news_closes_no_open_field_and_a_filter_stays(board: BoardPage, opgavebord: Live, opgave: str) -> None:
    board.page.get_by_label("Zoek een kaart").press_sequentially("brief")
    expect(board.card(THEIRS)).to_have_count(0)
    opgavebord.change(opgave, MINE, block="talents")
    expect(board.page.locator("#talenten .ob-card__t")).to_have_text(MINE)
    expect(board.card(THEIRS)).to_have_count(0)
    expect(board.page.get_by_label("Zoek een kaart")).to_be_focused()
    expect(board.page.get_by_label("Zoek een kaart")).to_have_value("brief")


def test_news_that_was_already_on_its_way_does_not_take_my_new_card_away(
    board: BoardPage, opgavebord: Live, opgave: str
) -> None:
    """The answer to a look is made before my card, and arrives after it."""
    late: list[tuple[Route, object]] = []

    def hold(route: Route) -> None:
        if route.request.method == "GET" and not late:
            late.append((route, route.fetch()))
        else:
            route.continue_()

    a_look = re.compile(rf"/bord/opgaven/{opgave}\??$")
    board.open_quick_field("waarom")
    opgavebord.change(opgave, THEIRS, block="talents")
    board.page.route(a_look, hold)
    while not late:  # the next look; its answer is there before my card is
        board.page.wait_for_timeout(50)
    board.page.keyboard.type("Mijn nieuwe kaart")
    board.page.keyboard.press("Enter")
    expect(board.link("Mijn nieuwe kaart")).to_be_visible()
    route, answer = late[0]
    with board.page.expect_response(a_look):
        route.fulfill(response=answer)  # type: ignore[arg-type]
    board.page.wait_for_timeout(100)
    board.expect_cards("waarom", ["Mijn nieuwe kaart"])
    expect(board.page.locator("#talenten .ob-card__t")).to_have_text(THEIRS)
    board.expect_cards("waarom", ["Mijn nieuwe kaart"])


def test_two_people_who_change_the_same_words_both_see_both_texts(
    board: BoardPage, browse: Browse, opgave: str, complaints: Complaints
) -> None:
    complaints.expect("status of 409")
    board.link(MINE).click()
    colleague = BoardPage(browse("manager"), opgave).open()
    colleague.link(MINE).click()
    colleague.page.get_by_label("Wat gaan we doen?").fill("Lees de brief zacht")
    colleague.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(colleague.message).to_contain_text("is bewaard")
    board.page.get_by_label("Wat gaan we doen?").fill("Lees de brief samen")
    board.page.get_by_role("button", name="Bewaar", exact=True).click()
    choice = board.page.get_by_role("alert").get_by_role("group", name="Wat gaan we doen?")
    expect(choice).to_contain_text("Lees de brief samen")
    expect(choice).to_contain_text("Lees de brief zacht")
    expect(board.page.get_by_role("textbox", name="Wat gaan we doen?")).to_have_value("Lees de brief samen")
    board.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(board.link("Lees de brief samen")).to_be_visible()

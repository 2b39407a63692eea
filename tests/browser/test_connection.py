"""The connection falls away: what was typed stays, and the screen says what happened."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live
from tests.browser.typed import WORDS, expect_waiting

# What keys, hands and addresses do in a browser does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MINE = "Lees de brief hardop"
SIGN_OUT = """() => {
  const form = document.createElement("form");
  form.setAttribute("method", "post");
  form.setAttribute("action", "/bord/uitloggen");
  document.body.append(form);
  form.requestSubmit();
}"""


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
    board.expect_in(MINE, "klein")
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


@pytest.fixture
def card(member: Page, opgave: str, opgavebord: Live) -> Page:
    """The page of a card, with something typed in its description."""
    member.goto(f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, MINE)}")
    member.locator("details:has(textarea[name=description])").evaluate("details => { details.open = true; }")
    member.fill("textarea[name=description]", WORDS)
    return member


def test_a_slow_line_shows_that_the_form_is_on_its_way(card: Page, opgavebord: Live) -> None:
    waits: list[Route] = []
    card.route(
        "**/kaarten/*", lambda route: waits.append(route) if route.request.method == "POST" else route.fallback()
    )
    button = card.locator("main form:has([name=action])").get_by_role("button", name="Bewaar")
    button.click()
    expect(button).to_have_css("animation-name", "ob-onderweg")
    expect(card.locator("#melding")).to_contain_text("Het bewaren duurt wat langer")
    expect(card.locator("textarea[name=description]")).to_have_value(WORDS)
    waits[0].continue_()
    card.wait_for_url(lambda url: "/kaarten/" not in url)


def test_who_stays_after_all_when_signing_out_keeps_the_text(card: Page, opgavebord: Live) -> None:
    expect_waiting(card, 1)
    card.once("dialog", lambda dialog: dialog.dismiss())
    with card.expect_event("dialog"):
        card.evaluate(SIGN_OUT)
    card.wait_for_timeout(300)
    card.mouse.click(1, 1)
    expect_waiting(card, 1)
    card.once("dialog", lambda dialog: dialog.accept())
    card.goto("/bord")

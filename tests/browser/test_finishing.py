"""A card is finished with what a citizen notices, looked at, published, read outside, and taken back."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.desk import sign_in
from tests.browser.live import Live

MINE = "Lees de brief hardop"
SENTENCE = "U krijgt een brief die u in één keer begrijpt."
at_both_widths = pytest.mark.parametrize("width", [1440, 390])


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    opgavebord.card(opgave, MINE)
    return BoardPage(member, opgave).open()


def finish(board: BoardPage, sentence: str = SENTENCE) -> None:
    """Open, sentence, save: three actions."""
    board.card(MINE).hover()
    board.card(MINE).get_by_role("link", name="Rond af").click()
    expect(board.page.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    board.page.keyboard.type(sentence)
    board.page.get_by_role("button", name="Leg de steen").click()
    expect(board.card(MINE)).to_contain_text(sentence)


def publish(board: BoardPage) -> None:
    board.card(MINE).get_by_role("link", name="Klaar om te publiceren").click()
    expect(board.page.locator("#blad")).to_contain_text(SENTENCE)
    board.page.get_by_role("button", name="Publiceer").click()
    expect(board.card(MINE)).to_contain_text("gepubliceerd")


@at_both_widths
def test_a_finished_card_shows_its_sentence_on_the_board(board: BoardPage) -> None:
    finish(board)
    expect(board.message).to_contain_text("De steen ligt er")
    expect(board.link(MINE)).to_be_in_viewport()
    expect(board.card(MINE)).to_contain_text("Klaar om te publiceren")


def test_the_preview_follows_what_is_typed_without_taking_the_caret(board: BoardPage) -> None:
    page = board.page
    board.link(MINE).click()
    page.get_by_role("link", name="Rond af").click()
    field = page.get_by_label("Wat merkt de inwoner nu?")
    expect(field).to_be_focused()
    page.keyboard.type("U krijgt antwoord")
    expect(page.locator("#blad .ob-stuk__zin")).to_have_text("U krijgt antwoord")
    expect(page.locator("#sentence-teller")).to_have_text("17 van 280 tekens")
    expect(field).to_be_focused()
    page.keyboard.type(" in twee dagen.")
    expect(page.locator("#blad .ob-stuk__zin")).to_have_text("U krijgt antwoord in twee dagen.")
    expect(field).to_have_value("U krijgt antwoord in twee dagen.")


def test_without_a_sentence_nothing_is_done_and_nothing_typed_is_lost(board: BoardPage, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    board.card(MINE).hover()
    board.card(MINE).get_by_role("link", name="Rond af").click()
    page = board.page
    page.get_by_label("Niet gelukt, wel geleerd").check()
    page.get_by_role("button", name="Leg de steen").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit kan nog niet")
    expect(page.get_by_label("Niet gelukt, wel geleerd")).to_be_checked()
    expect(page.get_by_label("Wat merkt de inwoner nu?")).to_be_focused()
    board.open()
    expect(board.card(MINE)).to_contain_text("idee")


@at_both_widths
def test_what_is_published_is_read_by_a_citizen_and_what_is_withdrawn_leaves_its_reason(
    board: BoardPage, browse: Browse, complaints: Complaints
) -> None:
    complaints.expect("status of 410")
    finish(board)
    publish(board)
    citizen = browse()
    citizen.goto("/")
    citizen.get_by_role("link", name=SENTENCE, exact=True).click()
    expect(citizen.locator("h1")).to_contain_text(SENTENCE)
    assert re.search(r"/resultaten/\d+$", citizen.url)
    assert SENTENCE in citizen.request.get("/feed.atom").text()
    withdraw(board)
    citizen.reload()
    expect(citizen.locator("main")).to_contain_text("De brief was toch nog te moeilijk.")
    expect(citizen.locator("main")).not_to_contain_text(SENTENCE)
    citizen.goto("/")
    expect(citizen.get_by_text(SENTENCE)).to_have_count(0)
    assert SENTENCE not in citizen.request.get("/feed.atom").text()


def withdraw(board: BoardPage) -> None:
    board.link(MINE).click()
    board.page.get_by_role("link", name="Trek in").click()
    board.page.get_by_label("Waarom trekken we dit in?").fill("De brief was toch nog te moeilijk.")
    board.page.get_by_role("button", name="Trek in").click()
    expect(board.message).to_contain_text("Ingetrokken")


def test_the_week_publishes_all_that_is_ready_in_two_actions(board: BoardPage, citizen: Page) -> None:
    finish(board)
    page = board.page
    page.get_by_role("link", name="De week").click()
    expect(page.locator("h1")).to_have_text("Publiceer de week")
    for box in page.get_by_role("checkbox").all():  # what else is ready belongs to the demo
        box.set_checked(SENTENCE in box.evaluate("box => box.closest('label').textContent"))
    page.get_by_role("button", name=re.compile("^Publiceer d")).click()
    expect(page.locator("#melding")).to_contain_text("Eén resultaat is gepubliceerd")
    citizen.goto("/")
    expect(citizen.get_by_role("link", name=SENTENCE, exact=True)).to_have_count(1)


def test_a_published_result_cannot_be_dragged_open_again(board: BoardPage, complaints: Complaints) -> None:
    complaints.expect("status of 409")
    finish(board)
    publish(board)
    board.open("?lens=week").drag(MINE, onto=board.page.locator("#lijst-bezig-nu"))
    expect(board.message).to_contain_text("Trek het eerst in")
    board.expect_in(MINE, "gedaan")


def test_who_signs_out_is_out_and_the_back_button_shows_no_board(citizen: Page, opgave: str) -> None:
    sign_in(citizen, "lid")
    citizen.goto(f"/bord/opgaven/{opgave}")
    citizen.goto("/bord/ik")
    citizen.get_by_role("button", name="Log uit").click()
    citizen.wait_for_url("**/inloggen")
    citizen.goto(f"/bord/opgaven/{opgave}")
    expect(citizen.get_by_role("button", name="Log in")).to_be_visible()
    citizen.go_back()
    expect(citizen.locator("#bord")).to_have_count(0)


@pytest.mark.parametrize("stays", [True, False])
def test_signing_out_warns_first_of_unsaved_words_and_then_leaves_nothing_on_the_screen(
    citizen: Page, stays: bool
) -> None:
    sign_in(citizen, "lid")
    citizen.goto("/bord/ik")
    words = citizen.locator("main form[method=post] input[type=text]").first
    words.fill("Dit is nog niet bewaard")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        (dialog.dismiss if stays else dialog.accept)()

    citizen.on("dialog", answer)
    with citizen.expect_event("dialog"):
        citizen.get_by_role("button", name="Log uit").click(no_wait_after=True)
    if stays:
        expect(words).to_have_value("Dit is nog niet bewaard")
        assert citizen.request.get("/bord", max_redirects=0).status == 200
    else:
        citizen.wait_for_url("**/inloggen")
        expect(words).to_have_count(0)
        assert citizen.request.get("/bord", max_redirects=0).status != 200
    assert asked == ["beforeunload"]

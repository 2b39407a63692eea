"""Going back shows how it is now, a filter is one step, and the first letters of a new card are not lost."""

import re
import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live

# What a browser does with history and keys does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live) -> BoardPage:
    opgavebord.card(opgave, "Bel de school")
    opgavebord.card(opgave, "Lees de brief hardop")
    return BoardPage(member, opgave).open()


def steps(page: Page) -> int:
    return int(page.evaluate("history.length"))


def test_a_filter_that_is_typed_slowly_is_one_step(board: BoardPage) -> None:
    before = steps(board.page)
    board.page.locator("#zoek").click()
    for letter in "school":
        with board.page.expect_response("**/bord/opgaven/*?*q=*"):
            board.page.keyboard.type(letter)
    expect(board.link("Lees de brief hardop")).to_have_count(0)
    board.page.wait_for_url("**q=school")
    assert steps(board.page) - before == 1
    board.page.go_back()
    expect(board.link("Lees de brief hardop")).to_be_visible()
    assert "q=" not in board.page.url


def test_back_to_the_board_shows_what_a_colleague_did(board: BoardPage, opgave: str, opgavebord: Live) -> None:
    board.never_looks_for_news()
    board.page.goto("/bord/geleerd")
    opgavebord.change(opgave, "Bel de school", action="Bel de school vandaag")
    board.page.go_back()
    expect(board.link("Bel de school vandaag")).to_be_visible()


def test_back_to_a_card_shows_what_was_saved(board: BoardPage) -> None:
    board.link("Bel de school").click()
    field = board.page.get_by_label("Wat gaat de inwoner merken?")
    field.fill("U wordt gebeld.")
    board.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(board.card("Bel de school")).to_contain_text("U wordt gebeld.")
    board.page.go_back()
    expect(field).to_have_value("U wordt gebeld.")
    board.page.wait_for_function("document.querySelector('[name=citizen_result]').defaultValue === 'U wordt gebeld.'")


def test_the_filter_is_there_again_after_saving_a_card(board: BoardPage) -> None:
    board.open("?lens=week&q=school")
    board.link("Bel de school").click()
    board.page.get_by_label("Wat gaat de inwoner merken?").fill("U wordt gebeld.")
    board.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(board.card("Bel de school")).to_contain_text("U wordt gebeld.")
    expect(board.page).to_have_url(re.compile("lens=week&q=school"))


def slowly(route: Route) -> None:
    if route.request.method == "GET":
        time.sleep(0.4)
    route.fallback()


@pytest.mark.parametrize("by_keys", [True, False])
def test_the_first_letters_of_a_card_are_not_lost(board: BoardPage, by_keys: bool) -> None:
    board.page.route("**/kaarten/nieuw*", slowly)
    if by_keys:
        board.page.keyboard.press("Alt+n")
    else:
        board.page.locator("#plus-klein").click(no_wait_after=True)
    board.page.keyboard.type("Bel tien huurders", delay=60)
    field = board.page.locator(".ob-quick textarea")
    expect(field).to_have_value("Bel tien huurders")
    expect(board.page.locator(".ob-quick").get_by_role("button", name="Zet op het bord")).to_be_visible()
    expect(field).to_have_value("Bel tien huurders")
    expect(field).to_be_focused()


def test_who_goes_back_in_those_letters_types_on_there(board: BoardPage) -> None:
    board.page.route("**/kaarten/nieuw*", slowly)
    board.page.locator("#plus-klein").click(no_wait_after=True)
    board.page.keyboard.type("Vraag de balie")
    for _letter in "balie":
        board.page.keyboard.press("ArrowLeft")
    expect(board.page.locator(".ob-quick").get_by_role("button", name="Zet op het bord")).to_be_visible()
    board.page.keyboard.type("mensen van de ")
    expect(board.page.locator(".ob-quick textarea")).to_have_value("Vraag de mensen van de balie")


def test_enter_before_the_field_is_there_saves_the_card(board: BoardPage) -> None:
    board.page.route("**/kaarten/nieuw*", slowly)
    board.page.locator("#plus-klein").click(no_wait_after=True)
    board.page.keyboard.type("Bel tien huurders")
    board.page.keyboard.press("Enter")
    expect(board.link("Bel tien huurders")).to_be_visible()


def test_escape_before_the_field_is_there_closes_it(board: BoardPage) -> None:
    board.page.route("**/kaarten/nieuw*", slowly)
    board.page.locator("#plus-klein").click(no_wait_after=True)
    board.page.keyboard.type("Bel")
    board.page.keyboard.press("Escape")
    expect(board.page.locator("#plus-klein")).to_be_focused()
    expect(board.page.locator("#nieuw-klein textarea")).to_have_count(0)
    board.page.wait_for_timeout(900)  # the answer that was on its way opens nothing
    expect(board.page.locator("#nieuw-klein textarea")).to_have_count(0)
    expect(board.open_quick_field("klein")).to_have_value("")


def test_two_cards_before_the_field_is_there_become_no_single_card(board: BoardPage) -> None:
    board.page.route("**/kaarten/nieuw*", slowly)
    board.page.locator("#plus-klein").click(no_wait_after=True)
    board.page.keyboard.type("Bel tien huurders")
    board.page.keyboard.press("Enter")
    board.page.keyboard.type("Lees de brief")
    expect(board.link("Bel tien huurders")).to_be_visible()
    expect(board.quick_field("klein")).to_have_value("Lees de brief")


def test_who_types_on_while_an_empty_card_is_refused_loses_no_letter(board: BoardPage, complaints: Complaints) -> None:
    complaints.expect("status of 422")
    field = board.open_quick_field("klein")
    expect(board.page.locator(".ob-quick").get_by_role("button", name="Zet op het bord")).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    board.page.route("**/kaarten/nieuw", hold, times=1)
    with board.page.expect_request("**/kaarten/nieuw"):
        board.page.keyboard.press("Enter")
    board.page.keyboard.type("Bel tien huurders")
    held[0].continue_()
    expect(board.page.locator("#nieuw-klein")).to_contain_text("Schrijf op wat je gaat doen")
    expect(field).to_have_value("Bel tien huurders")


def test_without_a_line_the_letters_stay_too(board: BoardPage, complaints: Complaints) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED", "htmx:")
    board.page.context.set_offline(True)
    board.page.locator("#plus-klein").click()
    board.page.keyboard.type("Bel tien huurders")
    expect(board.message).to_contain_text("Er is geen verbinding")
    board.page.context.set_offline(False)
    board.page.locator("#plus-klein").click()
    expect(board.page.locator(".ob-quick").get_by_role("button", name="Zet op het bord")).to_be_visible()
    expect(board.quick_field("klein")).to_have_value("Bel tien huurders")

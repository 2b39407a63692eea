"""Monday: the week is planned on the board, card after card, without leaving it."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.board_page import BoardPage
from tests.browser.complaints import Complaints
from tests.browser.live import Live

at_both_widths = pytest.mark.parametrize("width", [1440, 390])


@at_both_widths
def test_three_cards_in_a_row_need_no_more_than_typing_and_enter(member: Page, opgave: str) -> None:
    board = BoardPage(member, opgave).open()
    field = board.open_quick_field("waarom")
    for action in ("Bel tien huurders", "Lees de brief hardop", "Vraag het aan de balie"):
        member.keyboard.type(action)
        member.keyboard.press("Enter")
        expect(board.link(action)).to_be_visible()
        expect(field).to_be_focused()
        expect(field).to_have_value("")
    newest_first = ["Vraag het aan de balie", "Lees de brief hardop", "Bel tien huurders"]
    board.expect_cards("waarom", newest_first)
    board.open()
    board.expect_cards("waarom", newest_first)


def test_who_types_on_while_a_card_is_being_saved_loses_no_letter(member: Page, opgave: str) -> None:
    """A slow line: the answer to the first card comes after the first words of the second."""
    board = BoardPage(member, opgave).open()
    field = board.open_quick_field("klein")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    member.route("**/kaarten/nieuw", hold, times=1)
    member.keyboard.type("Bel tien huurders")
    with member.expect_request("**/kaarten/nieuw"):
        member.keyboard.press("Enter")
    member.keyboard.type("Lees de ")
    held[0].continue_()
    expect(board.link("Bel tien huurders")).to_be_visible()
    expect(field).to_have_value("Lees de ")
    member.keyboard.type("brief hardop")
    member.keyboard.press("Enter")
    expect(board.link("Lees de brief hardop")).to_be_visible()
    expect(field).to_have_value("")


def test_an_empty_card_is_refused_with_words_and_the_field_stays(
    member: Page, opgave: str, complaints: Complaints
) -> None:
    complaints.expect("status of 422")
    board = BoardPage(member, opgave).open()
    field = board.open_quick_field("klein")
    member.keyboard.press("Enter")
    expect(member.locator("#nieuw-klein")).to_contain_text("Schrijf op wat je gaat doen")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()


def test_escape_closes_the_quick_field_and_gives_the_focus_back(member: Page, opgave: str) -> None:
    board = BoardPage(member, opgave).open()
    field = board.open_quick_field("inwoner")
    member.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(member.locator("#plus-inwoner")).to_be_focused()
    board.open_quick_field("inwoner")


@at_both_widths
def test_a_card_is_planned_fully_on_its_own_page(member: Page, opgave: str, opgavebord: Live) -> None:
    opgavebord.card(opgave, "Bel tien huurders")
    board = BoardPage(member, opgave).open()
    board.link("Bel tien huurders").click()
    member.get_by_label("Wat gaat de inwoner merken?").fill("U wordt gebeld voordat er een brief komt.")
    member.get_by_label("Wie pakt dit op?").select_option(label="Marit Hoving")
    member.get_by_label("Week", exact=True).select_option(index=1)
    member.get_by_role("button", name="Bewaar", exact=True).click()
    card = board.card("Bel tien huurders")
    expect(card).to_contain_text("U wordt gebeld voordat er een brief komt.")
    expect(card).to_contain_text("Marit")
    board.undo()
    expect(card).not_to_contain_text("U wordt gebeld")


def test_some_cards_go_to_this_week_in_one_step(member: Page, opgave: str, opgavebord: Live) -> None:
    for action in ("Bel tien huurders", "Lees de brief hardop", "Blijft een idee"):
        opgavebord.card(opgave, action)
    board = BoardPage(member, opgave).open()
    member.get_by_role("link", name="Meer kaarten tegelijk").click()
    member.get_by_label("Bel tien huurders").check()
    member.get_by_label("Lees de brief hardop").check()
    member.get_by_role("button", name="Gepland").click()
    member.wait_for_url(f"**/bord/opgaven/{opgave}")
    board.open("?lens=week")
    board.expect_cards("gepland", ["Bel tien huurders", "Lees de brief hardop"])
    board.expect_cards("idee", ["Blijft een idee"])

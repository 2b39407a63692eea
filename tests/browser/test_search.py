"""Zoek: from the box on every page a word in any of its forms leads to the card, for who may read it."""

import pytest
from playwright.sync_api import Page, expect

from board.core.people.people import Role
from tests.browser.board_page import BoardPage
from tests.browser.conftest import Browse
from tests.browser.keyboard import tab_to
from tests.browser.live import Live
from tests.browser.today_page import part

# Of the words asked for, the card has the singular of one and the plural of the other.
MINE, ASKED = "Leg de brief over pepernoten uit", "brieven pepernoot"


@pytest.fixture
def card(opgave: str, opgavebord: Live) -> int:
    return opgavebord.card(opgave, MINE)


def expect_found(page: Page, opgave: str, card: int) -> None:
    """The card stands under Kaarten, and leads to its page."""
    address = f"/bord/opgaven/{opgave}/kaarten/{card}"
    found = part(page, "Kaarten").locator(f'a[href="{address}"]')
    expect(found).to_have_text(MINE)
    expect(found.locator("mark")).to_have_text(["brief", "pepernoten"])
    found.click()
    expect(page.locator("h1")).to_have_text(MINE)


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no_js"])
def test_the_box_at_the_top_finds_another_form_of_the_word(
    browse: Browse, opgave: str, card: int, javascript: bool
) -> None:
    page = browse("lid", javascript=javascript)
    page.goto("/bord")
    page.get_by_role("searchbox", name="Zoek in alles").fill(ASKED)
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Wat zoek je?")).to_have_value(ASKED)
    expect_found(page, opgave, card)


def test_on_a_phone_the_magnifier_leads_to_the_same(browse: Browse, opgave: str, card: int) -> None:
    page = browse("lid", wide=390)
    page.goto(f"/bord/opgaven/{opgave}")
    expect(page.get_by_role("searchbox", name="Zoek in alles")).to_be_hidden()
    page.get_by_role("link", name="Zoek in alles").click()
    field = page.get_by_role("searchbox", name="Wat zoek je?")
    expect(field).to_be_focused()
    field.fill(ASKED)
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect_found(page, opgave, card)


def test_every_page_has_the_box_and_on_a_phone_the_way_to_it(member: Page, opgave: str, card: int) -> None:
    board = f"/bord/opgaven/{opgave}"
    top = member.get_by_role("banner")
    for address in ("/bord", board, f"{board}/kaarten/{card}", f"{board}/waarom", "/bord/signalen", "/bord/ik"):
        member.set_viewport_size({"width": 1440, "height": 900})
        member.goto(address)
        expect(top.get_by_role("searchbox", name="Zoek in alles")).to_be_visible()
        member.set_viewport_size({"width": 390, "height": 844})
        expect(top.get_by_role("link", name="Zoek in alles")).to_be_visible()


def test_results_come_while_typing_and_stand_in_the_address(member: Page, opgave: str, card: int) -> None:
    member.goto("/bord/zoek")
    field = member.get_by_role("searchbox", name="Wat zoek je?")
    field.press_sequentially(ASKED)
    expect(member.get_by_role("status").filter(has_text="1 kaart")).to_be_visible()
    expect(field).to_be_focused()
    member.reload()
    expect_found(member, opgave, card)


def test_who_reads_one_opgave_does_not_find_the_card_of_another(
    browse: Browse, opgavebord: Live, opgave: str, card: int
) -> None:
    elsewhere = opgavebord.new_opgave()
    reader = browse(opgavebord.colleague(elsewhere, "Wim Lezer", Role.READER))
    reader.goto(f"/bord/zoek?q={ASKED}")
    expect(reader.get_by_role("main")).to_contain_text(f"Niets gevonden voor “{ASKED}”.")
    expect(reader.get_by_role("main")).not_to_contain_text(MINE)
    opgavebord.colleague(opgave, "Wim Lezer", Role.READER)
    reader.reload()
    expect_found(reader, opgave, card)
    opgavebord.put_away(elsewhere)


def test_with_keys_alone_from_vandaag_to_the_card(member: Page, opgave: str, card: int) -> None:
    member.goto("/bord")
    tab_to(member, member.get_by_role("searchbox", name="Zoek in alles"))
    member.keyboard.type(ASKED)
    member.keyboard.press("Enter")
    found = member.locator(f'main a[href="/bord/opgaven/{opgave}/kaarten/{card}"]')
    expect(found).to_be_visible()
    tab_to(member, found)
    member.keyboard.press("Enter")
    expect(member.locator("h1")).to_have_text(MINE)


def test_what_is_made_just_now_is_found_at_once(member: Page, opgave: str) -> None:
    board = BoardPage(member, opgave).open()
    board.open_quick_field("klein")
    member.keyboard.type("Deel stroopwafels uit bij de brievenbus")
    member.keyboard.press("Enter")
    expect(board.link("Deel stroopwafels uit bij de brievenbus")).to_be_visible()
    member.goto("/bord/zoek?q=stroopwafel")
    expect(part(member, "Kaarten")).to_contain_text("Deel stroopwafels uit bij de brievenbus")

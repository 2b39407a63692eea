"""WCAG 2.2 AA by axe on every page of everyone, in the states that use brings about, and no scrolling sideways."""

import json

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.check import complaints_about
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.browser.walk import reachable, telling

# What a page looks like does not depend on its database.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MISSING = ("/bord/bestaat-niet", "/bestaat-niet")


@pytest.fixture(scope="module")
def looked_at() -> set[tuple[str, str]]:
    """What was read already for somebody else."""
    return set()


@pytest.mark.parametrize("who", ["lid", "manager", "beheer", None], ids=["member", "manager", "admin", "citizen"])
def test_every_page_is_accessible_and_fits_the_screen(
    browse: Browse, who: str | None, looked_at: set[tuple[str, str]], complaints: Complaints
) -> None:
    complaints.expect("status of 404", "status of 403", "status of 410", "status of 422")
    page = browse(who)
    starts = [*MISSING, "/", "/bord", "/bord/inloggen", "/bord/opgaven/schulden?lens=week"]
    found = []
    for address in telling(reachable(page, starts), looked_at):
        page.goto(address)
        found += complaints_about(page)
    assert not found, "\n".join(found)


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live, complaints: Complaints) -> BoardPage:
    complaints.expect("status of 4")
    opgavebord.card(opgave, "Lees de brief hardop")
    return BoardPage(member, opgave).open()


def is_sound(page: Page) -> None:
    found = complaints_about(page)
    assert not found, "\n".join(found)


def test_the_board_with_an_open_field_a_fault_and_a_message(board: BoardPage) -> None:
    board.open_quick_field("klein")
    is_sound(board.page)
    board.page.keyboard.press("Enter")
    expect(board.quick_field("klein")).to_have_attribute("aria-invalid", "true")
    board.link("Lees de brief hardop").focus()
    board.page.keyboard.press("Shift+ArrowUp")
    board.page.keyboard.press("Shift+ArrowRight")
    expect(board.message).to_be_visible()
    is_sound(board.page)


def test_the_board_after_an_outdated_move(board: BoardPage, opgavebord: Live, opgave: str) -> None:
    board.never_looks_for_news()
    opgavebord.change(opgave, "Lees de brief hardop", block="why")
    board.link("Lees de brief hardop").focus()
    board.page.keyboard.press("Shift+ArrowRight")
    expect(board.page.get_by_role("alert")).to_be_visible()
    is_sound(board.page)


def test_a_board_that_finds_nothing(board: BoardPage) -> None:
    board.open("?q=olifant")
    is_sound(board.page)


@pytest.mark.parametrize("empty", ["", "/rond-af", "/splits"])
def test_a_form_with_every_fault_at_once(board: BoardPage, empty: str) -> None:
    page = board.page
    page.goto(str(board.link("Lees de brief hardop").get_attribute("href")) + empty)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for field in page.locator("main form.ob-form").first.locator("input:is([type=text], [type=date]), textarea").all():
        field.fill("")
    if empty == "/rond-af":
        page.get_by_label("Niet gelukt, wel geleerd").check()
    page.locator("main form.ob-form").first.get_by_role("button").last.click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    is_sound(page)


def test_a_card_that_a_colleague_changed_meanwhile(board: BoardPage, opgavebord: Live, opgave: str) -> None:
    page = board.page
    board.link("Lees de brief hardop").click()
    page.get_by_label("Wat gaan we doen?").fill("Lees de brief samen")
    opgavebord.change(opgave, "Lees de brief hardop", action="Lees de brief zacht")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#action-ander")).to_be_visible()
    is_sound(page)


def test_signing_in_with_a_wrong_password(citizen: Page, complaints: Complaints) -> None:
    complaints.expect("status of 4")
    citizen.goto("/bord/inloggen")
    citizen.get_by_label("E-mailadres").fill("niemand@demo.example")
    citizen.get_by_label("Wachtwoord", exact=True).fill("fout")
    citizen.get_by_role("button", name="Log in").click()
    expect(citizen.get_by_role("alert")).to_be_visible()
    is_sound(citizen)


def test_pages_that_no_link_leads_to(citizen: Page, opgavebord: Live, complaints: Complaints) -> None:
    complaints.expect("status of 410", "status of 404")
    for address in (
        opgavebord.withdrawn(),
        opgavebord.password_link("ruth"),
        "/bord/wachtwoord/niets",
        "/week/2020-01",
    ):
        citizen.goto(address)
        is_sound(citizen)


def test_the_steps_of_bringing_in_a_board_from_trello(member: Page, opgave: str) -> None:
    trello = {"name": "Oud bord", "lists": [{"id": "l1", "name": "Doing"}], "labels": [], "members": [], "actions": []}
    trello["cards"] = [{"id": "5f0000000000000000000001", "name": "Bel tien huurders", "idList": "l1"}]
    member.goto(f"/bord/opgaven/{opgave}/importeer")
    file = {"name": "bord.json", "mimeType": "application/json", "buffer": json.dumps(trello).encode()}
    member.locator("input[type=file]").set_input_files([FilePayload(**file)])  # type: ignore[typeddict-item]
    member.get_by_role("button", name="Bekijk wat er komt").click()
    member.wait_for_url("**/importeer/*")
    is_sound(member)

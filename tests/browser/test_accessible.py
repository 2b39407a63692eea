"""WCAG 2.2 AA by axe on every page of everyone, in the states that use brings about, and no scrolling sideways."""

import json

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.check import complaints_about
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.browser.walk import kind, reachable, telling

# What a page looks like does not depend on its database.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
MISSING = ("/bord/bestaat-niet", "/bestaat-niet")
BLOCKS = ("waarom", "inwoner", "klein", "leiderschap", "talenten")
FOUND = ("/bord/zoek?q=brief", "/bord/zoek?q=brief&soort=kaarten", "/bord/zoek?q=olifant")


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
    starts = [*MISSING, *FOUND, "/", "/bord", "/bord/inloggen", "/bord/opgaven/schulden?lens=week"]
    found: list[str] = []
    read = telling(reachable(page, starts), looked_at)
    for address in read:
        page.goto(address)
        found += complaints_about(page)
    assert not found, "\n".join(found)
    if who == "lid":  # each block is read as the demo fills it
        assert {f"/bord/opgaven/*/{slug}" for slug in BLOCKS} <= {kind(address) for address in read}


@pytest.fixture
def board(member: Page, opgave: str, opgavebord: Live, complaints: Complaints) -> BoardPage:
    complaints.expect("status of 4")
    opgavebord.card(opgave, "Lees de brief hardop")
    return BoardPage(member, opgave).open()


def unfold(page: Page) -> None:
    """Open whatever is folded."""
    page.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def is_sound(page: Page) -> None:
    found = complaints_about(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("slug", BLOCKS)
def test_a_block_that_holds_nothing_yet(member: Page, opgavebord: Live, slug: str) -> None:
    opgave = opgavebord.new_opgave(active=False)
    member.goto(f"/bord/opgaven/{opgave}/{slug}")
    unfold(member)
    is_sound(member)
    opgavebord.put_away(opgave)


def test_the_pages_of_somebody_who_begins_today(browse: Browse, opgavebord: Live, opgave: str) -> None:
    page = browse(opgavebord.colleague(opgave, "Nieuwe Collega"))
    for address in ("/bord", "/bord/mensen/ik", "/bord/zoek", "/bord/signalen?staat=nu-niet&soort=kans"):
        page.goto(address)
        is_sound(page)


def test_the_page_of_a_card_with_everything_that_blocks_ask_opened(board: BoardPage) -> None:
    board.link("Lees de brief hardop").click()
    unfold(board.page)
    is_sound(board.page)


@pytest.mark.parametrize(
    "address", ["/bord/signalen/nieuw", "{opgave}/klein", "{opgave}/leiderschap", "/bord/mensen/ik"]
)
def test_a_block_with_an_empty_field_sent(board: BoardPage, opgave: str, address: str) -> None:
    page = board.page
    page.goto(address.format(opgave=f"/bord/opgaven/{opgave}"))
    page.locator("main form.ob-form").first.get_by_role("button").first.click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    unfold(page)
    is_sound(page)


def test_a_worry_with_its_hint_and_a_message(board: BoardPage, opgave: str) -> None:
    page = board.page
    page.goto(f"/bord/opgaven/{opgave}/waarom")
    page.get_by_text("Teken een nieuwe zorg").click()
    page.get_by_label("Waar lig je wakker van?").fill("Uit onderzoek blijkt dat post blijft liggen.")
    page.get_by_role("button", name="Onderteken").click()
    expect(page.locator("main mark")).to_be_visible()
    is_sound(page)


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
    expect(board.message).to_contain_text("Een collega was je voor")
    is_sound(board.page)


def test_a_board_that_finds_nothing(board: BoardPage) -> None:
    board.open("?q=olifant")
    is_sound(board.page)


@pytest.mark.parametrize("empty", ["", "/rond-af", "/splits"])
def test_a_form_with_every_fault_at_once(board: BoardPage, empty: str) -> None:
    page = board.page
    page.goto(str(board.link("Lees de brief hardop").get_attribute("href")) + empty)
    unfold(page)
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
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert").get_by_role("group", name="Wat gaan we doen?")).to_be_visible()
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

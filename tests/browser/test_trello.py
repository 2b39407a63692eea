"""Two exports of one board: the first comes in, the second updates what is here, and all of it can go back."""

import os

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Browse
from tests.browser.desk import sign_in
from tests.exchange.trello import trello


def exports() -> tuple[trello.Json, trello.Json]:
    """A board of its own, and the same some weeks later."""
    to_do, doing = trello.a_list("Te doen"), trello.a_list("Bezig")
    was = trello.card("Bel tien mensen", desc="Voor vrijdag", idList=to_do["id"], idMembers=["lid-Ina"])
    other = trello.card("Schrijf één brief", idList=to_do["id"])
    changed = {**was, "name": "Bel twintig mensen", "desc": "Voor maandag, het nieuwe nummer", "idList": doing["id"]}
    about = {"id": trello.an_id(), "name": "Schulden", "members": [trello.member("Ina")]}
    later = trello.board(
        lists=[{**to_do, "name": "Actie"}, doing],
        cards=[changed, {**other, "closed": True}, trello.card("Nieuwe kaart", idList=to_do["id"])],
        actions=[trello.comment(was, "De bewoner belde terug", by="Ina")],
        checklists=[trello.checklist(was, "bellen", "terugbellen")],
        **about,
    )
    return trello.board(lists=[to_do, doing], cards=[was, other], **about), later


@pytest.fixture(params=[(1440, True), (390, False)], ids=["desk", "phone without JavaScript"])
def lead(browse: Browse, request: pytest.FixtureRequest) -> Page:
    wide, javascript = request.param
    page = browse(wide=wide, javascript=javascript)
    sign_in(page, "lid")
    return page


def choose(page: Page, opgave: str, raw: trello.Json) -> None:
    page.goto(f"/bord/opgaven/{opgave}/importeer")
    page.set_input_files("input[type=file]", {"name": "b.json", "mimeType": "", "buffer": trello.as_file(raw)})
    page.get_by_role("button", name="Bekijk wat er komt").click()


def open_card(page: Page, opgave: str, name: str) -> None:
    """By its link on the board; on a phone it may stand in another column."""
    page.goto(f"/bord/opgaven/{opgave}")
    page.goto(page.get_by_role("link", name=name, include_hidden=True).first.get_attribute("href") or "")


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    if folder := os.environ.get("OPGAVEBORD_TEST_PICTURES"):
        wide = (page.viewport_size or {"width": 0})["width"]
        name = page.locator("h1").inner_text()[:20].replace(" ", "-")
        page.screenshot(path=f"{folder}/{wide}-{name}-{len(os.listdir(folder))}.png", full_page=True)


def test_a_later_export_updates_and_the_import_goes_back(lead: Page, opgave: str) -> None:
    first, later = exports()
    choose(lead, opgave, first)
    expect(lead.get_by_role("heading", name="Wie is wie")).to_be_visible()
    fits(lead)
    lead.get_by_role("button", name="Zet 2 kaarten op het bord").click()
    lead.wait_for_url("**/verslag/*")
    fits(lead)
    open_card(lead, opgave, "Bel tien mensen")
    lead.get_by_label("Wat gaan we doen?").first.fill("Bel de huurders")
    lead.locator("main form:has([name=action])").get_by_role("button", name="Bewaar").click()
    lead.wait_for_url(lambda url: "/kaarten/" not in url)

    choose(lead, opgave, later)

    asked = lead.get_by_role("group", name="Wat we doen")
    expect(asked).to_contain_text("Bel de huurders")
    expect(asked).to_contain_text("Bel twintig mensen")
    expect(lead.get_by_role("group", name="Is in Trello opgeborgen")).to_be_visible()
    expect(lead.get_by_text("De bewoner belde terug")).to_be_visible()
    expect(lead.get_by_text("De lijst “Te doen” heet in Trello nu “Actie”: 1 kaart.")).to_be_visible()
    fits(lead)
    asked.get_by_label("Neem over uit Trello").focus()
    lead.keyboard.press("Space")
    lead.get_by_role("button", name="Zet 1 kaart op het bord en werk de rest bij").click()
    expect(lead.get_by_text("2 kaarten zijn bijgewerkt.")).to_be_visible()
    expect(lead.get_by_label("Ina")).to_be_visible()
    fits(lead)
    report = lead.url
    open_card(lead, opgave, "Bel twintig mensen")
    expect(lead.get_by_text("De bewoner belde terug")).to_be_visible()

    lead.goto(report)
    lead.get_by_role("button", name="Maak de import ongedaan").click()

    expect(lead.get_by_role("heading", name="Ongedaan gemaakt")).to_be_visible()
    fits(lead)
    lead.goto(f"/bord/opgaven/{opgave}")
    expect(lead.get_by_role("link", name="Bel de huurders", include_hidden=True).first).to_be_attached()
    expect(lead.get_by_role("link", name="Nieuwe kaart", include_hidden=True)).to_have_count(0)

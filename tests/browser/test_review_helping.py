"""A manager helps from Voortgang: with keys alone, and on a phone without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.check import complaints_about
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.keyboard import tab_to
from tests.browser.live import Live
from tests.browser.today_page import message

NEED = "Mag ik tot 50 euro zelf beslissen?"
REVIEW = "/bord/voortgang"


@pytest.fixture(autouse=True)
def asked(browse: Browse, opgavebord: Live, opgave: str) -> None:
    """A member of the team asked for mandate."""
    asker = browse(opgavebord.colleague(opgave, "Tineke Vos"), javascript=False)
    asker.goto(f"/bord/opgaven/{opgave}/leiderschap")
    asker.get_by_role("textbox", name="Wat heb je nodig?").fill(NEED)
    asker.get_by_role("button", name="Vraag het").click()
    expect(message(asker)).to_contain_text("Je vraag staat er.")


def test_with_keys_alone_a_row_opens_and_the_question_in_it_is_answered(manager: Page, opgave: str) -> None:
    manager.goto(f"{REVIEW}?mij=1")
    door = manager.locator(f"#rij-{opgave} .ob-rijvraag")
    tab_to(manager, door, at_most=200)
    manager.keyboard.press("Enter")
    expect(door).to_have_attribute("aria-expanded", "true")
    expect(door).to_be_focused()
    assert not complaints_about(manager)
    asked = manager.get_by_role("article").filter(has_text=NEED)
    tab_to(manager, asked.get_by_label("Ja", exact=True))
    manager.keyboard.press("Space")
    tab_to(manager, asked.get_by_role("button", name="Geef antwoord"))
    manager.keyboard.press("Enter")
    expect(message(manager)).to_contain_text("Je antwoord staat er.")
    expect(manager.locator(f"#rij-{opgave}")).to_be_in_viewport()
    expect(manager.get_by_text("Alles heeft een antwoord.")).to_be_visible()


def test_a_row_that_was_opened_closes_again_and_going_back_opens_it(manager: Page, opgave: str) -> None:
    manager.goto(f"{REVIEW}?mij=1")
    door = manager.locator(f"#rij-{opgave} .ob-rijvraag")
    door.click()
    expect(manager.get_by_text(NEED)).to_be_visible()
    door.click()
    expect(manager.get_by_text(NEED)).to_have_count(0)
    manager.go_back()
    expect(manager.get_by_text(NEED)).to_be_visible()


def test_a_phone_without_javascript_opens_a_row_and_answers_not_yet(
    browse: Browse, opgave: str, complaints: Complaints
) -> None:
    complaints.expect("status of 422")
    page = browse("manager", wide=390, javascript=False)
    page.goto(REVIEW)
    page.locator(f"#rij-{opgave} .ob-rijvraag").click()
    asked = page.get_by_role("article").filter(has_text=NEED)
    asked.get_by_label("Dat weet ik nog niet", exact=True).check()
    asked.get_by_role("button", name="Geef antwoord").click()
    expect(page.get_by_text("Geef een reden")).to_be_visible()
    page.get_by_label("Wat zeg je erbij?").fill("Ik vraag het maandag aan de controller.")
    page.get_by_role("button", name="Geef antwoord").click()
    expect(message(page)).to_contain_text("Je antwoord staat er.")
    expect(page.get_by_role("article").filter(has_text=NEED)).to_contain_text("maandag aan de controller")

"""Talents and lessons: people write what they can, a card asks, and what one team learned helps another."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.browser.today_page import ASKED, TodayPage, message, part, undo

MINE = "Maak de brief leesbaar voor nieuwe inwoners"
TALENT = "Ik vertaal brieven naar het Tigrinya"
ASKS = "vertaalt een brief in het Tigrinya"
LESSON = "Bel eerst, en stuur daarna pas een aanmaning."
SITUATION = "Iemand laat een aanmaning van de zorgverzekeraar liggen."


@pytest.fixture
def translator(browse: Browse, opgavebord: Live, opgave: str) -> TodayPage:
    """Vandaag of a colleague on the team, who wrote down what they can."""
    page = browse(opgavebord.colleague(opgave, "Selam Haile"))
    page.goto("/bord/mensen/ik")
    if not page.get_by_text(TALENT).count():  # a person keeps what they wrote, also for the next test
        page.get_by_label("Wat kun je, of wat wil je leren?").fill(TALENT)
        page.get_by_role("button", name="Zet erbij").click()
    expect(part(page, "Dit kan ik, en doe ik graag")).to_contain_text(TALENT)
    return TodayPage(page)


@pytest.fixture
def card(member: Page, opgave: str, opgavebord: Live) -> Page:
    """The page of a card."""
    opgavebord.card(opgave, MINE)
    BoardPage(member, opgave).open().link(MINE).click()
    return member


def test_a_card_asks_for_a_talent_and_the_colleague_who_says_yes_helps_with_it(
    translator: TodayPage, card: Page, opgave: str
) -> None:
    ask(card)
    asked = translator.open().row(ASKED, ASKS)
    expect(asked).to_contain_text("Marit zoekt jouw talent")
    translator.press("Ja, dat doe ik", asked)
    translator.expect_message("Fijn, jij doet mee")
    card.reload()
    expect(part(card, "Wie kan en wil dit?")).to_contain_text("Selam Haile doet mee")
    expect(card.get_by_role("checkbox", name="Selam Haile")).to_be_checked()
    expect(BoardPage(card, opgave).open().card(MINE)).not_to_contain_text("zoekt:")


def ask(page: Page) -> None:
    """One field, and then one press beside the colleague whose words fit."""
    section = part(page, "Wie kan en wil dit?")
    section.get_by_text("Vraag een talent").click()
    section.get_by_label("Wie zoek je? Iemand die…").fill(ASKS)
    section.get_by_role("button", name="Vraag het").click()
    expect(section).to_contain_text(f"gevraagd: {ASKS}")
    section.get_by_role("listitem").filter(has_text=TALENT).get_by_role("button", name="Vraag Selam").click()
    expect(section).to_contain_text("Selam Haile is gevraagd")


def test_not_now_needs_no_reason_and_can_be_undone(translator: TodayPage, card: Page) -> None:
    ask(card)
    translator.press("Nu niet", translator.open().row(ASKED, ASKS))
    translator.expect_message("Niemand vraagt waarom.")
    translator.undo()
    translator.press("Ja, dat doe ik", translator.row(ASKED, ASKS))
    translator.expect_message("Fijn, jij doet mee")


def test_what_a_stopped_card_taught_is_found_by_another_team_that_uses_it(
    card: Page, browse: Browse, opgavebord: Live, opgave: str
) -> None:
    stop(card)
    elsewhere = opgavebord.new_opgave()
    other = browse(opgavebord.colleague(elsewhere, "Bram de Wit"))
    other.goto("/bord/geleerd")
    other.get_by_role("searchbox", name="Wat is jouw situatie?").fill("aanmaningen zorgverzekeraars")
    other.get_by_role("button", name="Zoek", exact=True).click()
    lesson = other.get_by_role("listitem").filter(has_text=LESSON).first
    expect(lesson).to_contain_text(SITUATION)
    lesson.get_by_role("button", name="Heb ik gebruikt").click()
    expect(part(other, "Wie gebruikte dit?")).to_contain_text("gebruikte dit")
    card.goto(f"/bord/opgaven/{opgave}/talenten")
    expect(part(card, "Daar had een ander iets aan")).to_contain_text(LESSON)
    undo(other)
    card.reload()
    expect(part(card, "Daar had een ander iets aan")).not_to_contain_text(LESSON)
    opgavebord.put_away(elsewhere)


def stop(page: Page) -> None:
    """By the move page: stopping may be done at any time, with what it taught."""
    page.get_by_role("link", name="Verplaats naar…").click()
    page.get_by_role("link", name="Stop, en zeg wat we leerden").click()
    expect(page.get_by_label("Wat leerden we?")).to_be_focused()
    page.keyboard.type(LESSON)
    page.get_by_label("Wanneer helpt dit een ander?").fill(SITUATION)
    page.get_by_role("button", name="Stop ermee").click()
    expect(message(page)).to_be_visible()

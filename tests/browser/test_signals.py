"""A question of an inwoner: caught on a phone, taken up by a colleague, made a card, finished, and told back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board_page import BoardPage
from tests.browser.conftest import Browse
from tests.browser.keyboard import tab_to
from tests.browser.live import Live
from tests.browser.today_page import ASKED, NOBODY, TodayPage, message, part, undo

QUESTION = "Waarom krijg ik drie brieven over één rekening?"
ACTION = f"Bel terug over: {QUESTION}"  # what the field says until somebody knows better
SENTENCE = "U krijgt één brief over één rekening."
TOLD = "Wij belden terug: voortaan komt er één brief."
on_a_phone = pytest.mark.parametrize("width", [390])


def catch(page: Page, opgave: str) -> None:
    """From the page about the inwoner: one field, one press."""
    page.goto(f"/bord/opgaven/{opgave}/inwoner")
    page.get_by_role("link", name="Vang een signaal op").click()
    expect(page.get_by_label("Wat hoorde of zag je?")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.get_by_role("button", name="Vang op", exact=True).click()
    expect(message(page)).to_contain_text("Opgevangen")


def signal(page: Page) -> None:
    """The signal, by way of the list of all."""
    page.get_by_role("link", name="Signalen", exact=True).first.click()
    page.get_by_role("link", name=QUESTION).first.click()
    expect(page.locator("h1")).to_contain_text(QUESTION)


@pytest.fixture
def colleague(browse: Browse, opgavebord: Live, opgave: str) -> TodayPage:
    """Vandaag of somebody who works on this opgave alone."""
    return TodayPage(browse(opgavebord.colleague(opgave, "Tineke Vos")))


@on_a_phone
def test_what_a_member_catches_in_one_field_becomes_a_card_and_the_inwoner_hears_of_it(
    member: Page, colleague: TodayPage, opgave: str
) -> None:
    catch(member, opgave)
    member.get_by_role("link", name="Signalen", exact=True).first.click()
    expect(part(member, NOBODY)).to_contain_text(QUESTION)
    take_up(colleague)
    make_a_card_and_finish_it(colleague.page, opgave)
    tell_back(colleague)


def take_up(today: TodayPage) -> None:
    """One click."""
    today.press("Ik pak het op", today.open().row(NOBODY, QUESTION))
    today.expect_message("Jij pakt het op")
    expect(today.row(NOBODY, QUESTION)).to_have_count(0)


def make_a_card_and_finish_it(page: Page, opgave: str) -> None:
    """One click for the card; it says where it came from."""
    signal(page)
    page.get_by_role("button", name="Maak er een kaart van").click()
    expect(page.locator("h1")).to_have_text(ACTION)
    expect(part(page, "De inwoner")).to_contain_text("Kwam van")
    page.get_by_role("main").get_by_role("link", name="Rond af").click()
    page.get_by_label("Wat merkt de inwoner nu?").fill(SENTENCE)
    page.get_by_role("button", name="Leg de steen").click()
    expect(BoardPage(page, opgave).card(ACTION)).to_contain_text(SENTENCE)


def tell_back(today: TodayPage) -> None:
    """Vandaag asks whether the inwoner knows it, until somebody told them."""
    asks = today.open().row(ASKED, "Weet de inwoner het al?")
    expect(asks).to_contain_text(QUESTION)
    asks.get_by_role("link", name="Koppel terug").click()
    today.page.get_by_label("Wat hoorde de inwoner van ons?").fill(TOLD)
    today.page.get_by_role("button", name="De inwoner weet het").click()
    today.expect_message("Teruggekoppeld")
    expect(part(today.page, "Tot nu toe")).to_contain_text(TOLD)
    expect(today.open().row(ASKED, QUESTION)).to_have_count(0)


def test_who_takes_something_up_by_mistake_undoes_it_in_the_message(
    member: Page, colleague: TodayPage, opgave: str
) -> None:
    catch(member, opgave)
    take_up(colleague)
    colleague.undo()
    expect(colleague.row(NOBODY, QUESTION)).to_have_count(1)
    expect(colleague.row(NOBODY, QUESTION).get_by_role("button", name="Ik pak het op")).to_be_visible()


def test_who_presses_a_moment_later_reads_that_a_colleague_was_first(
    member: Page, colleague: TodayPage, opgave: str
) -> None:
    catch(member, opgave)
    colleague.open()
    member.get_by_role("button", name="Ik pak het op").click()
    expect(message(member)).to_contain_text("Jij pakt het op")
    colleague.press("Ik pak het op", colleague.row(NOBODY, QUESTION))
    colleague.expect_message("Een collega pakte dit net voor je op.")
    expect(colleague.row(NOBODY, QUESTION)).to_have_count(0)


def test_what_cannot_be_done_now_says_why_and_can_be_opened_again(member: Page, opgave: str) -> None:
    catch(member, opgave)
    member.get_by_text("Nu niet", exact=True).first.click()
    member.get_by_label("Waarom nu niet?").fill("De nieuwe brief komt pas in januari.")
    member.get_by_role("button", name="Nu niet", exact=True).click()
    expect(part(member, "Tot nu toe")).to_contain_text("De nieuwe brief komt pas in januari.")
    undo(member)
    expect(part(member, "Tot nu toe")).to_contain_text("Niemand gaat hierover.")


def test_with_keys_alone_a_signal_is_taken_up_from_vandaag(member: Page, colleague: TodayPage, opgave: str) -> None:
    catch(member, opgave)
    page = colleague.open().page
    tab_to(page, colleague.row(NOBODY, QUESTION).get_by_role("button", name="Ik pak het op"))
    page.keyboard.press("Enter")
    colleague.expect_message("Jij pakt het op")
    expect(colleague.row(NOBODY, QUESTION)).to_have_count(0)
    tab_to(page, message(page).get_by_role("button", name="Ongedaan maken"))
    page.keyboard.press("Enter")
    expect(colleague.row(NOBODY, QUESTION)).to_have_count(1)

"""A text that was not kept waits in the browser of who typed it, and of nobody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.complaints import Complaints
from tests.browser.desk import sign_in
from tests.browser.live import Live
from tests.browser.typed import REFUSALS, expect_kept, expect_waiting, expect_words, save, type_words

# What a browser does with a text does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)


@pytest.fixture
def card(own: Page, opgave: str, opgavebord: Live, complaints: Complaints) -> str:
    """The address of a card, opened, with the words typed in its description."""
    address = f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, 'Bel de school')}"
    complaints.expect(*REFUSALS)
    own.goto(address)
    type_words(own)
    return address


def reopen(page: Page, address: str) -> None:
    expect_waiting(page, 1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(address)


def test_a_text_that_was_not_kept_is_offered_again(own: Page, card: str) -> None:
    reopen(own, card)
    expect(own.locator("textarea[name=description]")).to_have_value("")
    own.get_by_role("button", name="Zet terug").click()
    expect_words(own)
    save(own)
    expect_kept(own, card)
    expect_waiting(own, 0)
    expect(own.get_by_role("button", name="Zet terug")).to_have_count(0)


def test_a_text_can_be_thrown_away(own: Page, card: str) -> None:
    reopen(own, card)
    own.get_by_role("button", name="Gooi weg").click()
    expect_waiting(own, 0)


def sign_out(page: Page) -> None:
    page.goto("/bord/ik")
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/inloggen")


def another_comes(page: Page) -> None:
    page.context.clear_cookies()
    sign_in(page, "manager")


@pytest.mark.parametrize("leaves", [sign_out, another_comes])
def test_no_text_waits_for_who_comes_next(own: Page, card: str, leaves: Callable[[Page], None]) -> None:
    reopen(own, "/bord")
    expect_waiting(own, 1)
    leaves(own)
    expect_waiting(own, 0)


def test_a_password_never_waits(own: Page) -> None:
    own.goto("/bord/ik")
    for field in own.locator("input[type=password]").all():
        field.fill("een lang wachtwoord 12")
    own.goto("/bord")  # who leaves a page does not wait until a text is put aside
    expect_waiting(own, 0)

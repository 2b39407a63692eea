"""Whatever goes wrong on the way: the text stays on the screen, the words are true, and the same form can be sent."""

import pytest
from playwright.sync_api import Dialog, Page, Route, expect
from sqlalchemy import select, update

from board import db
from board.core.people.sign_ins import SignIn
from board.core.record.weeks import now
from board.demo import PASSWORD
from tests.browser.complaints import Complaints
from tests.browser.desk import sign_in
from tests.browser.live import Live
from tests.browser.typed import REFUSALS, expect_kept, expect_waiting, expect_words, save, type_words

# What a browser does with a text does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def refusals(complaints: Complaints) -> None:
    """What goes wrong here is meant to."""
    complaints.expect(*REFUSALS)


@pytest.fixture
def card(own: Page, opgave: str, opgavebord: Live) -> str:
    """The address of a card, opened, with the words typed in its description."""
    address = f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, 'Bel de school')}"
    own.goto(address)
    type_words(own)
    return address


def session_ends(opgavebord: Live) -> None:
    """Of who signed in last, and of nobody else: the browsers of other tests stay signed in."""
    last = select(SignIn.token).order_by(SignIn.until.desc()).limit(1).scalar_subquery()
    with db.transaction(opgavebord.engine) as session:
        session.execute(update(SignIn).where(SignIn.token == last).values(until=now()))


def sign_in_here(page: Page, who: str = "lid") -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("E-mailadres").fill(f"{who}@demo.example")
    dialog.get_by_label("Wachtwoord").fill(PASSWORD)
    dialog.get_by_role("button", name="Log in").click()


def test_a_session_that_ended_asks_to_sign_in_and_sends_the_same_form(own: Page, card: str, opgavebord: Live) -> None:
    session_ends(opgavebord)
    save(own)
    expect(own.get_by_role("dialog")).to_contain_text("je tekst staat er nog")
    expect_words(own)
    own.get_by_role("dialog").get_by_label("E-mailadres").fill("lid@demo.example")
    own.get_by_role("dialog").get_by_label("Wachtwoord").fill("een ander woord")
    own.get_by_role("dialog").get_by_role("button", name="Log in").click()
    expect(own.get_by_role("dialog")).to_contain_text("horen niet bij elkaar")
    sign_in_here(own)
    expect_kept(own, card)


def test_signing_in_in_another_tab_does_as_well(own: Page, card: str, opgavebord: Live) -> None:
    session_ends(opgavebord)
    save(own)
    own.get_by_role("dialog").get_by_role("button", name="Nu niet").click()
    other = own.context.new_page()
    sign_in(other, "lid")
    save(own)
    expect_kept(own, card)


def test_a_proof_that_is_too_old_is_fetched_anew(own: Page, card: str) -> None:
    own.evaluate("document.querySelectorAll('[name=csrf_token]').forEach(field => { field.value = 'oud'; })")
    save(own)
    expect_kept(own, card)


def test_somebody_else_who_signs_in_does_not_get_the_text(own: Page, card: str, opgavebord: Live) -> None:
    expect_waiting(own, 1)
    session_ends(opgavebord)
    save(own)
    sign_in_here(own, "manager")
    own.wait_for_url("**/bord")
    expect_waiting(own, 0)


def test_a_new_card_waits_for_signing_in_as_well(own: Page, opgave: str, opgavebord: Live) -> None:
    own.goto(f"/bord/opgaven/{opgave}")
    own.locator("#plus-klein").click()
    own.locator("#nieuw-klein textarea").fill("Vraag het aan de balie")
    session_ends(opgavebord)
    own.keyboard.press("Enter")
    sign_in_here(own)
    expect(own.locator(".ob-card__t a", has_text="Vraag het aan de balie")).to_be_visible()


def test_a_field_that_cannot_come_yet_keeps_what_is_typed(own: Page, opgave: str, opgavebord: Live) -> None:
    own.goto(f"/bord/opgaven/{opgave}")
    session_ends(opgavebord)
    own.locator("#plus-klein").click()
    own.locator("#nieuw-klein textarea").fill("Bel de fietsenmaker")
    own.keyboard.press("Enter")
    sign_in_here(own)
    expect(own.locator(".ob-card__t a", has_text="Bel de fietsenmaker")).to_be_visible()


def test_a_line_that_breaks_before_the_field_comes_keeps_what_is_typed(own: Page, opgave: str) -> None:
    own.goto(f"/bord/opgaven/{opgave}")
    own.context.set_offline(True)
    own.locator("#plus-klein").click()
    expect(own.locator("#melding")).to_contain_text("Er is geen verbinding")
    own.locator("#nieuw-klein textarea").fill("Bel de fietsenmaker")
    own.context.set_offline(False)
    own.keyboard.press("Enter")
    expect(own.locator(".ob-card__t a", has_text="Bel de fietsenmaker")).to_have_count(1)


@pytest.mark.parametrize("status", [408, 413, 429, 500, 502, 503])
def test_a_refusal_leaves_the_text_where_it_is(own: Page, card: str, status: int) -> None:
    own.route("**/kaarten/*", lambda route: refuse(route, status))
    save(own)
    expect(own.locator("#melding")).to_contain_text("je tekst staat er nog", ignore_case=True)
    expect_words(own)
    own.unroute("**/kaarten/*")
    save(own)
    expect_kept(own, card)


def refuse(route: Route, status: int) -> None:
    """As a proxy does that cannot reach us."""
    if route.request.method == "POST":
        route.fulfill(status=status, body="<html><body>proxy</body></html>", content_type="text/html")
    else:
        route.fallback()


def test_a_line_that_breaks_leaves_the_text_where_it_is(own: Page, card: str) -> None:
    own.context.set_offline(True)
    save(own)
    expect(own.locator("#melding")).to_contain_text("Er is geen verbinding")
    expect_words(own)
    own.context.set_offline(False)
    save(own)
    expect_kept(own, card)


def test_a_field_that_is_wrong_says_so_on_the_same_page(own: Page, card: str) -> None:
    own.fill("[name=action]", "")
    save(own)
    expect(own.locator("[name=action]")).to_be_focused()
    expect(own.locator("main")).to_contain_text("Schrijf op wat je gaat doen")
    expect_words(own)
    own.fill("[name=action]", "Bel de school nog eens")
    save(own)
    expect_kept(own, card)


@pytest.mark.parametrize("part", ["lijstje", "opmerkingen"])
def test_another_form_of_the_page_leaves_the_text_where_it_is(own: Page, card: str, part: str) -> None:
    form = own.locator(f"form[action$='/{part}']")
    form.locator("textarea").fill("Sleutel ophalen bij Ruth")
    form.get_by_role("button").click()
    expect(own.locator(".ob-vink, .ob-noot").filter(has_text="Sleutel ophalen")).to_be_visible()
    expect(form.locator("textarea")).to_have_value("")
    expect_words(own)
    save(own)
    expect_kept(own, card)


def test_leaving_warns_only_when_something_is_unsaved(own: Page, card: str) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    own.on("dialog", leave)
    own.goto("/bord")
    assert asked == ["beforeunload"]
    own.goto(card)
    own.goto("/bord")
    own.goto(card)
    type_words(own)
    save(own)
    own.wait_for_url(lambda url: "/kaarten/" not in url)
    assert asked == ["beforeunload"]

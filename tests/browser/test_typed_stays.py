"""Whatever goes wrong on the way: the text stays on the screen, the words are true, and the same form can be sent."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect
from sqlalchemy import select, update

from board import db
from board.core.sign_ins import SignIn
from board.core.weeks import now
from board.demo import PASSWORD
from tests.browser.complaints import Complaints
from tests.browser.desk import sign_in
from tests.browser.live import Live

# What a browser does with a text does not depend on the database behind it.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
WORDS = "Een kwartier aan aantekeningen, van de avond in het buurthuis."
STATUSES = ("401", "400", "408", "409", "413", "422", "429", "500", "502", "503", "ERR_", "htmx:")


@pytest.fixture
def own(browser: Browser, opgavebord: Live, complaints: Complaints) -> Iterator[Page]:
    """The member in a browser of their own: here somebody signs out."""
    page = browser.new_context(base_url=opgavebord.url, locale="nl-NL").new_page()
    page.set_default_timeout(10_000)
    complaints.expect(*STATUSES)
    complaints.listen_to(page)
    sign_in(page, "lid")
    yield page
    page.context.close()


@pytest.fixture
def card(own: Page, opgave: str, opgavebord: Live) -> str:
    """The address of a card, opened, with the words typed in its description."""
    address = f"/bord/opgaven/{opgave}/kaarten/{opgavebord.card(opgave, 'Bel de school')}"
    own.goto(address)
    type_words(own)
    return address


def type_words(page: Page) -> None:
    page.locator("details:has(textarea[name=description])").evaluate("details => { details.open = true; }")
    page.fill("textarea[name=description]", WORDS)


def save(page: Page) -> None:
    page.locator("main form:has([name=action])").get_by_role("button", name="Bewaar").click()


def expect_words(page: Page) -> None:
    expect(page.locator("textarea[name=description]")).to_have_value(WORDS)


def expect_kept(page: Page, address: str) -> None:
    page.wait_for_url(lambda url: "/kaarten/" not in url)
    page.goto(address)
    expect_words(page)


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
    own.wait_for_timeout(600)
    session_ends(opgavebord)
    save(own)
    sign_in_here(own, "manager")
    own.wait_for_url("**/bord")
    assert waiting(own) == []


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


def waiting(page: Page) -> list[str]:
    """The texts that wait in this browser."""
    found: list[str] = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('ob:tekst:'))")
    return found


def reopen(page: Page, address: str) -> None:
    page.wait_for_timeout(600)  # a text is put aside when somebody stops typing for a moment
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(address)


def test_a_text_that_was_not_kept_is_offered_again(own: Page, card: str) -> None:
    reopen(own, card)
    expect(own.locator("textarea[name=description]")).to_have_value("")
    own.get_by_role("button", name="Zet terug").click()
    expect_words(own)
    save(own)
    expect_kept(own, card)
    assert waiting(own) == []
    expect(own.get_by_role("button", name="Zet terug")).to_have_count(0)


def test_a_text_can_be_thrown_away(own: Page, card: str) -> None:
    reopen(own, card)
    own.get_by_role("button", name="Gooi weg").click()
    assert waiting(own) == []


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
    assert waiting(own)
    leaves(own)
    assert waiting(own) == []


def test_a_password_never_waits(own: Page) -> None:
    own.goto("/bord/ik")
    for field in own.locator("input[type=password]").all():
        field.fill("een lang wachtwoord 12")
    own.wait_for_timeout(600)
    assert waiting(own) == []

"""The line for the council in a real browser: written, copied, printed; by keyboard, on a phone, without script."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlalchemy import select

from board import db
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.weeks import today
from tests.browser.check import complaints_about
from tests.browser.complaints import Complaints
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.builders import Builder

OWN = "Wij brachten de post naar huis. Inwoners lezen haar nu."
CHOSEN = "node => node.value.slice(node.selectionStart, node.selectionEnd)"


def publish(opgavebord: Live, slug: str, sentence: str) -> int:
    """A published result of today; its number."""
    with db.transaction(opgavebord.engine) as session:
        opgave = session.scalars(select(Opgave).where(Opgave.slug == slug)).one()
        return Builder().public_result(opgave, sentence).id


def withdraw(opgavebord: Live, number: int) -> None:
    with db.transaction(opgavebord.engine) as session:
        session.get_one(Result, number).withdraw("Een fout.")


@pytest.fixture
def line(opgave: str, opgavebord: Live) -> str:
    """The address of the line of an opgave with one result, over this year; `lid` leads it."""
    publish(opgavebord, opgave, "U krijgt één brief per jaar.")
    return f"/bord/raad/{opgave}?periode={today().year}"


def say(page: Page, line: str) -> None:
    page.goto(line)
    page.get_by_text("Pas de tekst aan").click()
    page.get_by_label("Programma in de begroting").fill("6.3")
    page.get_by_role("textbox", name="Wat deden we").fill(OWN)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#melding")).to_contain_text("Bewaard. Zo leest de raad het.")


def test_a_manager_says_it_in_other_words_and_takes_it_along(member: Page, line: str) -> None:
    say(member, line)

    expect(member.get_by_role("article")).to_contain_text(OWN)
    area = member.get_by_label("De tekst", exact=True)
    area.focus()
    assert OWN in area.evaluate(CHOSEN)
    assert "U krijgt één brief per jaar. (Gelukt)" in area.evaluate(CHOSEN)
    with member.expect_download() as download:
        member.get_by_role("link", name="CSV voor Excel").click()
    assert OWN in download.value.path().read_text(encoding="utf-8-sig")


def test_back_to_what_the_board_says_and_back_again(member: Page, line: str) -> None:
    say(member, line)

    member.get_by_role("button", name="Begin opnieuw").click()
    expect(member.get_by_role("article")).not_to_contain_text(OWN)
    member.get_by_role("button", name="Ongedaan maken").click()
    expect(member.get_by_role("article")).to_contain_text(OWN)


def test_without_javascript_it_is_the_same(browse: Browse, line: str) -> None:
    page = browse("lid", javascript=False)

    say(page, line)

    expect(page.get_by_role("article")).to_contain_text(OWN)
    assert OWN in page.get_by_label("De tekst", exact=True).input_value()


def test_each_sentence_leads_to_its_result(member: Page, line: str) -> None:
    member.goto(line)
    member.get_by_role("article").get_by_role("link", name="U krijgt één brief per jaar.").click()

    expect(member.get_by_role("heading", level=1)).to_contain_text("U krijgt één brief per jaar.")


def test_it_is_sound_at_every_width_in_every_state(
    member: Page, line: str, opgave: str, opgavebord: Live, complaints: Complaints
) -> None:
    complaints.expect("status of 422")
    found = []
    say(member, line)
    taken = publish(opgavebord, opgave, "Iedereen op de Kerkstraat kreeg vandaag antwoord.")
    member.goto(line)
    member.get_by_role("textbox", name="Wat merkten inwoners").fill("Iedereen op de Kerkstraat kreeg vandaag antwoord.")
    member.get_by_role("button", name="Bewaar").click()
    withdraw(opgavebord, taken)
    for address in (line, line.replace(f"/{opgave}", ""), "/bord/raad?periode=2001-v2"):
        member.goto(address)
        found += complaints_about(member)
    member.goto(line)
    expect(member.locator("#sinds")).to_contain_text("ingetrokken")
    member.get_by_role("textbox", name="Wat deden we").fill("Bel mevrouw De Vries op 06 12345678.")
    member.get_by_role("button", name="Bewaar").click()
    expect(member.get_by_role("alert").first).to_be_visible()
    found += complaints_about(member)

    assert not found, "\n".join(found)


def test_on_paper_stands_what_the_council_reads_and_nothing_else(member: Page, line: str) -> None:
    say(member, line)

    paper = PdfReader(BytesIO(member.pdf(prefer_css_page_size=True)))
    text = " ".join(paper.pages[0].extract_text().split())

    assert len(paper.pages) == 1
    assert OWN in text
    assert "Programma 6.3" in text
    for tool in ("Bewaar", "Neem de tekst mee", "Vandaag", "Jaar Vier maanden", "Alle resultaten"):
        assert tool not in text

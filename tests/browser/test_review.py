"""Voortgang as a manager reads it: on a desk, on a phone without JavaScript, on paper, and in two colours."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.check import complaints_about
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.browser.today_page import part

# What a page looks like does not depend on its database.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
REVIEW = "/bord/voortgang"
SEEN = "() => [...document.querySelectorAll('.ob-grafiek path')].map(one => getComputedStyle(one))"


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def words(paper: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


def moved(opgavebord: Live, slug: str) -> None:
    """A card that went on, so that there is a time to tell."""
    opgavebord.card(slug, "Lees de brief hardop")
    opgavebord.result(slug, "Bel de tien", "U krijgt één brief.")


def test_what_happened_over_time_is_sound_on_every_screen(manager: Page, opgave: str, opgavebord: Live) -> None:
    moved(opgavebord, opgave)
    schulden = f"{REVIEW}/schulden"
    own = f"{REVIEW}/{opgave}"
    pages = [schulden, own, f"{schulden}/klein", f"{schulden}/leiderschap", f"{own}/waarom"]
    found = []
    for address in [*pages, f"{schulden}/kaarten?staat=gedaan", f"{own}/kaarten?staat=open", f"{own}/tijd?staat=idee"]:
        manager.goto(address)
        manager.locator("main details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        found += complaints_about(manager)
    assert not found, "\n".join(found)


def test_a_phone_without_javascript_goes_from_a_number_to_what_it_counts(browse: Browse) -> None:
    page = browse("manager", wide=390, javascript=False)
    page.goto(f"{REVIEW}/schulden")
    expect(page.get_by_role("img", name="Week").last).to_be_visible()
    number = part(page, "Waar staan de kaarten?").get_by_role("row", name="Klein").get_by_role("link").last
    many = int(number.inner_text().split()[0])
    number.click()
    expect(page.locator("h1")).to_have_text(f"{many} kaarten")
    expect(page.locator("main").get_by_role("listitem").filter(has=page.locator(".ob-stil-link"))).to_have_count(many)
    page.go_back()
    page.locator("#klein").get_by_role("link", name="Wat erachter zit").click()
    page.get_by_role("link", name="nieuw in week").first.click()
    expect(page.locator(".ob-bewijs__kop:target")).to_be_in_viewport()


def test_the_matrix_lies_on_its_side_and_says_how_it_stands_in_words(manager: Page) -> None:
    manager.goto(f"{REVIEW}?blok=klein")
    rows = manager.locator(".ob-matrix tbody tr").count()
    paper = printed(manager)
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in paper.pages)
    assert len(paper.pages) <= 1 + rows // 5
    assert "vraagt aandacht" in words(paper)
    assert "leeft" in words(paper)
    assert "Toon" not in words(paper)


def test_one_opgave_takes_two_sheets_with_its_charts_and_tables(manager: Page) -> None:
    manager.goto(f"{REVIEW}/schulden")
    paper = printed(manager)
    assert len(paper.pages) <= 2
    for told in ("Week voor week", "Waar de kaarten nu staan", "Open vragen", "Besluiten"):
        assert told in words(paper)
    assert "Neem" not in words(paper)


def test_bricks_stay_to_be_seen_in_the_colours_of_the_reader(manager: Page) -> None:
    manager.emulate_media(forced_colors="active")
    manager.goto(f"{REVIEW}/schulden")
    unseen = manager.evaluate(
        f"""() => ({SEEN})().filter(one => {{
            const paper = getComputedStyle(document.body).backgroundColor;
            return [one.fill, one.stroke].every(colour => colour === paper || colour === 'none');
        }}).length"""
    )
    assert unseen == 0
    assert manager.locator(".ob-grafiek path").count() > 10

"""A new manager looks along for the first time: ten opgaven, three stories, and something done about each of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import live
from tests.browser.complaints import Complaints
from tests.browser.desk import Desk
from tests.browser.live import Live
from tests.browser.today_page import message, part
from tests.support.databases import Databases

# As the demo tells them.
SILENT = "Niemand eet elke dag alleen"
UNANSWERED = "Niemand in de kou om de rekening"
ON_A_ROLL = "Een straat waar u graag buiten bent"
THE_SILENCE, THE_WAIT, THE_ROLL = "zorg getekend: 12 weken geleden", "wacht al 5 weken op antwoord", "deze week"
TWELVE_WEEKS = "Nieuw in de laatste 12 weken: 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2"
REQUEST, RESULT = "Mogen wij € 150 aan tochtstrip in de tas houden", "Een matras op straat?"
THANKS = "Elke dag één plek vrij in de wagen. Zo simpel kan het zijn."
QUESTION = "Liggen jullie hier nog wakker van, of van iets anders?"
# What it may take, from signing in to the last word: each click and each field filled counts as one.
ACTIONS_AT_MOST = 14


class Review:
    """The manager's hands and eyes: finds rows and cells by what stands there, and counts what it takes."""

    def __init__(self, page: Page) -> None:
        self.page, self.actions = page, 0

    def click(self, place: Locator) -> None:
        place.click()
        self.actions += 1

    def fill(self, place: Locator, words: str) -> None:
        place.fill(words)
        self.actions += 1

    def overview(self) -> None:
        self.click(self.page.get_by_role("banner").get_by_role("link", name="Voortgang"))
        expect(self.page.locator("h1")).to_have_text("Leeft het?")

    def row(self, title: str) -> Locator:
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("link", name=title, exact=True))

    def cell(self, title: str, words: str) -> Locator:
        """The cell of this opgave that says so."""
        return self.row(title).get_by_role("cell").filter(has_text=words)


@pytest.fixture
def opgavebord(browser: Browser, tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Live]:
    """A demo that nobody touched yet."""
    folder = tmp_path_factory.mktemp("kennismaking")
    with live.running(folder, databases.with_demo("sqlite", folder / "demo.sqlite")) as started:
        yield started


@pytest.fixture
def review(browser: Browser, opgavebord: Live, complaints: Complaints) -> Iterator[Review]:
    page = Desk(browser, opgavebord.url).page(None, 1440)
    complaints.listen_to(page)
    yield Review(page)
    page.context.close()


def test_a_new_manager_finds_three_stories_and_helps_thanks_and_asks(review: Review) -> None:
    sees_ten_opgaven(review)
    answers_what_waits_longest(review)
    thanks_the_team_on_a_roll(review)
    asks_the_team_whose_why_fell_silent(review)
    assert review.actions <= ACTIONS_AT_MOST


def sees_ten_opgaven(review: Review) -> None:
    page = review.page
    page.goto("/bord/inloggen")
    review.click(page.get_by_role("button", name="Kijk rond als manager"))
    review.overview()
    expect(page.get_by_role("rowheader")).to_have_count(10)
    expect(review.cell(SILENT, THE_SILENCE)).to_contain_text("vraagt aandacht")
    expect(review.cell(UNANSWERED, THE_WAIT)).to_contain_text("vraagt aandacht")
    expect(review.row(ON_A_ROLL)).not_to_contain_text("vraagt aandacht")
    expect(review.cell(ON_A_ROLL, THE_ROLL).get_by_role("img")).to_have_accessible_name(TWELVE_WEEKS)


def answers_what_waits_longest(review: Review) -> None:
    page = review.page
    review.click(review.row(UNANSWERED).get_by_role("link", name="vragen open"))
    asked = page.get_by_role("article").filter(has_text=REQUEST)
    review.click(asked.get_by_label("Ja", exact=True))
    review.click(asked.get_by_role("button", name="Geef antwoord"))
    expect(message(page)).to_contain_text("Je antwoord staat er.")
    expect(review.row(UNANSWERED)).not_to_contain_text("vraagt aandacht")
    expect(review.row(UNANSWERED)).to_be_in_viewport()


def thanks_the_team_on_a_roll(review: Review) -> None:
    page = review.page
    review.click(review.cell(ON_A_ROLL, THE_ROLL).get_by_role("link"))
    result = page.get_by_role("listitem").filter(has_text=RESULT)
    review.click(result.get_by_role("link", name="Bedank het team"))
    review.fill(page.get_by_label("Wat wil je zeggen?"), THANKS)
    review.click(page.get_by_role("button", name="Bedank", exact=True))
    expect(message(page)).to_contain_text("Het team kan het lezen.")


def asks_the_team_whose_why_fell_silent(review: Review) -> None:
    page = review.page
    review.overview()
    review.click(review.cell(SILENT, THE_SILENCE).get_by_role("link"))
    expect(page.get_by_role("main")).to_contain_text("Ik lig wakker van het bord")
    review.click(page.get_by_text("Stel het team één vraag"))
    review.fill(page.get_by_label("Wat wil je weten?"), QUESTION)
    review.click(page.get_by_role("button", name="Vraag het"))
    expect(message(page)).to_contain_text("Je vraag staat bij het team op Vandaag.")
    expect(part(page, "Vraag of beslis")).to_contain_text(QUESTION)

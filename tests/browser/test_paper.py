"""Screens on paper, as each kind of reader prints them: whole, clean, and on no more sheets than they need."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from sqlalchemy import select

from board import db
from board.blocks import BLOCKS
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from tests.browser.conftest import Browse
from tests.browser.live import Live
from tests.builders import Builder

# What a page looks like on paper does not depend on its database.
pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)

CARDS = 200
LONG = "Hottentottententententoonstellingsterreinbeheerdersvergunningsaanvraagformulier"
ADDRESS = "https://www.gemeente.example/een/heel/lang/adres/zonder/enige/ruimte/erin/dat/nergens/ophoudt?q=1234567890"
FEW = 12  # words: a sheet with fewer is a foot, or a heading alone
# In CSS pixels: an A4 sheet without its margins.
PORTRAIT, LANDSCAPE = 690, 1020
# What sticks out of the sheet, and what is cut within its own edges. Words for a screen reader are one pixel wide.
CUT = """() => {
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (box.width < 2 || box.height < 2 || one.closest('.ob-vh, svg')) return false;
    const hides = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
    return box.right > wide + 1 || box.left < -1 || hides;
  }).map(one => `${one.tagName}.${one.className}`);
}"""
# Drawings that lie over the words beside them.
OVER_EACH_OTHER = """() => [...document.querySelectorAll('.ob-cel')].filter(cell => {
  const [line, ...words] = [...cell.querySelectorAll(':scope > svg, :scope > span')]
    .sort((a, b) => a.tagName === 'svg' ? -1 : 1).map(one => one.getBoundingClientRect());
  return words.some(word => line.left < word.right && word.left < line.right
    && line.top < word.bottom && word.top < line.bottom);
}).length"""


def printed(page: Page, landscape: bool = False) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4", landscape=landscape)))


def words(paper: PdfReader) -> list[str]:
    """The words of each sheet."""
    return [" ".join(sheet.extract_text().split()) for sheet in paper.pages]


def cut(page: Page, wide: int) -> list[str]:
    """What is not whole on a sheet of this width."""
    before = page.viewport_size
    assert before
    page.set_viewport_size({"width": wide, "height": 900})
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(CUT)
    page.emulate_media(media="null")
    page.set_viewport_size(before)
    return found


@pytest.fixture
def full_board(opgavebord: Live, opgave: str) -> str:
    """A board with two hundred cards, in all blocks, states and weeks, and some words that are too long for a card."""
    states = (CardState.IDEA, CardState.PLANNED, CardState.DOING)
    with db.transaction(opgavebord.engine) as session:
        a, found = Builder(), session.scalars(select(Opgave).where(Opgave.slug == opgave)).one()
        for number in range(CARDS):
            text = (f"Bel {LONG} nummer", f"Lees {ADDRESS}", "Bel de tien mensen die wachten")[number % 3]
            a.card(
                found,
                f"D{number:03} {text}",
                block=BLOCKS[number % 5].key,
                state=states[number % 3],
                week=Week.now().plus(number % 4).code if number % 3 else None,
                citizen_result=f"M{number:03} merkt u ervan." if number % 2 else "",
            )
    return opgave


# First the board, then who looks at it: so the page is closed before the board is put away.
def test_a_full_board_prints_all_its_columns_and_cards(full_board: str, member: Page) -> None:
    columns = {"": [str(block.title) for block in BLOCKS], "?lens=week": ["Idee", "Gepland", "Bezig", "Gedaan"]}
    for lens, titles in columns.items():
        member.goto(f"/bord/opgaven/{full_board}{lens}")
        for landscape in (False, True):
            paper = printed(member, landscape)
            sheets = words(paper)

            wide, high = (float(side) for side in paper.pages[0].mediabox[2:])
            assert (wide > high) is landscape
            assert [title for title in titles if title not in " ".join(sheets)] == []
            _all_cards_are_whole(sheets)
            assert [sheet for sheet in sheets[:-1] if len(sheet.split()) < 60] == [], "a sheet is nearly empty"
            assert len(sheets[-1].split()) > FEW
            assert cut(member, LANDSCAPE if landscape else PORTRAIT) == []


def _all_cards_are_whole(sheets: list[str]) -> None:
    """Each card stands on one sheet, once, with both its bricks, and nothing that can be pressed."""
    for number in range(CARDS):
        [sheet] = [text for text in sheets if f"D{number:03} " in text]
        assert sheet.count(f"D{number:03} ") == 1
        assert (f"M{number:03} " in sheet) is bool(number % 2), f"card {number} is cut in two"
    for tool in ("Verplaats naar", "Rond af", "Wat merkt de inwoner?", "Zoek een kaart", "Meer kaarten tegelijk"):
        assert tool not in " ".join(sheets)


def test_the_bricks_of_voortgang_lie_beside_the_words(browse: Browse) -> None:
    for who in ("manager", "lid"):
        page = browse(who)
        page.goto("/bord/voortgang")
        page.set_viewport_size({"width": LANDSCAPE, "height": 700})
        page.emulate_media(media="print")
        assert page.evaluate(OVER_EACH_OTHER) == 0
        assert page.evaluate(CUT) == []
        page.emulate_media(media="null")
        sheets, opgaven = words(printed(page)), page.locator("main table tbody th[scope=row]").count()
        assert opgaven
        assert len(sheets) <= 1 + -(-opgaven // 5)
        assert "Niemand zijn huis uit om een kleine schuld" in " ".join(sheets)


SCREENS = {
    "lid": (
        *("/bord", "/bord/opgaven", "/bord/opgaven/schulden/kaarten/1", "/bord/week", "/bord/geleerd"),
        *("/bord/zoek?q=brief", "/bord/signalen", "/bord/opgaven/schulden/klein", "/bord/opgaven/schulden/team"),
    ),
    "manager": (
        *("/bord/voortgang/schulden", "/bord/voortgang/schulden/klein", "/bord/voortgang/schulden/kaarten?staat=open"),
        *("/bord/raad", "/bord/raad/schulden"),
    ),
    "beheer": ("/bord/beheer",),
    None: ("/", "/opgaven", "/opgaven/schulden", "/resultaten/1", "/weken", "/open-data", "/toegankelijkheid"),
}
TOOLS = ("Zoek in alles", "Sneltoetsen", "Heb ik gebruikt", "Maak er een kaart van", "Voeg iemand toe", "CSV voor")


@pytest.mark.parametrize("who", SCREENS)
def test_each_screen_prints_clean_for_who_prints_it(browse: Browse, who: str | None) -> None:
    page = browse(who)
    for address in SCREENS[who]:
        page.goto(address)
        sheets = words(printed(page))
        assert [sheet for sheet in sheets if len(sheet.split()) < FEW] == [], address
        for tool in TOOLS:
            assert address == "/open-data" or tool not in " ".join(sheets), address
        assert cut(page, PORTRAIT) == [], address


def test_what_is_in_a_field_is_read_whole(member: Page, opgavebord: Live, opgave: str) -> None:
    sentence = " ".join(f"woord{number}" for number in range(25))
    number = opgavebord.card(opgave, "Bel de tien", citizen_result=sentence, description="Neem koekjes mee.")
    member.goto(f"/bord/opgaven/{opgave}/kaarten/{number}")

    whole = " ".join(words(printed(member)))

    assert sentence in whole
    assert "Schrijf iets voor je collega" not in whole
    assert "Bewaar" not in whole

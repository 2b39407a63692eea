"""The week on paper: two sheets for twelve results, no promise beyond that, and type that can be read."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from sqlalchemy import select

from board import db
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome
from board.core.people.people import Visibility
from board.core.record.weeks import Week
from tests.browser.live import Live
from tests.builders import Builder

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)

SENTENCES = (
    "Bent u uw baan kwijt en kunt u de huur niet betalen, dan belt binnen twee dagen iemand die dat voor u regelt.",
    "Wie een brief van ons krijgt over een betaling die te laat is, leest nu in de eerste regel wat er moet gebeuren, "
    "vóór wanneer, en wie u kunt bellen.",
    "Op de Lindelaan, de Kerkstraat en het Raadhuisplein branden de lantaarns weer de hele nacht, zodat u ook na de "
    "late dienst over een verlichte stoep naar huis loopt, zoals u had gevraagd in het voorjaar.",
)
DEED = (
    "wij belden alle 212 mensen die in oktober een aanmaning kregen, ook in de avond, en vroegen wat er nodig was om "
    "het bedrag in stukken te betalen"
)
KNOWN = "34 van de 40 mensen die wij spraken, zeiden dat zij voor het eerst begrepen wat er in de brief stond."
LESSON = (
    "wij stuurden de brief te laat op de dag; wie hem om zes uur krijgt, kan niemand meer bellen en ligt er wakker van."
)
PER_SHARE = {7: (7,), 12: (5, 3, 2, 2), 20: (8, 6, 4, 2)}
PROMISE = "Ze past op twee bladen."


@pytest.fixture
def weeks(opgavebord: Live) -> Iterator[dict[int, Week]]:
    """Long ago, weeks with so many long results."""
    slugs = [opgavebord.new_opgave() for _ in range(4)]
    found = {number: Week(2024, 20 + at) for at, number in enumerate(PER_SHARE)}
    for number, week in found.items():
        _fill(opgavebord, slugs, week.monday, PER_SHARE[number])
    yield found
    for slug in slugs:
        opgavebord.put_away(slug)


def _fill(opgavebord: Live, slugs: list[str], monday: date, shares: tuple[int, ...]) -> None:
    with db.transaction(opgavebord.engine) as session:
        a, told = Builder(), 0
        for slug, share in zip(slugs, shares, strict=False):
            opgave = session.scalars(select(Opgave).where(Opgave.slug == slug)).one()
            for _ in range(share):
                owner = a.person("Ruth Pinas", job_title="schuldhulpverlener", visibility=Visibility.ROLE)
                lesson = {"outcome": Outcome.LEARNED, "lesson": LESSON} if told % 6 == 5 else {}
                day = monday + timedelta(days=told % 5)
                result = a.public_result(opgave, SENTENCES[told % 3], deed=DEED, happened_on=day, owner=owner, **lesson)
                result.know_by(Evidence(EvidenceKind.COUNT, KNOWN, ""))
                told += 1


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def test_twelve_long_results_take_two_sheets(citizen: Page, weeks: dict[int, Week]) -> None:
    for number in (7, 12):
        citizen.goto(f"/week/{weeks[number]}")
        assert citizen.get_by_text(PROMISE).count() == 1, number
        paper = printed(citizen)
        assert len(paper.pages) <= 2, number
        words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
        assert words.count("Wat we deden:") == number
        assert "Steen voor steen" in words


def test_a_fuller_week_takes_what_it_needs_and_promises_nothing(citizen: Page, weeks: dict[int, Week]) -> None:
    citizen.goto(f"/week/{weeks[20]}")

    assert citizen.get_by_text(PROMISE).count() == 0
    paper = printed(citizen)
    words = " ".join(sheet.extract_text() for sheet in paper.pages)
    assert words.count("Wat we deden:") == 20


def test_type_on_paper_is_large_enough(citizen: Page, weeks: dict[int, Week]) -> None:
    citizen.goto(f"/week/{weeks[12]}")
    citizen.emulate_media(media="print")

    sizes = citizen.evaluate(
        """() => [...document.querySelectorAll('.ob-stuk h3, .ob-stuk__deed, .ob-who, .ob-uitkomst, .ob-drie p')]
        .filter(one => one.getClientRects().length).map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""
    )

    assert len(sizes) > 40
    assert min(sizes) >= 9.45, min(sizes)

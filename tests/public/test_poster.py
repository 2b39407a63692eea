"""The poster: the week as a PDF that a screen reader can read, from the page itself, without a network."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome
from board.core.people.people import Person, Visibility
from board.core.record.weeks import Week
from board.db import session
from board.public.internal_client import InternalClient
from board.public.paper import pdf as paper
from board.public.routes import poster
from tests.browser import chromium
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.counting import counting_queries
from tests.pdf_ua import faults
from tests.pdf_ua.content import spoken
from tests.pdf_ua.structure import Tree
from tests.photos import ALT, give_photo

PANGO = "WeasyPrint finds no Pango on this machine: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0"


# What is on paper does not depend on the database, and takes seconds to make.
on_one = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
# Turkish, from right to left, other alphabets, ornaments, and signs that no font has.
ODD = (
    "Çağla Yıldız kreeg ığüşöç.",
    "مرحبا: U krijgt één brief 🎉 👩‍🚀 ❤️",
    "Ελληνικά и русский, ﬁets en ĳs.",
    "Een \U000f0001 teken \ue000 dat \u1c8a niemand heeft, e\u0301\u200b\u00ad\ufeff.",
)
LONG = (
    "Bent u uw baan kwijt en kunt u de huur niet betalen, dan belt binnen twee dagen iemand die dat voor u regelt. " * 2
)


@pytest.fixture
def ruth(a: Builder) -> Person:
    """Somebody with a result this week. Where everything must pass, a machine that cannot make posters fails."""
    if not paper.can_make():
        (pytest.fail if chromium.is_required() else pytest.skip)(PANGO)
    opgave = a.opgave("Schulden")
    owner = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FULL, job_title="jurist")
    result = a.public_result(opgave, "U krijgt één brief.", owner=owner)
    result.know_by(Evidence(EvidenceKind.LINK, "In de krant.", "https://nieuws.example/a"))
    give_photo(result, by=owner)
    session.flush()
    return owner


def address(week: Week | None = None) -> str:
    return f"/week/{week or Week.now()}/poster.pdf"


def read(visitor: Client) -> PdfReader:
    response = visitor.get(address())
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    return PdfReader(BytesIO(response.data))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_it_is_an_accessible_pdf_of_an_a4(visitor: Client, ruth: Person) -> None:
    data = visitor.get(address()).data
    pdf = PdfReader(BytesIO(data))

    assert faults(data) == []
    assert pdf.metadata
    assert pdf.metadata.title == f"Wat we deze week deden · week {Week.now().number} · Gemeente Lindewaard"
    assert str(pdf.root_object["/Lang"]) == "nl"
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    assert len(pdf.pages) == 1


@on_one
def test_the_rules_notice_what_weasyprint_leaves(
    visitor: Client, ruth: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should it mend one of these itself one day, ours may go."""
    monkeypatch.setattr(paper, "mended", lambda _words: None)

    clauses = {fault.split()[0] for fault in faults(visitor.get(address()).data)}

    assert clauses == {"7.1-3", "7.3-1", "7.18.5-1"}


@on_one
def test_what_a_listener_hears_is_what_a_reader_reads(visitor: Client, ruth: Person) -> None:
    """No letters of a face beside its name, no number of a page; a photo in its words, and where a link leads."""
    pdf = read(visitor)
    tree = Tree(pdf)

    figures = [str(one.entry["/Alt"]) for one in tree.elements if one.kind == "Figure"]
    links = [str(link.get_object()["/Contents"]) for page in pdf.pages for link in page.get("/Annots", [])]
    headings = [one.kind for one in tree.elements if one.kind in {"H1", "H2", "H3"}]
    assert figures == [ALT]
    assert {"U krijgt één brief.", "In de krant.", "Volg deze pagina met een feed"} <= set(links)
    assert headings == ["H1", "H2", "H3", "H2", "H2", "H2"]
    heard = spoken(pdf, tree)
    assert "Ruth Pinas" in heard
    assert "RP" not in heard
    assert "1 / 1" not in heard
    assert "1 / 1" in words(pdf), "who looks at the paper sees it"


@on_one
@pytest.mark.parametrize("kind", ["odd letters", "three sheets"])
def test_whatever_was_typed_it_is_as_accessible_as_it_says(
    a: Builder, visitor: Client, ruth: Person, kind: str
) -> None:
    opgave = a.opgave("Bezorgd & <thuis>")
    for sentence in ODD if kind == "odd letters" else [LONG] * 14:
        owner = a.member(opgave, name="Çağla Öz", visibility=Visibility.ROLE, job_title="bezorger")
        told = {"outcome": Outcome.LEARNED, "lesson": "eerst bellen."} if sentence.startswith("Ç") else {}
        a.public_result(opgave, sentence, owner=owner, deed="wij belden aan " * 20, **told)
    data = visitor.get(address()).data

    assert faults(data) == []
    said = words(PdfReader(BytesIO(data)))
    for sentence in ("Çağla Yıldız kreeg ığüşöç.", "Ελληνικά", "русский") if kind == "odd letters" else ("baan kwijt",):
        assert sentence in said
    assert len(PdfReader(BytesIO(data)).pages) == (1 if kind == "odd letters" else 3)


def test_it_says_what_the_page_says_in_our_own_letters(visitor: Client, ruth: Person) -> None:
    pdf = read(visitor)

    for said in ("Wat we deze week deden", "Schulden", "U krijgt één brief.", "Ruth Pinas", "In de krant.", "Gelukt"):
        assert said in words(pdf), said
    fonts = {str(font["/BaseFont"]) for page in pdf.pages for font in _fonts(page)}
    assert fonts
    assert all("Poster-S" in font for font in fonts), fonts


def _fonts(page: Any) -> Any:
    return page["/Resources"]["/Font"].values()


def test_a_name_that_was_withdrawn_is_gone_from_it(visitor: Client, ruth: Person) -> None:
    assert "Ruth" in words(read(visitor))

    ruth.visibility = Visibility.TEAM
    session.flush()

    assert "Ruth" not in words(read(visitor))


def test_it_fetches_from_our_own_house_only(app: Flask) -> None:
    inside = InternalClient(app)

    assert inside.own("http://127.0.0.1:8000/static/a.css") == "/static/a.css"
    for url in ("https://127.0.0.1:8000/", "http://127.0.0.1:8001/", "http://elders.example/", "file:///etc/passwd"):
        assert inside.own(url) is None


def test_it_is_made_once_for_each_state_of_the_week(
    visitor: Client, ruth: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = visitor.get(address())
    monkeypatch.setattr(poster, "as_pdf", lambda *_: pytest.fail("it was made again"))

    again = visitor.get(address())
    with counting_queries() as queries:
        unchanged = visitor.get(address(), headers={"If-None-Match": first.headers["ETag"]})

    assert again.data == first.data
    assert again.headers["Content-Disposition"] == f'inline; filename="week-{Week.now()}.pdf"'
    assert unchanged.status_code == 304
    assert queries.number == 1


def test_a_question_mark_makes_no_other_poster(visitor: Client, ruth: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poster, "as_pdf", lambda *_: b"%PDF")
    first = visitor.get(f"{address()}?1")
    monkeypatch.setattr(poster, "as_pdf", lambda *_: pytest.fail("it was made again"))

    assert visitor.get(f"{address()}?2").data == visitor.get(address()).data == first.data


def test_while_one_is_made_another_is_asked_to_come_back(visitor: Client, ruth: Person) -> None:
    with poster.MAKING:
        busy = visitor.get(address())

    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "10")
    assert "Laad deze pagina daarna opnieuw." in busy.text
    assert visitor.get(address()).status_code == 200


def test_a_logo_has_words_in_it(settings: Settings, connection: Connection, ruth: Person, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"/>')
    dressed = replace(settings, logo=tmp_path / "logo.svg", organisation="Gemeente “Linde” & waard")
    pdf = read(cast(Client, app_on(connection, dressed).test_client()))

    told = [str(one.entry["/Alt"]) for one in Tree(pdf).elements if one.kind == "Figure"]
    assert told == ["Gemeente “Linde” & waard", ALT]


def test_a_week_without_results_has_none(visitor: Client, ruth: Person) -> None:
    assert visitor.get(address(Week.now().plus(-1))).status_code == 404
    assert visitor.get("/week/2026-99/poster.pdf").status_code == 404


def test_without_the_extra_a_page_says_what_else_works(
    a: Builder, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poster, "can_make", lambda: False)
    a.public_result(a.opgave())

    response = visitor.get(address())

    assert response.status_code == 501
    assert "print die pagina" in response.text
    assert f'href="/week/{Week.now()}"' in response.text


@pytest.mark.parametrize("there", [True, False])
def test_the_week_points_to_it_only_when_it_can_be_made(
    a: Builder, visitor: Client, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr("board.public.routes.week.is_installed", lambda: there)
    a.public_result(a.opgave())

    assert (f'href="{address()}"' in visitor.get("/").text) is there
    assert "poster.pdf" not in visitor.get(f"/week/{Week.now().plus(-1)}").text

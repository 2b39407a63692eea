"""The site as files: the same bytes at the same addresses, only what changed, and nothing that was withdrawn."""

import gzip
import os
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask

from board.core.opgaven.opgaven import Audience
from board.core.opgaven.results import Result
from board.core.people.people import Person, Role, Visibility
from board.core.record.weeks import Week
from board.db import session
from board.public.paper import pdf as paper
from board.public.site import pages as site
from board.public.site.folder import LIST, Report
from board.web.cache import room
from tests.builders import Builder
from tests.client import Client
from tests.photos import give_face, give_photo


@pytest.fixture(autouse=True)
def quick_posters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A poster takes seconds; tests/public/test_poster.py reads real ones."""
    monkeypatch.setattr("board.public.routes.poster.as_pdf", lambda address, inside: inside.ask(address).body)
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def ruth(a: Builder) -> Person:
    return a.person("Ruth Pinas", job_title="jurist", visibility=Visibility.FULL)


@pytest.fixture
def result(a: Builder, ruth: Person) -> Result:
    """A result with a photo, of somebody with a face; and one that was taken back."""
    opgave = a.opgave("Schulden", slug="schulden")
    a.membership(opgave, ruth, Role.LEAD)
    result = a.public_result(opgave, "U krijgt één brief.", owner=ruth)
    give_face(ruth)
    give_photo(result, by=ruth)
    a.public_result(opgave, "Weg ermee.").withdraw("Dit klopte niet.")
    a.public_result(a.opgave(public=False, slug="intern"), "Alleen voor ons.")
    session.flush()
    return result


def export(app: Flask, folder: Path) -> Report:
    session.commit()
    return site.export(app, folder)


def texts(folder: Path) -> dict[str, str]:
    """Every file with words, also as it is compressed."""
    found = {}
    for file in sorted(folder.rglob("*")):
        content = file.read_bytes() if file.is_file() else b""
        if file.suffix == ".gz":
            content = gzip.decompress(content)
        if file.suffix == ".br":
            content = brotli.decompress(content)
        if file.suffix not in {".webp", ".woff2"}:
            found[str(file.relative_to(folder))] = content.decode()
    return found


def test_each_file_is_what_the_server_answers(app: Flask, visitor: Client, folder: Path, result: Result) -> None:
    report = export(app, folder)

    for address in (
        "/",
        f"/week/{Week.now()}",
        "/opgaven/schulden",
        f"/resultaten/{result.id}",
        "/weken",
        "/open-data",
    ):
        assert (folder / address.lstrip("/") / "index.html").read_bytes() == visitor.get(address).data, address
    for address in ("/feed.atom", "/opgaven/schulden/feed.atom", "/open-data/resultaten.csv", "/sitemap.xml"):
        assert (folder / address.lstrip("/")).read_bytes() == visitor.get(address).data, address
    assert "Dit klopte niet." in (folder / f"resultaten/{result.id + 1}/index.html").read_text()
    assert f"week/{Week.now()}/poster.pdf" in report.made
    assert "Deze pagina" in (folder / "404.html").read_text()
    assert not list(folder.rglob("*intern*"))


def test_every_address_that_anyone_may_read_is_there(app: Flask, visitor: Client, folder: Path, result: Result) -> None:
    export(app, folder)

    for address in site.addresses(app):
        answer = visitor.get(address)
        if answer.status_code in site.PAGES:
            assert (folder / site.file_of(address, answer.mimetype or "")).is_file(), address


def test_every_link_in_the_files_leads_to_a_file(app: Flask, folder: Path, result: Result) -> None:
    export(app, folder)
    found = texts(folder)
    links = {link for name, text in found.items() if name.endswith(".html") for link in _links(text)}

    assert len(links) > 20
    for link in links:
        assert "?" not in link
        assert any((folder / link.lstrip("/") / end).is_file() for end in ("", "index.html")), link


def _links(text: str) -> set[str]:
    sets = [one.split()[0] for several in re.findall(r'srcset="([^"]+)"', text) for one in several.split(", ")]
    found = re.findall(r'(?:href|src)="(?:http://127\.0\.0\.1:8000)?(/[^"#]*)', text)
    return {link for link in (*sets, *found) if not link.startswith("/bord")}


def test_a_compressed_copy_lies_beside_each_text(app: Flask, folder: Path, result: Result) -> None:
    export(app, folder)
    page = folder / "opgaven/schulden/index.html"

    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()


def test_a_second_run_touches_nothing(app: Flask, folder: Path, result: Result) -> None:
    first = export(app, folder)
    for file in folder.rglob("*"):
        os.utime(file, (1, 1))

    second = export(app, folder)

    assert (second.made, second.changed, second.removed) == ([], [], [])
    assert sorted(second.unchanged) == sorted(first.made)
    assert {file.stat().st_mtime for file in folder.rglob("*") if file.is_file() and file.name != LIST} == {1.0}


def test_only_what_changed_is_written(app: Flask, a: Builder, folder: Path, result: Result) -> None:
    export(app, folder)
    a.public_result(a.opgave("Wachten", slug="wachten"), "U wacht niet meer.")

    second = export(app, folder)

    assert "opgaven/wachten/index.html" in second.made
    assert {"index.html", "feed.atom", f"week/{Week.now()}/poster.pdf"} <= set(second.changed)
    assert {"opgaven/schulden/index.html", "privacy/index.html"} <= set(second.unchanged)


def test_a_withdrawn_face_is_gone_after_the_next_run(app: Flask, folder: Path, ruth: Person, result: Result) -> None:
    export(app, folder)
    assert any("Ruth" in text for text in texts(folder).values())
    faces = list((folder / "gezichten").iterdir())
    assert faces

    ruth.visibility = Visibility.TEAM
    report = export(app, folder)

    assert not [name for name, text in texts(folder).items() if "Ruth" in text]
    assert not (folder / "gezichten").exists()
    assert {f"gezichten/{face.name}" for face in faces} <= set(report.removed)


def test_a_withdrawn_result_leaves_a_page_that_says_so(app: Flask, folder: Path, result: Result) -> None:
    export(app, folder)
    result.withdraw("Er stond een naam in.")
    export(app, folder)

    assert not [name for name, text in texts(folder).items() if "één brief" in text]
    assert "Er stond een naam in." in (folder / f"resultaten/{result.id}/index.html").read_text()
    assert not (folder / "fotos").exists()
    assert not (folder / f"week/{Week.now()}/poster.pdf").exists()


def test_an_opgave_that_went_inside_leaves_no_file(app: Flask, a: Builder, folder: Path, result: Result) -> None:
    opgave = a.opgave("Even", slug="even")
    export(app, folder)
    assert (folder / "opgaven/even/feed.atom").is_file()

    opgave.visibility = Audience.INTERNAL
    export(app, folder)

    assert not (folder / "opgaven/even").exists()


def test_a_poster_is_made_again_only_for_another_page(
    app: Flask, folder: Path, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(app, folder)
    room(app, "pages").clear()
    monkeypatch.setattr("board.public.routes.poster.as_pdf", lambda *_: pytest.fail("it was made again"))

    assert f"week/{Week.now()}/poster.pdf" in export(app, folder).unchanged


def test_without_weasyprint_there_is_no_poster(
    app: Flask, folder: Path, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("board.public.routes.poster.can_make", "board.public.paper.pdf.can_make"):
        monkeypatch.setattr(module, lambda: False)
    monkeypatch.setattr("board.public.routes.week.is_installed", lambda: False)
    assert not paper.can_make()

    export(app, folder)

    assert not list(folder.rglob("*.pdf"))

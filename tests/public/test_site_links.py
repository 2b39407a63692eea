"""The site as files keeps up, whatever link somebody wrote and whichever page breaks."""

from pathlib import Path

import pytest
from flask import Flask

from board.core.opgaven.results import Evidence, EvidenceKind, Result
from board.core.record.weeks import Week
from board.db import session
from board.public.internal_client import InternalClient, InternalResponse
from board.public.site import pages as site
from tests.builders import Builder

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def result(a: Builder, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setattr("board.public.routes.poster.as_pdf", lambda address, inside: inside.ask(address).body)
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: True)
    return a.public_result(a.opgave("Schulden", slug="schulden"), "U krijgt één brief.")


@pytest.mark.parametrize(
    "link",
    [
        "https://[kijk.hier",
        "http://127.0.0.1:8000\u2100/x",
        f"{HERE}/%62ord/inloggen",
        f"{HERE}//bord/inloggen",
        f"{HERE}/week/../bord/inloggen",
        f"{HERE}/week/%2e%2e/bord/inloggen",
        f"{HERE}/%2562ord/inloggen",
    ],
)
def test_no_link_stops_it_or_leads_inside(app: Flask, folder: Path, result: Result, link: str) -> None:
    result.know_by(Evidence(EvidenceKind.LINK, "Kijk.", link))
    session.commit()

    assert site.export(app, folder).broken == []
    assert not [path for path in folder.rglob("*") if "inloggen" in str(path) or "bord" in path.name.split(".")]
    assert (folder / "opgaven/schulden/index.html").is_file()


def test_a_page_that_breaks_stays_and_the_rest_goes_on(
    app: Flask, a: Builder, folder: Path, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = a.public_result(a.opgave("Wachten", slug="wachten"), "U wacht niet meer.")
    session.commit()
    site.export(app, folder)
    before = {path for path in folder.rglob("*") if path.name.startswith("index.html")}
    poster = f"/week/{Week.now()}/poster.pdf"
    breaking, ask = ("/opgaven/schulden", poster), InternalClient.ask
    broken = InternalResponse(500, "text/html", b"")
    monkeypatch.setattr(InternalClient, "ask", lambda self, at: broken if at in breaking else ask(self, at))

    gone.withdraw("Dit klopte niet.")
    session.commit()
    report = site.export(app, folder)

    assert sorted(report.broken) == ["/opgaven/schulden", poster]
    assert before == {path for path in folder.rglob("*") if path.name.startswith("index.html")}
    assert report.removed == [poster.lstrip("/")], "it may show what was taken back"
    assert "U wacht niet meer." not in (folder / "index.html").read_text()
    assert "/opgaven/schulden" in site.broken_message(report)

    monkeypatch.setattr(InternalClient, "ask", ask)
    assert site.broken_message(site.export(app, folder)) == ""

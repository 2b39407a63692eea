"""Open data: all that citizens can read as JSON and CSV, as the schema says, and nobody's name."""

import csv
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from board.core.people import Visibility
from board.core.results import Evidence, EvidenceKind, Outcome
from board.core.weeks import Week, today
from board.db import session
from board.public.open_data import routes as open_data
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.photos import give_photo

HERE = "http://127.0.0.1:8000"
FILES = ("/open-data/resultaten.json", "/open-data/resultaten.csv", "/open-data/schema.json")


@pytest.fixture
def slug(a: Builder) -> str:
    """An opgave with a result of every sort, of somebody who shows everything."""
    opgave = a.opgave("Schulden", title="Niemand zijn huis uit")
    owner = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FULL, job_title="zoutzieder")
    owner.own_words = "Ik bel liever dan dat ik schrijf."
    first = a.public_result(opgave, "U krijgt één brief, “echt”; ook 's avonds.\nDus.", owner=owner)
    first.know_by(Evidence(EvidenceKind.LINK, "In de krant.", "https://nieuws.example/a?b=1,2"))
    give_photo(first, by=owner)
    second = a.public_result(opgave, "Dit lukte niet.", outcome=Outcome.LEARNED, lesson="eerst bellen.", deed="")
    second.tell("Dit lukte nog niet.", Outcome.LEARNED, today(), "", "eerst bellen.")
    a.public_result(opgave, "Weg.").withdraw("Er stond een naam in.")
    a.public_result(a.opgave(public=False), "Intern.")
    a.result(a.card(opgave), "Concept.")
    session.flush()
    return opgave.slug


def document(visitor: Client) -> dict[str, Any]:
    found = visitor.get(FILES[0]).json
    assert isinstance(found, dict)
    return found


def rows(visitor: Client) -> list[dict[str, str]]:
    response = visitor.get(FILES[1])
    assert response.mimetype == "text/csv"
    return list(csv.DictReader(StringIO(response.data.decode("utf-8-sig"), newline="")))


def test_the_json_is_as_its_schema_says(visitor: Client, slug: str) -> None:
    schema = visitor.get(FILES[2]).json
    assert schema
    Draft202012Validator.check_schema(schema)
    found = document(visitor)

    Draft202012Validator(schema, format_checker=FormatChecker()).validate(found)

    assert found["$schema"] == schema["$id"] == HERE + FILES[2]
    assert found["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert found["publisher"] == "Gemeente Lindewaard"


def test_it_holds_each_published_result_and_no_other(visitor: Client, slug: str) -> None:
    first, second = document(visitor)["results"]

    assert first["id"] == f"{HERE}/resultaten/{first['number']}"
    assert visitor.get(first["id"].removeprefix(HERE)).status_code == 200
    assert first["sentence"] == "U krijgt één brief, “echt”; ook 's avonds.\nDus."
    assert (first["week"], first["date"]) == (str(Week.of(today())), str(today()))
    assert first["opgave"] == {"id": f"{HERE}/opgaven/{slug}", "name": "Schulden", "title": "Niemand zijn huis uit"}
    assert first["evidence"] == {"kind": "link", "text": "In de krant.", "url": "https://nieuws.example/a?b=1,2"}
    assert visitor.get(first["photo"]["url"].removeprefix(HERE)).mimetype == "image/webp"
    assert (second["outcome"], second["lesson"], second["deed"]) == ("geleerd", "eerst bellen.", "")
    assert second["evidence"] is None
    assert second["corrected_at"].endswith("Z")


def test_the_csv_says_the_same_in_a_line_each(visitor: Client, slug: str) -> None:
    told = document(visitor)
    for row, result in zip(rows(visitor), told["results"], strict=True):
        assert row["id"] == result["id"]
        assert row["sentence"] == result["sentence"]
        assert row["name_of_opgave"] == result["opgave"]["name"]
        assert row["url_of_evidence"] == ((result["evidence"] or {}).get("url") or "")
        assert row["url_of_photo"] == ((result["photo"] or {}).get("url") or "")
        assert row["corrected_at"] == (result["corrected_at"] or "")
        assert row["licence"] == told["licence"]


def test_the_csv_opens_in_a_spreadsheet(visitor: Client, slug: str) -> None:
    data = visitor.get(FILES[1]).data

    assert data.startswith(b'\xef\xbb\xbf"id","number",')
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+31 6", "'+31 6"),
        ("-3", "'-3"),
        ("@SOM(A1)", "'@SOM(A1)"),
        ('\t=HYPERLINK("x")', '\t\'=HYPERLINK("x")'),
        ("＝1", "'＝1"),
        ("Bank geplaatst;=1+1", "Bank geplaatst;'=1+1"),
        ('Bank; "=1+1"', 'Bank; "\'=1+1"'),
        ("Bank\t＋1\n- dus", "Bank\t'＋1\n'- dus"),
        ("Bank,=1,@a,-1", "Bank,'=1,'@a,'-1"),
    ],
)
def test_a_text_is_never_a_formula_and_stays_readable(a: Builder, visitor: Client, text: str, kept: str) -> None:
    a.public_result(a.opgave(), "U belt ons.", deed=text)

    assert [row["deed"] for row in rows(visitor)] == [kept]
    assert [result["deed"] for result in document(visitor)["results"]] == [text]


@pytest.mark.parametrize(
    "text", ["Het kost € 5,- per maand, of € 6,-.", "Bel 088-12; of mail a@b.nl, - dus - nu: 1+1=2."]
)
def test_ordinary_words_stay_as_they_are(a: Builder, visitor: Client, text: str) -> None:
    a.public_result(a.opgave(), "U belt ons.", deed=text)

    assert [row["deed"] for row in rows(visitor)] == [text]


def test_a_link_that_could_be_a_formula_is_written_otherwise_and_still_works(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave(), "U belt ons.")
    result.know_by(Evidence(EvidenceKind.LINK, "", "https://kaart.example/@51,-0.1;=1"))

    assert [row["url_of_evidence"] for row in rows(visitor)] == ["https://kaart.example/@51%2C-0.1%3B=1"]


def test_nobody_is_in_it(visitor: Client, slug: str) -> None:
    for address in FILES:
        text = visitor.get(address).text
        for word in ("Ruth", "Pinas", "zoutzieder", "Ik bel liever", "gezichten"):
            assert word not in text, address


def test_any_page_elsewhere_may_read_the_files_and_nothing_else(visitor: Client, slug: str) -> None:
    for address in FILES:
        headers = visitor.get(address).headers
        again = visitor.get(address, headers={"If-None-Match": headers["ETag"]})
        assert again.status_code == 304
        for one in (headers, again.headers):
            assert one["Access-Control-Allow-Origin"] == "*"
            assert one["Cross-Origin-Resource-Policy"] == "cross-origin"
    for address in ("/", "/open-data", "/feed.atom", f"/opgaven/{slug}"):
        headers = visitor.get(address).headers
        assert "Access-Control-Allow-Origin" not in headers
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("results", [1, 7])
def test_it_asks_three_questions_however_much_there_is(
    a: Builder, visitor: Client, results: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_data, "ROWS_AT_ONCE", 2)
    opgave = a.opgave()
    for number in range(results):
        a.public_result(opgave, f"Resultaat {number}.")
    session.expunge_all()

    for address in FILES[:2]:
        with counting_queries() as queries:
            response = visitor.get(address)
        assert response.text.count("Resultaat ") == results
        assert queries.number <= 3, queries.asked


def test_the_page_explains_each_field(visitor: Client, slug: str) -> None:
    page = visitor.get("/open-data").text

    for field in document(visitor)["results"][0]:
        assert f"<code>{field}</code>" in page
    for address in FILES:
        assert f'href="{address}"' in page
    assert 'rel="license"' in page


def test_nothing_published_is_an_empty_list(visitor: Client) -> None:
    assert document(visitor)["results"] == []
    assert rows(visitor) == []

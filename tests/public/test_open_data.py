"""Open data: all that citizens can read as JSON and CSV, as the schema says, and nobody's name."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy.engine import Connection

from board.config import Settings
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome
from board.core.people.people import Visibility
from board.core.record.weeks import Week, today
from board.db import session
from board.public.open_data import records
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.counting import counting_queries
from tests.photos import give_photo

HERE = "http://127.0.0.1:8000"
TABLES = {
    "/open-data/resultaten-voor-excel.csv": (";", b"\xef\xbb\xbf"),
    "/open-data/resultaten-voor-programmas.csv": (",", b""),
    "/open-data/resultaten.csv": (",", b"\xef\xbb\xbf"),
}
JSON, SCHEMA = "/open-data/resultaten.json", "/open-data/schema.json"
FILES = (JSON, SCHEMA, *TABLES)


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
    second.edit("Dit lukte nog niet.", Outcome.LEARNED, today(), "", "eerst bellen.")
    a.public_result(opgave, "Weg.").withdraw("Er stond een naam in.")
    a.public_result(a.opgave(public=False), "Intern.")
    a.result(a.card(opgave), "Concept.")
    session.flush()
    return opgave.slug


def document(visitor: Client) -> dict[str, Any]:
    found = visitor.get(JSON).json
    assert isinstance(found, dict)
    return found


def rows(visitor: Client) -> list[dict[str, str]]:
    """The rows of the table, which are the same in each file."""
    [told] = {tuple(tuple(row.items()) for row in rows_of(visitor, address)) for address in TABLES}
    return [dict(row) for row in told]


def rows_of(visitor: Client, address: str) -> list[dict[str, str]]:
    response = visitor.get(address)
    assert response.mimetype == "text/csv"
    cut_at, bom = TABLES[address]
    assert response.data.startswith(bom + b'"id"' + cut_at.encode() + b'"number"')
    read = StringIO(response.data.removeprefix(bom).decode("utf-8"), newline="")
    return list(csv.DictReader(read, delimiter=cut_at, strict=True))


def test_the_json_is_as_its_schema_says(visitor: Client, slug: str) -> None:
    schema = visitor.get(SCHEMA).json
    assert schema
    Draft202012Validator.check_schema(schema)
    found = document(visitor)

    Draft202012Validator(schema, format_checker=FormatChecker()).validate(found)

    assert found["$schema"] == schema["$id"] == HERE + SCHEMA
    assert found["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert found["publisher"] == "Gemeente Lindewaard"


def test_it_holds_each_published_result_and_no_other(visitor: Client, slug: str) -> None:
    first, second = document(visitor)["results"]

    assert first["id"] == first["url"] == f"{HERE}/resultaten/{first['number']}"
    assert visitor.get(first["id"].removeprefix(HERE)).status_code == 200
    assert first["sentence"] == "U krijgt één brief, “echt”; ook 's avonds.\nDus."
    assert (first["week"], first["date"]) == (str(Week.of(today())), str(today()))
    page = f"{HERE}/opgaven/{slug}"
    assert first["opgave"] == {"id": page, "url": page, "name": "Schulden", "title": "Niemand zijn huis uit"}
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


def test_what_came_later_comes_last_so_who_counts_columns_counts_right(visitor: Client, slug: str) -> None:
    for address in TABLES:
        columns = list(rows_of(visitor, address)[0])
        assert columns[:4] == ["id", "number", "week", "date"]
        assert columns[-4:] == ["licence", "iso_week", "url", "url_of_opgave"]
        assert visitor.get(address).data.endswith(b"\r\n")


def test_a_week_is_no_month(a: Builder, visitor: Client) -> None:
    a.public_result(a.opgave(), "U belt ons.", happened_on=date(2026, 1, 28))

    [result], [row] = document(visitor)["results"], rows(visitor)

    assert (result["week"], result["iso_week"]) == (row["week"], row["iso_week"]) == ("2026-05", "2026-W05")


def test_names_stay_when_the_site_moves(a: Builder, settings: Settings, connection: Connection) -> None:
    a.public_result(a.opgave("Schulden", slug="schulden"), "U belt ons.")
    moved = replace(settings, base_url="https://nieuw.example", id_authority="https://oud.example:81")
    client = cast(Client, app_on(connection, moved).test_client())

    [result] = document(client)["results"]
    schema = client.get(SCHEMA).json
    feed = client.get("/feed.atom").text

    assert schema
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(document(client))
    number = result["number"]
    assert result["id"] == f"https://oud.example:81/resultaten/{number}"
    assert result["url"] == f"https://nieuw.example/resultaten/{number}"
    assert result["opgave"]["id"] == "https://oud.example:81/opgaven/schulden"
    assert result["opgave"]["url"] == "https://nieuw.example/opgaven/schulden"
    assert schema["$id"] == f"https://oud.example:81{SCHEMA}"
    assert f"<id>tag:oud.example,2026:resultaten/{number}</id>" in feed
    assert "<id>tag:oud.example,2026:feed</id>" in feed
    assert f'href="https://nieuw.example/resultaten/{number}"' in feed
    assert [row["id"] for row in rows(client)] == [result["id"]]


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
    monkeypatch.setattr(records, "ROWS_AT_ONCE", 2)
    opgave = a.opgave()
    for number in range(results):
        a.public_result(opgave, f"Resultaat {number}.")
    session.expunge_all()

    for address in (JSON, *TABLES):
        with counting_queries() as queries:
            response = visitor.get(address)
        assert response.text.count("Resultaat ") == results
        assert queries.number <= 3, queries.asked


def test_the_page_explains_each_field(visitor: Client, slug: str) -> None:
    page = visitor.get("/open-data").text

    for field in document(visitor)["results"][0]:
        assert f"<code>{field}</code>" in page
    for address in (JSON, SCHEMA, *list(TABLES)[:2]):
        assert f'href="{address}"' in page
    assert "Alle resultaten als CSV voor Excel" in page
    assert "Alle resultaten als CSV voor programma’s" in page
    assert 'rel="license"' in page


def test_nothing_published_is_an_empty_list(visitor: Client) -> None:
    assert document(visitor)["results"] == []
    assert rows(visitor) == []

"""The review taken along as tables: what the page says, no more rights than the page, and no text is a formula."""

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from urllib.parse import urlsplit

import pytest
from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.blocks.citizen.models import Need
from board.blocks.leadership.models import SupportKind, SupportRequest
from board.blocks.weekly import last_weeks
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.weeks import Week, now, today
from board.web.spreadsheets import EXCEL, PROGRAMS, Dialect, csv_lines
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
FILE, BOM = "/bord/voortgang.csv", b"\xef\xbb\xbf"


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def heard(session: Session, opgave: Opgave, text: str = "Bel mij eerst", days_ago: int = 0) -> None:
    ago = timedelta(days=days_ago)
    session.add(Need(opgave=opgave, text=text, heard_on=today() - ago, noted_at=now() - ago))
    session.flush()


def test_a_row_for_each_opgave_and_block_says_what_its_cell_says(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    heard(session, opgave)
    heard(session, opgave, days_ago=7)

    told = rows(manager, FILE)

    assert [row["Bouwsteen"] for row in told] == [str(block.title) for block in BLOCKS]
    assert {row["Opgave"] for row in told} == {opgave.title}
    citizen = told[1]
    assert (citizen["Hoe het staat"], citizen["Het feit"]) == ("leeft", "inwoner gehoord: vandaag")
    assert [citizen[str(week)] for week in last_weeks(Week.now())] == ["0"] * 10 + ["1", "1"]
    assert manager.get(urlsplit(citizen["Wat erachter zit"]).path).status_code == 200


@pytest.mark.parametrize("health", ["aandacht", "stil", "leeft"])
def test_what_is_filtered_on_the_page_is_filtered_in_the_file(
    a: Builder, manager: Client, session: Session, health: str
) -> None:
    lives, quiet, asks = a.opgave("Leeft", title="Leeft"), a.opgave("Stil", title="Stil"), a.opgave("Oud", title="Oud")
    heard(session, lives)
    heard(session, asks, days_ago=300)
    wanted = {"aandacht": asks, "stil": quiet, "leeft": lives}[health]

    found = rows(manager, f"{FILE}?blok=inwoner&staat={health}")

    assert {row["Opgave"] for row in found} == {wanted.title}


def test_who_reads_one_opgave_takes_that_one_along(a: Builder, sign_in: SignIn) -> None:
    mine, other = a.opgave("Mijn", title="Mijn opgave"), a.opgave("Ander", title="Andere opgave")
    client = sign_in(a.member(mine, Role.READER))

    assert {row["Opgave"] for row in rows(client, FILE)} == {mine.title}
    for part in ("klein.csv", "weken/klein.csv"):
        assert client.get(f"/bord/voortgang/{mine.slug}/{part}").status_code == 200
        assert client.get(f"/bord/voortgang/{other.slug}/{part}").status_code == 404


def test_nobody_takes_anything_along_without_an_account(visitor: Client, a: Builder) -> None:
    opgave = a.opgave()

    for address in (FILE, f"/bord/voortgang/{opgave.slug}/klein.csv", f"/bord/voortgang/{opgave.slug}/weken/klein.csv"):
        assert visitor.get(address).status_code == 302


def test_the_evidence_of_a_cell_is_the_list_of_its_page(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    asked = SupportRequest(opgave=opgave, kind=SupportKind.TIME, text="Meer tijd", asked_on=today())
    session.add(asked)
    session.flush()

    [row] = rows(manager, f"/bord/voortgang/{opgave.slug}/leiderschap.csv")

    assert (row["Wat"], row["Woorden"], row["Wacht nog"]) == ("vraag wacht", "Meer tijd", "ja")
    assert (row["Dag"], row["Week"]) == (str(today()), str(Week.now()))
    assert row["Adres"].endswith(f"/bord/opgaven/{opgave.slug}/leiderschap/vragen/{asked.id}")


def test_the_weeks_of_a_cell_are_those_of_its_page(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    heard(session, opgave)

    told = rows(manager, f"/bord/voortgang/{opgave.slug}/weken/inwoner.csv")

    assert [row["Week"] for row in told] == [str(week) for week in last_weeks(Week.now())]
    assert (told[-1]["Zo stond het ervoor"], told[-1]["Nieuw"]) == ("leeft", "1")
    assert (told[0]["Zo stond het ervoor"], told[0]["Nieuw"]) == ("stil", "0")


@pytest.mark.parametrize("block", ["olifant", "klein.csv", "klein-weken"])
def test_a_block_that_does_not_exist_has_no_file(a: Builder, manager: Client, block: str) -> None:
    opgave = a.opgave()

    assert manager.get(f"/bord/voortgang/{opgave.slug}/{block}.csv").status_code == 404
    assert manager.get(f"/bord/voortgang/{opgave.slug}/weken/{block}.csv").status_code == 404


def test_no_text_of_anyone_is_a_formula(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave(title="=HYPERLINK(A1)")
    heard(session, opgave, "@SUM(A1:A9)")

    assert {row["Opgave"] for row in rows(manager, FILE)} == {"'=HYPERLINK(A1)"}
    assert [row["Woorden"] for row in rows(manager, f"/bord/voortgang/{opgave.slug}/inwoner.csv")] == ["'@SUM(A1:A9)"]


def test_the_file_asks_as_much_of_the_database_for_many_opgaven(a: Builder, manager: Client) -> None:
    a.opgave()
    with counting_queries() as few:
        manager.get(FILE)
    for _ in range(4):
        a.lead(of=a.opgave())

    with counting_queries() as many:
        manager.get(FILE)

    assert many.number == few.number


def test_each_page_leads_to_its_file(a: Builder, manager: Client) -> None:
    opgave = a.opgave()

    for page in ("/bord/voortgang", f"/bord/voortgang/{opgave.slug}"):
        assert offered(manager.get(page).text) == [f"{FILE}?voor=excel", f"{FILE}?voor=programmas"]
    evidence = manager.get(f"/bord/voortgang/{opgave.slug}/klein").text
    assert offered(evidence) == [
        f"/bord/voortgang/{opgave.slug}/{part}?voor={whom}"
        for part in ("klein.csv", "weken/klein.csv")
        for whom in ("excel", "programmas")
    ]
    assert "Kies Print in je browser" in evidence


def offered(html: str) -> list[str]:
    """The tables that a page offers, each under the words that stand everywhere."""
    found = re.findall(r'<a class="ob-link" href="([^"]*\.csv[^"]*)" download>(CSV voor [^<]*)<', html)
    assert [words for _address, words in found] == ["CSV voor Excel", "CSV voor programma’s"] * (len(found) // 2)
    return [address for address, _words in found]


def test_a_table_for_excel_and_one_for_programs_say_the_same(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden", title="Wie; wat, “waar”")
    heard(session, opgave, "Bel; =1+1\nof schrijf, 1,5 keer")
    at = f"/bord/voortgang/{opgave.slug}/inwoner.csv"

    excel, programs, before = (manager.get(at + rest) for rest in ("?voor=excel", "?voor=programmas", ""))

    for answer, cut_at, bom in ((excel, ";", BOM), (programs, ",", b""), (before, ";", BOM)):
        assert answer.data.startswith(bom + b'"Opgave"' + cut_at.encode())
        assert answer.data.endswith(b'"\r\n')
        text = answer.data.removeprefix(bom).decode("utf-8")
        [row] = csv.DictReader(StringIO(text, newline=""), delimiter=cut_at, strict=True)
        assert row["Opgave"] == "Wie; wat, “waar”"
        assert row["Woorden"] == "Bel; '=1+1\nof schrijf, 1,5 keer"
        assert row["Week"] == (str(Week.now()) if answer is before else Week.now().iso)
    assert 'filename="' in programs.headers["Content-Disposition"]
    assert programs.headers["Content-Disposition"] != excel.headers["Content-Disposition"]
    assert manager.get(f"{at}?voor=iets").data == before.data


def test_weeks_above_columns_are_no_months_to_excel(a: Builder, manager: Client) -> None:
    a.opgave()

    for whom in ("excel", "programmas"):
        head = manager.get(f"{FILE}?voor={whom}").data.decode("utf-8-sig").splitlines()[0]
        assert [week.iso in head for week in last_weeks(Week.now())] == [True] * 12


@pytest.mark.parametrize(("dialect", "written"), [(EXCEL, '"1,5";"-3";"7";""'), (PROGRAMS, '"1.5","-3","7",""')])
def test_a_number_has_the_comma_of_who_reads_it(dialect: Dialect, written: str) -> None:
    assert csv_lines([[1.5, -3, Decimal(7), None]], dialect) == f"{written}\r\n"

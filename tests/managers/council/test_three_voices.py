"""For the council: what we want, what we did, what inwoners noticed; from what inwoners read, and nothing else."""

import csv as reader
import re
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO

import pytest
from sqlalchemy.orm import Session

from board.blocks.increments.models import BigResult, Piled
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import OrgRole, Person
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.managers.council import AUTUMN, LIST, SPRING, csv, page, text_of
from tests.support.signals import main

SignIn = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden", slug="schulden")


def rows(text: str) -> list[dict[str, str]]:
    return list(reader.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_three_voices_come_from_the_results_of_the_period(a: Builder, opgave: Opgave, manager: Client) -> None:
    result = a.public_result(opgave, "U krijgt één brief", deed="wij gooiden zes brieven weg", happened_on=AUTUMN)
    a.public_result(opgave, "In het voorjaar al.", deed="wij belden", happened_on=SPRING)

    html = main(manager.get(page(opgave, "2026-k4")).text)

    assert "Niemand zijn huis uit om een kleine schuld." in html
    assert "“Ik lig wakker van de post die niemand opent.”" in html
    assert f'<a href="/resultaten/{result.id}">Wij gooiden zes brieven weg.</a>' in html
    assert f'<a href="/resultaten/{result.id}">U krijgt één brief.</a>' in html
    assert "Oktober" in html
    assert "1 resultaat: 1 gelukt." in html
    assert "In het voorjaar al." not in html


def test_what_did_not_work_out_stands_there_too_with_what_was_learned(
    a: Builder, opgave: Opgave, manager: Client
) -> None:
    a.public_result(opgave, "Er kwam niemand.", outcome=Outcome.LEARNED, lesson="bel eerst", happened_on=AUTUMN)

    html = manager.get(page(opgave)).text

    assert "We leerden: bel eerst." in main(html)
    assert "• Er kwam niemand. (Niet gelukt, wel geleerd) We leerden: bel eerst.\n" in text_of(html)


def test_a_bigger_result_that_was_reached_comes_first(
    a: Builder, opgave: Opgave, manager: Client, session: Session
) -> None:
    result = a.public_result(opgave, happened_on=AUTUMN)
    for sentence, day in (("U hoort binnen een week iets.", AUTUMN), ("Nog niet bereikt.", None)):
        big = BigResult(opgave=opgave, sentence=sentence, reached_on=day)
        session.add(big)
        if day:
            session.add(Piled(opgave_id=opgave.id, big_result=big, result=result))

    text = text_of(manager.get(page(opgave)).text)

    assert "Wat merkten inwoners\n• U hoort binnen een week iets. Bereikt op 5 oktober.\nOktober\n" in text
    assert "Nog niet bereikt." not in text


def test_what_is_withdrawn_or_not_public_is_nowhere(a: Builder, opgave: Opgave, manager: Client) -> None:
    a.result(a.card(opgave, state=CardState.DOING), "Nog intern.", happened_on=AUTUMN)
    a.public_result(opgave, "Klopte niet.", happened_on=AUTUMN).withdraw("Een fout.")
    hidden = a.opgave("Geheim", title="Van binnen", public=False)
    a.public_result(hidden, "Niemand leest dit.", happened_on=AUTUMN)

    for found in (manager.get(LIST).text, manager.get(page(opgave)).text, manager.get(page(hidden)).text, csv(manager)):
        assert not any(words in found for words in ("Nog intern.", "Klopte niet.", "Niemand leest dit."))
    assert "Van binnen" not in csv(manager)
    assert rows(csv(manager))[0]["aantal resultaten"] == "0"
    assert "Nog niet openbaar, dus nog niet voor de raad:" in manager.get(LIST).text
    assert "Deze opgave is nog niet openbaar." in manager.get(page(hidden)).text


def test_an_empty_period_says_so(a: Builder, opgave: Opgave, manager: Client) -> None:
    assert "In 2025 kwam er geen resultaat dat inwoners kunnen lezen." in manager.get(page(opgave, "2025")).text
    assert "In het tweede kwartaal van 2026 kwam" in manager.get(page(opgave, "2026-k2")).text
    assert "Van mei t/m augustus 2026 kwam" in csv(manager, "periode=2026-v2")


def test_nothing_at_all_is_friendly(sign_in: SignIn, a: Builder) -> None:
    assert "Hier staat nog niets." in sign_in(a.person()).get(LIST).text


def test_somebody_sees_their_own_opgaven_and_no_other(a: Builder, opgave: Opgave, sign_in: SignIn) -> None:
    a.public_result(opgave, "Van ons.", happened_on=AUTUMN)
    foreign = a.opgave("Vreemd", slug="vreemd")
    a.public_result(foreign, "Van hen.", happened_on=AUTUMN)
    client = sign_in(a.reader(opgave))

    for found in (client.get(LIST).text, csv(client), csv(client, "periode=2026&opgave=vreemd")):
        assert "Van hen." not in found
        assert "Vreemd" not in found
    assert "Van ons." in csv(client)
    assert client.get(page(foreign)).status_code == 404
    assert client.post(page(foreign)).status_code == 404


def test_a_manager_can_look_at_their_own_opgaven_alone(a: Builder, opgave: Opgave, sign_in: SignIn) -> None:
    a.opgave("Van een ander")
    client = sign_in(a.member(opgave, org_role=OrgRole.MANAGER))

    assert [row["opgave"] for row in rows(csv(client))] == ["Schulden", "Van een ander"]
    assert [row["opgave"] for row in rows(csv(client, "mij=1"))] == ["Schulden"]


def test_it_is_no_page_for_visitors(opgave: Opgave, visitor: Client) -> None:
    for address in (LIST, f"{LIST}.csv", page(opgave)):
        assert visitor.get(address).status_code == 302


def test_csv_has_a_row_per_opgave_that_opens_safely(a: Builder, opgave: Opgave, manager: Client) -> None:
    a.public_result(opgave, "=HYPERLINK(1) staat hier.", deed="=1+1", happened_on=AUTUMN)
    a.opgave("Balie", slug="balie")

    answer = manager.get(f"{LIST}.csv?periode=2026-k4")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="raad-2026-k4.csv"'
    balie, schulden = rows(answer.text)
    assert list(schulden) == [
        *("programma", "opgave", "periode", "wat willen we", "wat deden we", "wat merkten inwoners"),
        *("adres", "aantal resultaten"),
    ]
    assert schulden["opgave"] == "Schulden"
    assert schulden["periode"] == "vierde kwartaal van 2026"
    assert schulden["adres"].endswith("/opgaven/schulden")
    assert (balie["aantal resultaten"], schulden["aantal resultaten"]) == ("0", "1")
    for cell in schulden.values():
        assert not any(line.startswith(("=", "+", "-", "@")) for line in cell.splitlines())


def test_both_tables_are_offered_under_the_words_that_stand_everywhere(opgave: Opgave, manager: Client) -> None:
    for address in (f"{LIST}?periode=2026", page(opgave)):
        html = manager.get(address).text
        for whom, words in (("excel", "CSV voor Excel"), ("programmas", "CSV voor programma’s")):
            assert re.search(rf'href="{LIST}\.csv\?[^"]*voor={whom}" download>{words}</a>', html), address
    programs = manager.get(f"{LIST}.csv?periode=2026&voor=programmas").data.decode("utf-8")
    assert next(reader.DictReader(StringIO(programs, newline="")))["opgave"] == "Schulden"


def test_of_many_results_a_fair_few_with_the_way_to_all(a: Builder, opgave: Opgave, manager: Client) -> None:
    for number in range(60):
        outcome = Outcome.LEARNED if number % 20 == 0 else Outcome.SUCCEEDED
        day = date(2026, 1, 1) + timedelta(days=number * 5)
        a.public_result(opgave, f"Zin {number} einde", outcome=outcome, lesson="bel", happened_on=day)

    html = manager.get(page(opgave)).text
    text = text_of(html)

    assert text.count(" einde.") == 8
    assert text.count("(Niet gelukt, wel geleerd)") == 1
    assert "60 resultaten: 57 gelukt en 3 niet gelukt, wel geleerd. Hier staan er 8" in text
    assert len(text.split()) < 260, "a minute of reading"
    assert main(html).split('id="resultaten"')[1].count(" einde.") == 60


def test_names_of_people_are_not_in_it(a: Builder, opgave: Opgave, manager: Client) -> None:
    a.public_result(opgave, owner=a.member(opgave, name="Zebedeus Jansen"), happened_on=AUTUMN)

    assert "Zebedeus" not in main(manager.get(LIST).text) + csv(manager)


def test_many_opgaven_ask_no_more_questions_than_one(a: Builder, opgave: Opgave, manager: Client) -> None:
    a.public_result(opgave, happened_on=AUTUMN)
    with counting_queries() as one:
        assert manager.get(LIST).status_code == 200
    for number in range(5):
        more = a.opgave(f"Meer {number}")
        for day in (SPRING, AUTUMN):
            a.public_result(more, happened_on=day)

    with counting_queries() as many:
        assert manager.get(LIST).status_code == 200

    assert many.number == one.number <= 9

"""The text of the week, to take along: plain, complete, and only what inwoners can read too."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import Person, Visibility
from board.core.record.weeks import Week
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden")


@pytest.fixture
def reader(a: Builder, sign_in: SignIn) -> Client:
    return sign_in(a.person())


def test_it_says_what_was_done_what_was_learned_and_where_to_read_more(
    a: Builder, opgave: Opgave, reader: Client
) -> None:
    owner = a.person("Ruth Pinas", visibility=Visibility.FIRST_NAME)
    result = a.public_result(opgave, "U krijgt één brief.", owner=owner)
    a.public_result(opgave, "Het lukte niet.", outcome=Outcome.LEARNED, lesson="bel eerst.")

    text = reader.get("/bord/week/tekst.txt").text

    assert f"Wat we deden in week {Week.now().number}," in text
    assert "SCHULDEN\n\nU krijgt één brief.\nWat we deden: wij belden\nDoor: Ruth, Team Schulden\n" in text
    assert "Wat we leerden: bel eerst." in text
    assert f"http://127.0.0.1:8000/resultaten/{result.id}" in text
    assert f"http://127.0.0.1:8000/week/{Week.now()}" in text
    assert "Pinas" not in text


def test_what_is_not_public_is_not_in_it(a: Builder, opgave: Opgave, reader: Client) -> None:
    a.result(a.card(opgave, state=CardState.DOING), "Nog intern.")
    taken_back = a.public_result(opgave, "Klopte niet.")
    taken_back.withdraw("Een fout.")
    a.public_result(a.opgave(public=False), "Van binnen.")

    text = reader.get("/bord/week/tekst.txt").text

    assert not any(words in text for words in ("Nog intern.", "Klopte niet.", "Van binnen."))
    assert "Deze week was er geen resultaat." in text


def test_it_is_a_file_and_a_page(a: Builder, opgave: Opgave, reader: Client) -> None:
    a.public_result(opgave, "U krijgt één brief.")
    file = reader.get(f"/bord/week/tekst.txt?week={Week.now()}")

    assert file.content_type == "text/plain; charset=utf-8"
    assert file.headers["Content-Disposition"] == f'attachment; filename="week-{Week.now()}.txt"'
    page = reader.get("/bord/week/tekst").text
    assert "U krijgt één brief." in page
    assert "readonly data-kies-alles" in page


def test_without_a_week_it_is_the_newest_with_results(a: Builder, opgave: Opgave, reader: Client) -> None:
    last = Week.now().plus(-1)
    a.public_result(opgave, "Vorige week.", happened_on=last.monday)

    assert f"week {last.number}," in reader.get("/bord/week/tekst.txt").text


def test_it_is_for_who_works_here(visitor: Client) -> None:
    assert visitor.get("/bord/week/tekst.txt").status_code == 302

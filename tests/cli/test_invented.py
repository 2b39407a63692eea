"""What is invented never comes beside the work of people, and never throws it away, wherever it stands."""

from collections.abc import Callable

import pytest
from click.testing import Result
from sqlalchemy import delete, func, select

from board import db
from board.core.opgaven import teams
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.people.people import Person, by_email
from board.core.record.history import Change
from tests.support.command import Run, address, opened, run, written
from tests.support.databases import Databases

__all__ = ["address", "run"]
WORDS = {"title": "Niemand slaapt buiten", "short_name": "Nachtopvang", "summary": ""}


def a_colleague() -> None:
    db.session.add(Person(email="ruth@gemeente.example", name="Ruth Pinas"))


def a_colleague_under_a_demo_address() -> None:
    """Somebody made an account of the demo their own."""
    person = by_email("corrie@demo.example")
    assert person is not None
    person.email = "ruth@gemeente.example"


def an_opgave_of_nobody() -> None:
    db.session.add(Opgave(slug="nachtopvang", short_name="Nachtopvang", title="Niemand slaapt buiten"))


def an_opgave_that_took_the_place_of_one_of_the_demo() -> None:
    """Its number is no longer the last, and its slug is one that the demo has."""
    old = db.session.scalars(select(Opgave).where(Opgave.slug == "schulden")).one()
    old.slug = "schulden-van-de-demo"
    db.session.flush()
    db.ledger().step = None
    an_opgave_of_nobody()
    db.session.flush()


def a_guest_begins_an_opgave() -> None:
    guest = by_email("lid@demo.example")
    assert guest is not None
    db.ledger().who = guest.id
    teams.begin_opgave(WORDS, Audience.INTERNAL, guest)


def a_guest_lets_somebody_in() -> Person:
    guest = by_email("beheer@demo.example")
    assert guest is not None
    db.ledger().who = guest.id
    added = Person(email="probeer@gemeente.example", name="Probeer Eens")
    db.session.add(added)
    db.session.flush()
    return added


def somebody_let_in_by_a_guest_works() -> None:
    added = a_guest_lets_somebody_in()
    db.ledger().who = added.id
    db.session.scalars(select(Card).limit(1)).one().edit(action="Bel de huurders van de Dijk")


@pytest.fixture
def with_demo(address: str, databases: Databases) -> None:
    """The demo in the database of this test, as `opgavebord demo` fills it."""
    databases.fill_with_demo(address)


def rows() -> dict[str, int | None]:
    return {
        kind.__name__: db.session.scalar(select(func.count()).select_from(kind))
        for kind in (Person, Opgave, Card, Change)
    }


REAL = [
    a_colleague,
    a_colleague_under_a_demo_address,
    an_opgave_of_nobody,
    an_opgave_that_took_the_place_of_one_of_the_demo,
    somebody_let_in_by_a_guest_works,
]


@pytest.mark.parametrize("real", REAL, ids=lambda made: made.__name__)
def test_one_real_thing_anywhere_among_the_demo_stops_the_demo_and_the_load(
    run: Run, with_demo: None, address: str, real: Callable[[], object]
) -> None:
    with written(address):
        real()
    with opened(address):
        before = rows()

    for words in (("demo",), ("demo", "--fresh"), ("seed", "--opgaven", "1", "--cards", "1")):
        _refused(run(*words))
    with opened(address):
        assert rows() == before


@pytest.mark.parametrize("made", [a_guest_begins_an_opgave, a_guest_lets_somebody_in], ids=lambda made: made.__name__)
def test_what_a_guest_tried_does_not_stop_the_demo_and_is_not_thrown_away_by_it(
    run: Run, with_demo: None, address: str, made: Callable[[], object]
) -> None:
    with written(address):
        made()
    with opened(address):
        before = rows()

    assert run("demo").exit_code == 0
    refused = run("demo", "--fresh")
    assert refused.exit_code == 1
    assert "maakte iemand zelf iets" in refused.output
    with opened(address):
        assert rows() == before


def test_an_opgave_in_a_database_without_people_is_work_too(run: Run, address: str) -> None:
    run("migrate")
    with written(address):
        an_opgave_of_nobody()

    for words in (("demo",), ("demo", "--fresh"), ("seed",)):
        assert "Niemand slaapt buiten" in _refused(run(*words)).output


def test_an_opgave_of_the_demo_with_another_slug_is_still_of_the_demo(run: Run, with_demo: None, address: str) -> None:
    with written(address):
        db.session.scalars(select(Opgave).where(Opgave.slug == "schulden")).one().slug = "geldzorgen"

    assert run("demo", "--fresh").exit_code == 0


def test_a_load_comes_in_an_empty_database_and_beside_another_load_only(run: Run, address: str) -> None:
    load = ("seed", "--opgaven", "1", "--cards", "3")

    assert run(*load).exit_code == run(*load).exit_code == 0
    assert "werk dat niet van de demo is" in _refused(run("demo")).output
    with written(address):
        a_colleague()
    assert "Ruth Pinas" in _refused(run(*load)).output


def test_an_opgave_among_a_load_stops_the_next_load(run: Run, address: str) -> None:
    run("seed", "--opgaven", "2", "--cards", "2")
    with written(address):
        an_opgave_of_nobody()

    assert "Niemand slaapt buiten" in _refused(run("seed", "--opgaven", "1", "--cards", "1")).output


def test_a_load_does_not_come_in_the_demo(run: Run, with_demo: None) -> None:

    assert "lege database" in _refused(run("seed", "--opgaven", "1", "--cards", "1")).output


def test_a_person_comes_into_the_demo_only_when_it_is_meant(run: Run, with_demo: None, address: str) -> None:
    add = ("person", "add", "ruth@gemeente.example", "--name", "Ruth Pinas")

    assert "OPGAVEBORD_INSTANCE" in _refused(run(*add)).output
    with opened(address):
        assert by_email("ruth@gemeente.example") is None
    assert run(*add, "--in-demo").exit_code == 0
    assert "Ruth Pinas" in _refused(run("demo", "--fresh")).output


def test_the_history_of_the_demo_may_be_from_before_steps_were_kept(run: Run, with_demo: None, address: str) -> None:
    with written(address):
        db.session.execute(delete(Change))

    assert run("demo", "--fresh").exit_code == 0


def _refused(result: Result) -> Result:
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "Kies een andere" in result.output
    return result

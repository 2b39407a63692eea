"""The index follows what people make, change and take away, and is filled for what was there before."""

from typing import Any

import pytest
from sqlalchemy import Engine, delete, select

from board import db, seed
from board.blocks.citizen.models import Need
from board.blocks.talents.models import Talent
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.core.record.weeks import today
from board.core.search import index
from board.core.search.hits import search
from board.core.search.index import SearchText
from board.db import schema, session
from tests.builders import Builder
from tests.counting import counting_queries
from tests.postgres import Postgres


@pytest.fixture
def manager(a: Builder) -> Person:
    return a.manager()


def hits(who: Person, text: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.thing_id) for hit in search(who, text, []).all]


def test_a_card_is_found_by_what_it_says_now(a: Builder, manager: Person) -> None:
    card = a.card(a.opgave(), "Schrijf twee brieven", description="over de huurachterstand")
    assert hits(manager, "brief") == hits(manager, "huurachterstanden") == [("card", card.id)]

    card.edit(action="Bel tien mensen")
    session.flush()

    assert hits(manager, "brief") == []
    assert hits(manager, "belde") == [("card", card.id)]


def test_a_card_that_only_moves_asks_nothing_of_the_index(a: Builder) -> None:
    card = a.card(a.opgave())
    with counting_queries() as queries:
        card.move(CardState.DOING)
        session.flush()

    assert not [asked for asked in queries.asked if "search" in asked]


def test_a_result_is_found_while_it_lies_on_the_stack(a: Builder, manager: Person) -> None:
    card = a.card(a.opgave(), "Bel", state=CardState.DOING)
    result = a.result(card, "U krijgt één brief.", lesson="Vraag eerst welk nummer klopt")
    assert ("result", result.id) in hits(manager, "brieven")
    assert ("lesson", card.lesson_id) in hits(manager, "nummers")

    card.move(CardState.DOING)
    session.flush()

    assert hits(manager, "brieven") == []


def test_what_is_taken_away_is_not_found_until_it_is_back(a: Builder, manager: Person) -> None:
    need = Need(opgave=a.opgave(), text="Ik wil één brief", heard_on=today())
    talent = Talent(person=a.person(), text="ik schrijf brieven die iedereen snapt")
    session.add_all([need, talent])
    session.flush()
    assert sorted(hits(manager, "brief")) == [("need", need.id), ("talent", talent.id)]

    need.remove()
    session.delete(talent)
    session.flush()
    assert hits(manager, "brief") == []

    need.put_back()
    session.flush()
    assert hits(manager, "brief") == [("need", need.id)]


def test_with_an_opgave_all_its_words_go(a: Builder, manager: Person) -> None:
    opgave = a.opgave()
    a.card(opgave, "Schrijf een brief")
    session.delete(opgave)
    session.flush()

    assert hits(manager, "brief") == []


def test_what_was_rolled_back_is_not_found(a: Builder, manager: Person) -> None:
    opgave = a.opgave()
    halfway = session.begin_nested()
    a.card(opgave, "Schrijf een brief")
    halfway.rollback()

    assert hits(manager, "brief") == []


def test_a_long_line_and_a_whole_book_are_kept(a: Builder, manager: Person) -> None:
    words = " ".join(f"woord{number}" for number in range(30_000))
    card = a.card(a.opgave(), "a" * 200, description=words + " é" * 9_000 + "x" * 50_000)

    assert hits(manager, "woord7") == [("card", card.id)]


def test_an_index_that_was_lost_is_made_again(a: Builder, manager: Person) -> None:
    card = a.card(a.opgave(), "Schrijf een brief")
    session.execute(delete(SearchText))
    assert hits(manager, "brief") == []
    assert index.is_behind(session())

    index.catch_up()

    assert hits(manager, "brief") == [("card", card.id)]
    assert not index.is_behind(session())


def test_made_anew_it_is_the_same(a: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "PART", 7)
    for number in range(20):
        a.card(a.opgave(f"Opgave {number}"), f"Schrijf {number} brieven")
    before = rows()

    assert index.rebuild() >= 20
    assert rows() == before


def rows() -> set[tuple[Any, ...]]:
    columns = (SearchText.kind, SearchText.thing_id, SearchText.opgave_id, SearchText.shown, SearchText.body)
    return {tuple(row) for row in session.execute(select(*columns))}


def test_a_load_can_be_found(a: Builder, manager: Person) -> None:
    slug = seed.load([20], 7)[0]
    first = session.scalars(select(Card).order_by(Card.id)).first()

    assert first is not None
    assert ("card", first.id) in hits(manager, first.action)
    assert slug
    assert not index.is_behind(session())


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: object) -> Engine:
    if request.param == "sqlite":
        return db.make_engine(f"sqlite:///{tmp_path}/empty.sqlite")
    server: Postgres = request.getfixturevalue("postgres")
    return db.make_engine(server.new_database())


def test_the_tables_that_a_database_makes_of_the_index_are_no_surprise(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.check_schema(empty)
    schema.downgrade(empty, "0003")
    schema.upgrade(empty)
    schema.check_schema(empty)
    empty.dispose()

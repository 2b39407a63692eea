"""What hangs on a card finds it too: notes, lines of its checklist, labels; and what is on the photo of a result."""

import pytest
from sqlalchemy import Engine, select

from board import db
from board.core.opgaven.card_parts import CardNote, CheckItem, add_check_items, labels_named
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.publishing import result_photos
from board.core.search import index
from board.core.search.hits import search
from board.core.search.index import SearchText
from board.core.undo.versions import Counter
from board.db import schema, session
from tests.builders import Builder
from tests.counting import counting_queries
from tests.photos import give_photo
from tests.postgres import Postgres

WORDS = ("loopgraven", "boodschappenlijst", "stoplicht")


@pytest.fixture
def manager(a: Builder) -> Person:
    return a.manager()


@pytest.fixture
def card(a: Builder) -> Card:
    """With a note, a checklist and a label, which came after each other."""
    card = a.card(a.opgave(), "Bel tien mensen")
    session.add(CardNote(opgave_id=card.opgave_id, card=card, text="De loopgraaf is opgehaald", author_name="Ruth"))
    session.flush()
    add_check_items(card, ["Schrijf een boodschappenlijstje"])
    session.flush()
    card.labels = labels_named(card.opgave, ["Stoplichten"])
    session.flush()
    return card


def hits(who: Person, text: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.thing_id) for hit in search(who, text, []).all]


def test_a_card_is_found_by_all_that_hangs_on_it_together(manager: Person, card: Card) -> None:
    for text in (*WORDS, "mensen loopgraven ophalen boodschappenlijstjes stoplicht", "licht bellen"):
        assert hits(manager, text) == [("card", card.id)], text
    assert session.scalars(select(SearchText.shown).where(SearchText.kind == "card")).all() == ["Bel tien mensen"]


def test_what_changes_on_a_card_is_found_as_it_is_now(manager: Person, card: Card) -> None:
    note = session.scalars(select(CardNote)).one()
    note.rewrite("De rotonde is af")
    session.scalars(select(CheckItem)).one().text = "Koop zes appels"
    card.labels = labels_named(card.opgave, ["zebrapad"])
    session.flush()
    assert [hits(manager, word) for word in WORDS] == [[], [], []]
    for text in ("rotondes", "appel", "zebrapaden rotonde appels"):
        assert hits(manager, text) == [("card", card.id)], text


def test_what_is_taken_away_finds_nothing_until_it_is_back(manager: Person, card: Card) -> None:
    note, item = session.scalars(select(CardNote)).one(), session.scalars(select(CheckItem)).one()
    note.remove()
    session.delete(item)
    card.labels = []
    session.flush()
    assert [hits(manager, word) for word in WORDS] == [[], [], []]

    note.put_back()
    session.flush()
    assert hits(manager, "loopgraaf") == [("card", card.id)]


def test_of_a_card_that_is_gone_nothing_is_found(manager: Person, card: Card) -> None:
    session.delete(card)
    session.flush()

    assert hits(manager, "loopgraaf") == hits(manager, "mensen") == []


def test_a_result_is_found_by_what_is_on_its_photo(a: Builder, manager: Person) -> None:
    result = give_photo(a.public_result(a.opgave(), "U zit lekker."), a.person(), "Een bankje bij de vijver").result
    assert ("result", result.id) in hits(manager, "vijvers")

    shown = result_photos.photo_of(result)
    assert shown is not None
    result_photos.remove_photo(shown)
    session.flush()
    assert hits(manager, "vijvers") == []


def test_made_anew_it_holds_the_same(card: Card) -> None:
    before = session.scalars(select(SearchText.body).order_by(SearchText.id)).all()
    session.expire_all()

    index.rebuild()

    after = session.scalars(select(SearchText.body).order_by(SearchText.id)).all()
    assert [set(body.split()) for body in after] == [set(body.split()) for body in before]


def test_it_costs_no_question_where_nothing_hangs(a: Builder, card: Card) -> None:
    opgave, item = card.opgave, session.scalars(select(CheckItem)).one()
    with counting_queries() as queries:
        a.card(opgave, "Nieuw")
        item.done = True
        session.flush()
    asked = [query for query in queries.asked if "search_text" in query or "card_note" in query]
    assert len(asked) == 1, asked


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: object) -> Engine:
    """A database of before, with a card whose note nobody finds."""
    new = f"sqlite:///{tmp_path}/older.sqlite"
    address = new if request.param == "sqlite" else str(_server(request).new_database())
    engine = db.make_engine(address)
    schema.upgrade(engine)
    return engine


def _server(request: pytest.FixtureRequest) -> Postgres:
    server: Postgres = request.getfixturevalue("postgres")
    return server


def test_an_index_of_an_older_release_is_made_anew(older: Engine) -> None:
    with db.transaction(older):
        card = Builder().card(Builder().opgave(), "Bel tien mensen")
        session.add(CardNote(opgave_id=card.opgave_id, card=card, text="De loopgraaf", author_name="Ruth"))
        session.flush()
        session.execute(SearchText.__table__.update().values(body="§card bel tien mensen"))  # type: ignore[attr-defined]
    with db.opened(older) as reading:
        assert index.is_behind(reading)
        index.catch_up()
        assert not index.is_behind(reading)
    with db.transaction(older):
        assert hits(Builder().manager(), "loopgraven") == [("card", card.id)]
        session.merge(Counter(name="search", value=1))
        session.flush()
        assert index.is_behind(session())
    older.dispose()

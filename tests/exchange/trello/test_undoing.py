"""An import can be undone as a whole: what it made goes, what it changed goes back, and what people did since stays."""

from collections.abc import Callable
from itertools import count

import pytest
from sqlalchemy import select

from board.core.opgaven.card_parts import CardNote, CheckItem, checklist, notes
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.imports import BoardImport, ImportedThing
from board.core.opgaven.labels import Label
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.search.index import SearchText
from board.db import batches, ledger, session
from board.exchange.undo import cards_made, made_and_touched, undo_import
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.exports import TO_DO, board, first, later
from tests.exchange.trello.written import bring_in, cards_of, how_many


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


def newest() -> BoardImport:
    return session.scalars(select(BoardImport).order_by(BoardImport.id.desc())).all()[0]


def undo(done: BoardImport) -> None:
    assert undo_import(done)
    session.commit()
    session.expire_all()


def test_what_nobody_touched_is_gone_with_all_that_hangs_on_it(opgave: Opgave, a: Builder) -> None:
    mine = a.card(opgave, "Was er al")
    was = trello.card("Bel", labels=[{"name": "Spoed", "color": "red"}])
    raw = board(was, trello.card("Schrijf"), checklists=[trello.checklist(was, "een")])
    raw["actions"] = [trello.comment(was, "Gebeld")]
    found_before = how_many(SearchText)
    bring_in(opgave, raw)
    session.commit()
    made = {card.id for card in cards_of(opgave)} - {mine.id}

    undo(newest())

    assert cards_of(opgave) == [mine]
    assert how_many(CheckItem, CardNote, Label, ImportedThing) == [0, 0, 0, 0]
    assert how_many(SearchText) == found_before
    gone = session.scalars(select(Change).where(Change.verb == "removed", Change.kind == "card")).all()
    assert {change.thing_id for change in gone} == made, "the history keeps that they were here"
    assert newest().undone_at is not None


def test_a_card_on_which_somebody_worked_stays_and_is_named_with_who_did(
    opgave: Opgave, a: Builder, sign_in: Callable[[Person], object]
) -> None:
    names = ("Aangepast", "Met woord", "Verschoven", "Klaar", "Niets")
    cards = [trello.card(name) for name in names]
    bring_in(opgave, board(*cards))
    session.commit()
    by_name = {card.action: card for card in cards_of(opgave)}
    femke = a.person("Femke Zoer")
    ledger().who = femke.id
    by_name["Aangepast"].edit(week=202650)
    session.add(CardNote(opgave_id=opgave.id, card=by_name["Met woord"], text="Ik bel", author=femke))
    by_name["Verschoven"].position = 99.5
    a.result(by_name["Klaar"])
    session.commit()
    ledger().who = None
    done = newest()

    assert {(stay.card.action, stay.people) for stay in made_and_touched(done)} == {
        (name, ("Femke Zoer",)) for name in ("Aangepast", "Met woord", "Klaar")
    }
    undo(done)
    assert {card.action for card in cards_of(opgave)} == {"Aangepast", "Met woord", "Klaar"}
    assert by_name["Klaar"].result is not None
    assert {stay.card.action for stay in made_and_touched(done)} == {"Aangepast", "Met woord", "Klaar"}


def test_an_update_is_undone_field_by_field(opgave: Opgave, a: Builder) -> None:
    was = trello.card("Bel", desc="tekst", idList=TO_DO["id"], labels=[{"name": "Raad", "color": "red"}])
    lines = [{"id": f"i{n}", "name": name, "state": "incomplete"} for n, name in enumerate(["een", "twee"])]
    raw = board(was, checklists=[trello.checklist(was, *lines)])
    card = first(opgave, raw)
    changed = {**was, "name": "Bel nu", "desc": "nieuw", "due": "2026-06-10T10:00:00.000Z"}
    changed |= {"labels": [{"name": "Spoed", "color": "blue"}]}
    newer = board(changed, checklists=[trello.checklist(was, {**lines[0], "state": "complete"})])
    newer["actions"] = [trello.comment(was, "Gebeld") | {"id": "a"}]
    later(opgave, newer)
    assert (card.action, card.week, len(checklist(card)), len(notes(card))) == ("Bel nu", 202624, 1, 1)
    card.edit(action="Bel nu echt")
    session.commit()

    undo(newest())

    assert (card.action, card.week) == ("Bel nu echt", None), "what a colleague changed since stays"
    assert card.description.startswith("tekst\n\n")
    assert [label.name for label in card.labels] == ["Raad"]
    assert [(item.text, item.done) for item in checklist(card)] == [("een", False), ("twee", False)]
    assert notes(card) == []
    again = later(opgave, newer)
    assert {each.name for each in again.updates[0].taken} >= {"description", "week", "labels", "done", "line", "note"}
    assert len(checklist(card)) == 1, "after the way back the same file can come again"


def test_undoing_both_imports_leaves_nothing(opgave: Opgave) -> None:
    was = trello.card("Bel")
    first(opgave, board(was))
    later(opgave, board({**was, "name": "Bel nu"}, trello.card("Nieuw")))
    older, newer = session.scalars(select(BoardImport).order_by(BoardImport.id)).all()

    undo(newer)
    assert [card.action for card in cards_of(opgave)] == ["Bel"]
    undo(older)
    assert cards_of(opgave) == []
    undo(older)
    undo(newer)
    assert cards_of(opgave) == [], "twice is no harm"


def test_a_card_of_a_former_import_goes_though_a_later_one_updated_it(opgave: Opgave) -> None:
    was = trello.card("Bel")
    first(opgave, board(was))
    done = newest()
    later(opgave, board({**was, "name": "Bel nu"}))

    undo(done)

    assert cards_of(opgave) == []
    undo(newest())


def test_a_move_of_an_update_goes_back_unless_somebody_moved_it_on(opgave: Opgave) -> None:
    one, two = trello.card("Een", idList=TO_DO["id"]), trello.card("Twee", idList=TO_DO["id"])
    raw = board(one, two)
    doing = raw["lists"][1]["id"]
    bring_in(opgave, raw)
    session.commit()
    later(opgave, board({**one, "idList": doing}, {**two, "idList": doing}))
    cards = cards_of(opgave)
    assert [card.state for card in cards] == [CardState.DOING, CardState.DOING]
    cards[1].stop()
    session.commit()

    undo(newest())

    assert [card.state for card in cards_of(opgave)] == [CardState.PLANNED, CardState.STOPPED]


def test_many_cards_go_in_parts_and_pressing_again_goes_on(opgave: Opgave, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()
    monkeypatch.setattr(batches, "PART", 10)
    monkeypatch.setattr(batches, "monotonic", lambda: next(clock))
    bring_in(opgave, board(*(trello.card(f"Bel {number}") for number in range(9))))
    session.commit()
    done, left = newest(), list[int]()
    while not undo_import(done, seconds=1) and len(left) < 20:
        session.expire_all()
        left.append(len(cards_of(opgave)))
    assert left == [7, 5, 3, 1, 0], "the last press says that it is undone"
    assert how_many(Card) == [0]


def test_a_number_of_a_removed_card_is_never_given_again(opgave: Opgave, a: Builder) -> None:
    bring_in(opgave, board(trello.card("Bel")))
    session.commit()
    (gone,) = (card.id for card in cards_of(opgave))
    undo(newest())

    new = a.card(opgave, "Iets heel anders")
    session.commit()

    assert new.id != gone
    assert made_and_touched(newest()) == []
    assert cards_made(newest()) == 0

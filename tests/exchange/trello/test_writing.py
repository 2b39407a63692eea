"""A Trello board becomes cards that keep our rules: all of it, or nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from board.core.opgaven.card_parts import checklist, notes
from board.core.opgaven.cards import CardState, ResultMissing
from board.core.opgaven.labels import Label
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.weeks import now
from board.db import session
from board.exchange.trello.plan.lists import ListMapping, Target, guess
from board.exchange.trello.write import writing
from board.exchange.trello.write.proposal import propose
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.written import bring_in, cards_of, how_many, one


def test_a_card_comes_with_everything_that_hangs_on_it(a: Builder) -> None:
    ruth, jose = a.person("Ruth Pinas"), a.person("José Çelik")
    raw_card = trello.card(
        "Bel tien mensen",
        desc="**Voor** vrijdag",
        due="2026-11-20T12:00:00Z",
        idMembers=["lid-Ruth Pinas", "lid-Jose Celik"],
        labels=[{"name": "Spoed", "color": "red"}],
    )
    raw = trello.board(
        lists=[trello.a_list("Te doen")],
        cards=[raw_card],
        members=[trello.member("Ruth Pinas"), trello.member("Jose Celik")],
        checklists=[trello.checklist(raw_card, {"name": "Lijst maken", "state": "complete"}, "Bellen")],
        actions=[trello.comment(raw_card, "Gebeld.", by="Ina")],
    )
    card = one(a.opgave(), raw)

    assert (card.action, card.block, card.state, card.week) == (
        "Bel tien mensen",
        "increments",
        CardState.PLANNED,
        202647,
    )
    assert card.description.startswith("**Voor** vrijdag")
    assert card.created_at == datetime.fromtimestamp(trello.MARCH_2026, UTC)
    assert (now() - card.state_since).total_seconds() < 60
    assert (card.owner, card.helpers, [label.name for label in card.labels]) == (ruth, [jose], ["Spoed"])
    assert [(item.text, item.done) for item in checklist(card)] == [("Lijst maken", True), ("Bellen", False)]
    (note,) = notes(card)
    assert (note.text, note.author_name, note.author_id) == ("Gebeld.", "Ina", None)
    assert note.written_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_a_card_of_a_done_list_waits_in_bezig_and_has_no_result(a: Builder) -> None:
    card = one(a.opgave(), trello.board(lists=[trello.a_list("Klaar")], cards=[trello.card()]))

    assert (card.state, card.result) == (CardState.DOING, None)
    assert [note.text for note in notes(card)] == [
        "Deze kaart was in Trello al klaar. Vertel nog wat de inwoner ervan merkt."
    ]
    assert how_many(Result) == [0]


def test_no_plan_brings_a_card_to_done(a: Builder) -> None:
    opgave = a.opgave()
    board = trello.reading(trello.board(cards=[trello.card()]))
    found = propose(opgave, board, guess(board))
    cards = tuple(replace(card, state="gedaan") for card in found.plan.cards)
    forged = replace(found, plan=replace(found.plan, cards=cards))

    with pytest.raises(ResultMissing):
        writing.write_all(opgave, forged)


@pytest.mark.parametrize(("of_list", "of_card"), [(True, False), (False, True)])
def test_what_was_closed_is_stopped(a: Builder, of_list: bool, of_card: bool) -> None:
    lists = [trello.a_list("Bezig", closed=of_list)]
    card = one(a.opgave(), trello.board(lists=lists, cards=[trello.card(closed=of_card)]))

    assert card.state is CardState.STOPPED


def test_a_list_can_go_to_a_block(a: Builder) -> None:
    opgave = a.opgave()
    raw = trello.board(lists=[trello.a_list(id="L")], cards=[trello.card()])
    bring_in(opgave, raw, ListMapping({"L": Target.CITIZEN}))

    assert [(card.block, card.state) for card in cards_of(opgave)] == [("citizen", CardState.IDEA)]


def test_cards_stand_in_the_order_of_the_file_behind_those_that_are_there(a: Builder) -> None:
    opgave = a.opgave()
    a.card(opgave, "Was er al")
    first, second = trello.a_list("Te doen", pos=1), trello.a_list("Bezig", pos=2)
    cards = [
        trello.card("Derde", idList=second["id"]),
        trello.card("Tweede", idList=first["id"], pos=9),
        trello.card("Eerste", idList=first["id"], pos=0),
    ]
    bring_in(opgave, trello.board(lists=[second, first], cards=cards))

    assert [card.action for card in cards_of(opgave)] == ["Was er al", "Eerste", "Tweede", "Derde"]


def test_labels_that_are_there_are_used_again(a: Builder) -> None:
    opgave = a.opgave()
    label = Label(opgave_id=opgave.id, name="spoed")
    session.add(label)
    labels = [{"name": "Spoed", "color": "red"}, {"name": "", "color": "green_dark"}]
    card = one(opgave, trello.board(cards=[trello.card(labels=labels)]))

    assert [one.name for one in card.labels] == ["donkergroen", "spoed"]
    assert how_many(Label) == [2]


def test_nobody_gets_an_account_and_a_name_of_two_people_is_nobody(a: Builder) -> None:
    a.person("Ruth Pinas")
    a.person("Ruth Pinas")
    raw = trello.board(
        cards=[trello.card(idMembers=["lid-Ruth Pinas", "lid-Ina"])],
        members=[trello.member("Ruth Pinas"), trello.member("Ina")],
    )
    card = one(a.opgave(), raw)

    assert (card.owner, card.helpers) == (None, [])
    assert "Ruth Pinas, Ina" in notes(card)[0].text
    assert how_many(Person) == [2]


def test_each_card_has_one_line_of_history(a: Builder) -> None:
    opgave = a.opgave()
    bring_in(opgave, trello.board(cards=[trello.card(labels=[{"name": "Spoed"}]) for _ in range(3)]))
    changes = session.scalars(select(Change).where(Change.kind == "card", Change.opgave_id == opgave.id)).all()

    assert [(change.verb, change.fields["source"]) for change in changes] == [("made", [None, "trello"])] * 3


def test_the_longest_and_strangest_texts_fit(a: Builder) -> None:
    odd = "\x00é💡\ud800 " * 400
    raw_card = trello.card(odd, desc=odd, labels=[{"name": odd}], id=odd, idMembers=["m"])
    raw = trello.board(
        lists=[trello.a_list(odd)],
        cards=[raw_card],
        members=[{"id": "m", "fullName": odd}],
        checklists=[trello.checklist(raw_card, odd, name=odd)],
        actions=[trello.comment(raw_card, odd, by=odd)],
    )

    assert one(a.opgave(), raw).action.startswith("é💡")

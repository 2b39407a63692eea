"""What was finished in Trello comes as finished, also out of the archive, with the moment at which it was."""

from datetime import UTC, datetime
from typing import Any

import pytest

from board.core.opgaven.card_parts import notes
from board.core.opgaven.cards import CardState
from board.core.record.weeks import now
from board.exchange.trello.plan.lists import ListMapping, Target, guess
from board.exchange.trello.plan.plan import plan
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.finished import FIFTH, FOURTH, THIRD
from tests.exchange.trello.written import bring_in, cards_of, one

TO_TELL = "Vertel nog wat de inwoner ervan merkt."


def step(card: trello.Json, date: str, old: trello.Json, **after: Any) -> trello.Json:
    """An action of the log: what became of a card."""
    data = {"old": old, "card": {"id": card["id"], **{name: after[name] for name in old if name in after}}}
    return {"type": "updateCard", "date": date, "data": {**data, "listAfter": after.get("listAfter", {})}}


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


ARCHIVED: list[tuple[str, trello.Json, str]] = [
    ("Te doen", {"dueComplete": True, "dateCompleted": THIRD, "dateClosed": FIFTH}, THIRD),
    ("Te doen", {"dateCompleted": THIRD, "dateClosed": FIFTH}, THIRD),
    ("Te doen", {"dueComplete": True, "dateClosed": FIFTH}, FIFTH),
    ("Te doen", {"labels": [{"name": "Afgerond", "color": "green"}], "dateClosed": FIFTH}, FIFTH),
    ("Gedaan", {"dateLastActivity": FOURTH}, FOURTH),
]


@pytest.mark.parametrize(("column", "fields", "finished"), ARCHIVED)
def test_what_was_finished_waits_for_its_result_also_out_of_the_archive(
    column: str, fields: trello.Json, finished: str
) -> None:
    raw = trello.board(lists=[trello.a_list(column)], cards=[trello.card(closed=True, **fields)])
    card = trello.one(raw)

    assert (card.state, card.result_to_tell, card.since) == ("bezig", True, at(finished))
    assert TO_TELL in card.notes[-1].text
    assert "archief" in card.notes[-1].text


@pytest.mark.parametrize("name", ["Te doen", "Bezig", "Ideeën"])
def test_what_was_put_away_unfinished_is_stopped_since_that_moment(name: str) -> None:
    card = trello.card(closed=True, dateClosed=FIFTH, dateLastActivity="2026-03-09T10:00:00.000Z")
    planned = trello.one(trello.board(lists=[trello.a_list(name)], cards=[card]))

    assert (planned.state, planned.result_to_tell, planned.since) == ("gestopt", False, at(FIFTH))
    assert planned.notes[-1].text == "In Trello ging deze kaart op 5 maart 2026 naar het archief."


def test_the_log_says_when_where_the_card_does_not() -> None:
    done = trello.a_list("Gedaan")
    ticked, moved, away = trello.card(dueComplete=True), trello.card(), trello.card(closed=True)
    log = [
        step(away, FIFTH, {"closed": False}, closed=True),
        step(away, FOURTH, {"closed": True}, closed=False),
        step(moved, FOURTH, {"idList": "x"}, listAfter={"id": done["id"]}),
        step(ticked, THIRD, {"dueComplete": False}, dueComplete=True),
    ]
    moved["idList"] = done["id"]
    raw = trello.board(lists=[trello.a_list("Te doen"), done], cards=[ticked, moved, away], actions=log)
    found = trello.planned(raw).cards

    assert {card.source_id: card.since for card in found} == {
        ticked["id"]: at(THIRD),
        moved["id"]: at(FOURTH),
        away["id"]: at(FIFTH),
    }


def test_cards_of_an_archived_list_of_done_work_wait_and_those_of_another_are_stopped_with_the_list() -> None:
    done, other = trello.a_list("Klaar", closed=True), trello.a_list("Te doen", closed=True)
    data = {"old": {"closed": False}, "list": {"id": other["id"], "closed": True}}
    away = {"type": "updateList", "date": FIFTH, "data": data}
    cards = [
        trello.card("A", idList=done["id"]),
        trello.card("B", idList=other["id"]),
        trello.card("C", idList=other["id"], dueComplete=True),
    ]
    found = trello.planned(trello.board(lists=[done, other], cards=cards, actions=[away])).cards

    assert [(card.action, card.state) for card in found] == [("A", "bezig"), ("B", "gestopt"), ("C", "bezig")]
    assert found[1].since == at(FIFTH)


def test_what_came_into_an_archive_from_a_done_list_was_done() -> None:
    done, archive = trello.a_list("Gedaan"), trello.a_list("Archief")
    here = trello.card("Af", idList=archive["id"])
    gone = trello.card("Ook af", closed=True, idList=archive["id"])
    never = trello.card("Nooit", idList=archive["id"])
    log = [
        step(here, FIFTH, {"idList": done["id"]}, listAfter=archive),
        step(here, FOURTH, {"idList": "x"}, listAfter=done),
        step(gone, FIFTH, {"idList": "weg"}, listAfter=archive),
    ]
    log[0]["data"]["listBefore"] = done
    log[2]["data"]["listBefore"] = {"id": "weg", "name": "Done in maart"}
    raw = trello.board(lists=[done, archive], cards=[here, gone, never], actions=log)
    found = trello.planned(raw).cards

    assert [(card.action, card.state) for card in found] == [("Af", "bezig"), ("Ook af", "bezig"), ("Nooit", "gestopt")]
    assert found[0].since == at(FOURTH)


def test_who_says_that_a_list_is_stopped_work_is_believed() -> None:
    raw = trello.board(lists=[trello.a_list(id="L")], cards=[trello.card(dueComplete=True, closed=True)])
    (card,) = trello.planned(raw, ListMapping({"L": Target.STOPPED})).cards

    assert (card.state, card.result_to_tell) == ("gestopt", False)


@pytest.mark.parametrize(("choice", "states"), [("archief", ["bezig", "gestopt"]), ("gestopt", ["gestopt"] * 2)])
def test_where_the_archive_goes_can_be_chosen(choice: str, states: list[str]) -> None:
    done, idea = trello.a_list("Gedaan"), trello.a_list("Ideeën")
    cards = [trello.card(closed=True, idList=done["id"]), trello.card(closed=True, idList=idea["id"])]
    board = trello.reading(trello.board(lists=[done, idea], cards=cards))
    mapping = guess(board).with_form({"lijst-archief": choice})

    assert [card.state for card in plan(board, mapping, {}, set()).cards] == states
    assert plan(board, guess(board).with_form({"lijst-archief": "skip"}), {}, set()).cards == ()
    with pytest.raises(ValueError, match="archive"):
        mapping.with_form({"lijst-archief": "bezig"})


def test_the_moment_stands_on_the_card_and_in_the_note(a: Builder) -> None:
    done = trello.card(closed=True, dueComplete=True, dateCompleted=THIRD, dateClosed=FIFTH)
    card = one(a.opgave(), trello.board(lists=[trello.a_list("Gedaan")], cards=[done]))

    assert (card.state, card.finished_at, card.state_since) == (CardState.DOING, at(THIRD), at(THIRD))
    assert card.waits_for_result
    assert not card.is_too_big
    (note,) = notes(card)
    assert note.text == (
        f"Deze kaart was in Trello klaar op 3 maart 2026. {TO_TELL} "
        "In Trello ging deze kaart op 5 maart 2026 naar het archief."
    )


def test_a_moment_that_is_yet_to_come_is_now(a: Builder) -> None:
    done = trello.card(dueComplete=True, dateCompleted="2999-01-01T00:00:00Z")
    card = one(a.opgave(), trello.board(cards=[done]))

    assert card.waits_for_result
    assert (now() - card.state_since).total_seconds() < 60


def test_who_moves_such_a_card_takes_it_in_hand_again(a: Builder) -> None:
    opgave = a.opgave()
    bring_in(opgave, trello.board(cards=[trello.card(dueComplete=True, dateCompleted=THIRD)]))
    (card,) = cards_of(opgave)
    card.move(CardState.IDEA)
    card.move(CardState.DOING)

    assert not card.waits_for_result
    assert card.finished_at == datetime(2026, 3, 3, 10, tzinfo=UTC)

"""A later export of a board: what only changed there comes over, what both changed is asked, nothing here is lost."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from board.core.opgaven.card_parts import checklist, notes
from board.core.opgaven.cards import CardState
from board.core.opgaven.imports import BoardImport, ImportedThing
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import Change
from board.db import session
from board.exchange.trello.plan.lists import Target, guess
from board.exchange.trello.write import writing
from board.exchange.trello.write.proposal import ImportChoices, propose
from tests.builders import Builder
from tests.exchange.trello import trello
from tests.exchange.trello.exports import DOING, TO_DO, board, first, later
from tests.exchange.trello.written import bring_in, cards_of


def names(differences: list[Any]) -> list[str]:
    return [each.name for each in differences]


def test_what_only_changed_over_there_comes_over_and_the_history_says_where_from(opgave: Opgave, a: Builder) -> None:
    ruth = a.person("Ruth Pinas")
    was = trello.card("Bel", desc="eerste tekst")
    members = [trello.member("Ruth Pinas")]
    card = first(opgave, board(was, members=members))
    changed = {**was, "name": "Bel tien mensen", "desc": "tweede tekst", "due": "2026-06-10T10:00:00.000Z"}
    changed |= {"labels": [{"name": "Spoed", "color": "red"}], "idMembers": ["lid-Ruth Pinas"]}
    raw = board(changed, members=members, checklists=[trello.checklist(was, "een", "twee")])
    raw["actions"] = [trello.comment(was, "De bewoner belde terug", by="Ina") | {"id": "a1"}]

    found = later(opgave, raw)

    assert (card.action, card.week, card.owner) == ("Bel tien mensen", 202624, ruth)
    assert card.description.startswith("tweede tekst\n\n")
    assert [label.name for label in card.labels] == ["Spoed"]
    assert [item.text for item in checklist(card)] == ["een", "twee"]
    assert [(note.text, note.author_name, note.source) for note in notes(card)] == [
        ("De bewoner belde terug", "Ina", "trello")
    ]
    assert found.left_open == 0
    newest = session.scalars(select(BoardImport).order_by(BoardImport.id.desc())).first()
    assert newest is not None
    changes = session.scalars(select(Change).where(Change.import_id == newest.id)).all()
    assert {change.kind for change in changes} == {"card", "check_item", "card_note"}

    again = later(opgave, raw)
    assert not again.does_something, "the same file twice changes nothing"


def test_what_only_changed_here_stays_and_what_both_changed_is_asked_with_both_texts(opgave: Opgave) -> None:
    was = trello.card("Bel", desc="tekst")
    card = first(opgave, board(was))
    card.edit(action="Bel de huurders", week=202650)
    session.commit()
    changed = {**was, "name": "Bel iedereen", "desc": "nieuwe tekst"}

    found = later(opgave, board(changed))

    (update,) = found.updates
    assert (names(update.taken), names(update.asked), update.stays) == (["description"], ["action"], ["week"])
    assert (update.asked[0].here, update.asked[0].there) == (("Bel de huurders",), ("Bel iedereen",))
    assert (card.action, card.week, found.left_open) == ("Bel de huurders", 202650, 1)
    assert names(later(opgave, board(changed)).updates[0].asked) == ["action"], "who did not choose is asked again"


@pytest.mark.parametrize(("answer", "action"), [("", "Bel iedereen"), ("hier", "Bel de huurders")])
def test_who_chose_is_not_asked_again(opgave: Opgave, answer: str, action: str) -> None:
    was = trello.card("Bel")
    card = first(opgave, board(was))
    card.edit(action="Bel de huurders")
    session.commit()
    changed = {**was, "name": "Bel iedereen"}
    (asked,) = later(opgave, board(changed)).updates[0].asked

    later(opgave, board(changed), action=answer or asked.choice)

    assert card.action == action
    assert not later(opgave, board(changed)).updates[0].asked


def test_a_choice_made_of_an_older_text_here_overwrites_nothing(opgave: Opgave) -> None:
    was = trello.card("Bel")
    card = first(opgave, board(was))
    card.edit(action="Bel de huurders")
    session.commit()
    changed = {**was, "name": "Bel iedereen"}
    (asked,) = later(opgave, board(changed)).updates[0].asked
    card.edit(action="Bel de huurders morgen")
    session.commit()

    later(opgave, board(changed), action=asked.choice)

    assert card.action == "Bel de huurders morgen"


def test_a_card_that_moved_over_there_moves_here_and_an_archived_one_is_asked(opgave: Opgave) -> None:
    was = trello.card("Bel", idList=TO_DO["id"])
    card = first(opgave, board(was))

    moved = later(opgave, board({**was, "idList": DOING["id"]}))
    assert (card.state, moved.updates[0].moved_to) == (CardState.DOING, DOING["id"])

    closed = {**was, "idList": DOING["id"], "closed": True}
    asked = later(opgave, board(closed)).updates[0].asked
    assert (names(asked), card.state) == (["state"], CardState.DOING)
    later(opgave, board(closed), state=asked[0].choice)
    assert card.state is CardState.STOPPED


def test_a_card_in_a_list_that_is_left_out_stays_as_it_is(opgave: Opgave) -> None:
    was = trello.card("Bel", idList=TO_DO["id"])
    card = first(opgave, board(was))
    read = trello.reading(board({**was, "name": "Anders", "idList": DOING["id"]}))
    mapping = guess(read).changed(DOING["id"], Target.SKIP)

    assert not propose(opgave, read, mapping).updates
    assert (card.action, card.state) == ("Bel", CardState.PLANNED)


def test_a_card_that_is_gone_over_there_is_asked_about_once(opgave: Opgave) -> None:
    was, other = trello.card("Bel"), trello.card("Schrijf")
    bring_in(opgave, board(was, other))
    session.commit()
    found = later(opgave, board(other))

    (gone,) = [update for update in found.updates if update.asked]
    assert (gone.title, gone.asked[0].key, found.left_open) == ("Bel", "weg", 1)
    read = trello.reading(board(other))
    chosen = ImportChoices(answers={was["id"]: {"weg": "hier"}})
    writing.write_all(opgave, propose(opgave, read, guess(read), chosen))
    session.commit()
    assert later(opgave, board(other)).left_open == 0


def test_a_card_that_is_finished_here_stays_finished_and_its_words_stay(opgave: Opgave, a: Builder) -> None:
    was = trello.card("Bel", desc="tekst", idList=TO_DO["id"])
    card = first(opgave, board(was))
    a.result(card)
    session.commit()
    changed = {**was, "name": "Iets heel anders", "desc": "nieuw", "idList": DOING["id"], "closed": True}

    found = later(opgave, board(changed))

    assert (card.state, card.action) == (CardState.DONE, "Bel")
    assert set(found.updates[0].held) >= {"action", "state"}
    assert card.description.startswith("nieuw"), "what no inwoner reads may be newer"


def test_of_cards_from_before_everything_that_differs_is_asked(opgave: Opgave) -> None:
    was = trello.card("Bel", desc="tekst", labels=[{"name": "Spoed", "color": "red"}])
    card = first(opgave, board(was, checklists=[trello.checklist(was, "een", "twee")]))
    for row in session.scalars(select(ImportedThing)).all():
        session.delete(row)
    session.commit()
    changed = {**was, "name": "Bel iedereen", "labels": [], "due": "2026-06-10T10:00:00.000Z"}
    raw = board(changed, checklists=[trello.checklist(was, "een", "drie")])
    raw["actions"] = [trello.comment(was, "Nieuw") | {"id": "a"}]

    (update,) = later(opgave, raw).updates

    assert sorted(names(update.asked)) == ["action", "description", "labels", "line", "week"]
    assert names(update.taken) == ["note"], "a new comment overwrites nothing"
    assert (card.action, card.week, len(checklist(card)), len(notes(card))) == ("Bel", None, 2, 1)
    later(opgave, raw, **{each.key: "hier" for each in update.asked})
    assert not later(opgave, raw).updates[0].asked, "from then on it is known what came from where"


def test_who_comes_on_a_card_over_there_without_an_account_here_is_named_once(opgave: Opgave) -> None:
    was = trello.card("Bel")
    card = first(opgave, board(was))
    raw = board({**was, "idMembers": ["lid-Ina"]}, members=[trello.member("Ina")])

    later(opgave, raw)
    later(opgave, raw)

    (note,) = notes(card)
    assert "Ina" in note.text


def test_an_older_export_takes_nothing_back(opgave: Opgave) -> None:
    was = trello.card("Bel", dateLastActivity="2026-03-02T10:00:00.000Z")
    newer = {**was, "name": "Bel iedereen", "dateLastActivity": "2026-03-09T10:00:00.000Z"}
    card = first(opgave, board(newer))

    found = later(opgave, board(was, trello.card("Nieuwe kaart")))

    assert found.older_than == datetime(2026, 3, 9, 10, tzinfo=UTC)
    assert (card.action, len(cards_of(opgave))) == ("Bel iedereen", 2)


def test_what_was_kept_holds_no_words_of_anybody(opgave: Opgave) -> None:
    was = trello.card("Bel mevrouw Jansen", desc="Zij belde", idMembers=["lid-Ina"])
    first(opgave, board(was, members=[trello.member("Ina")], actions=[trello.comment(was, "Gebeld", by="Ina")]))

    kept = " ".join(f"{row.seen} {row.gone}" for row in session.scalars(select(ImportedThing)))

    assert kept
    assert not [word for word in ("Jansen", "belde", "Ina", "Gebeld") if word in kept]

"""History writes itself: who, what, from what, to what, and once per step."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person, Visibility
from board.core.record.history import Change
from board.core.undo.steps import on_card, undo_step
from board.core.undo.versions import public_version
from board.db import ledger_of
from tests.builders import Builder


def changes(session: Session, thing: object) -> list[Change]:
    query = select(Change).where(Change.kind == thing.__tablename__, Change.thing_id == thing.id)  # type: ignore[attr-defined]
    return list(session.scalars(query.order_by(Change.id)))


def test_what_changed_is_kept_with_who_did_it(a: Builder, session: Session) -> None:
    card = a.card(a.opgave())
    session.commit()
    ledger_of(session).who = a.person().id

    card.edit(action="Bel elf mensen")
    card.move(CardState.DOING)
    session.commit()

    made, changed = changes(session, card)
    assert (made.verb, changed.verb) == ("made", "changed")
    assert changed.fields["action"] == ["Bel tien mensen", "Bel elf mensen"]
    assert changed.fields["state"] == ["idee", "bezig"]
    assert changed.person_id == ledger_of(session).who


def test_one_step_is_one_change_however_often_it_flushes(a: Builder, session: Session) -> None:
    card = a.card(a.opgave())
    session.commit()

    card.edit(action="Half")
    session.flush()
    card.edit(action="Heel", block="why")
    session.flush()
    session.commit()

    assert [change.fields for change in changes(session, card)[1:]] == [
        {"action": ["Bel tien mensen", "Heel"], "block": ["increments", "why"]}
    ]


def test_there_and_back_leaves_nothing_to_undo(a: Builder, session: Session) -> None:
    card = a.card(a.opgave())
    session.commit()

    card.edit(action="Anders")
    session.flush()
    card.edit(action="Bel tien mensen")
    session.commit()

    assert [change.fields for change in changes(session, card)[1:]] == [{}]


def test_undo_takes_the_whole_step_back(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card, ruth = a.card(opgave), a.member(of=opgave)
    session.commit()
    card.edit(owner=ruth, helpers=[ruth], week=202648)
    session.flush()
    card.move(CardState.PLANNED)
    session.commit()

    undo_step(on_card(opgave, changes(session, card)[-1].id)[1])
    session.commit()

    assert (card.owner, card.helpers, card.week, card.state) == (None, [], None, CardState.IDEA)


def test_undo_can_be_undone(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    session.commit()
    card.move(CardState.DOING)
    session.commit()

    for expected in (CardState.IDEA, CardState.DOING):
        undo_step(on_card(opgave, changes(session, card)[-1].id)[1])
        session.commit()
        assert card.state is expected


def test_passwords_stay_out_of_the_history(a: Builder, session: Session) -> None:
    person = a.person()
    person.password_hash = "geheim"
    person.visibility = Visibility.ROLE
    session.commit()

    assert "geheim" not in str([change.fields for change in changes(session, person)])
    assert changes(session, person)[-1].fields["visibility"] == ["team", "role"]


def test_a_silent_change_of_many_rows_is_refused(a: Builder, session: Session) -> None:
    a.card(a.opgave())

    with pytest.raises(RuntimeError, match="through its verbs"):
        session.execute(update(Card).values(block="why"))


def test_every_change_counts_on_its_board_and_a_name_on_all_boards(a: Builder, session: Session) -> None:
    opgave, other = a.opgave(), a.opgave()
    person: Person = a.member(of=opgave)
    before = (opgave.version, other.version)

    a.card(opgave)
    session.commit()
    assert opgave.version > before[0]
    assert other.version == before[1]

    seen = opgave.version
    person.name = "Ruth de Vries"
    session.commit()
    assert opgave.version > seen


def test_citizens_pages_change_only_with_what_citizens_see(a: Builder, session: Session) -> None:
    card = a.card(a.opgave(), state=CardState.DOING)
    session.commit()
    seen = public_version()

    card.edit(action="Binnen werk", description="Niemand ziet dit")
    session.commit()
    assert public_version() == seen

    a.result(card)
    session.commit()
    assert public_version() > seen

"""What a thing held before comes back as it was, also what it held more than one of."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.record.history import Change
from board.core.record.weeks import now
from board.core.undo.changes import card_changes
from board.core.undo.steps import undo_step
from tests.builders import Builder


def test_who_helped_before_helps_again_when_it_is_taken_back(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    helper, card = a.member(opgave), a.card(opgave)
    card.edit(helpers=[helper])
    session.commit()
    card.edit(helpers=[])
    session.commit()
    newest = select(Change).where(Change.kind == "card", Change.thing_id == card.id).order_by(Change.id.desc())

    undo_step([session.scalars(newest.limit(1)).one()])

    assert card.helpers == [helper]


def test_each_change_stands_there_once_and_names_who_did_it(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth, _joost, card = a.member(opgave, name="Ruth"), a.member(opgave, name="Joost"), a.card(opgave)
    session.flush()
    change = Change(
        kind="card", thing_id=card.id, card_id=card.id, verb="changed", fields={}, person_id=ruth.id, at=now()
    )
    session.add(change)
    session.flush()

    story = [(change.id, name) for change, name in card_changes(card)]

    assert story[0] == (change.id, ruth.name)
    assert len(story) == len(dict(story))

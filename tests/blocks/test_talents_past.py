"""Talenten, looked back at: what was found later waited on that day only when its card still needed it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from board.blocks.answers import of_one
from board.blocks.talents.slots.review import progress
from board.core.opgaven.cards import CardState
from board.core.opgaven.noted import end_of
from board.core.record.weeks import today
from tests.builders import Builder
from tests.support.talents import asked


def noon(ago: int) -> datetime:
    return end_of(today() - timedelta(days=ago)) - timedelta(hours=12)


def test_what_is_found_later_does_not_make_a_closed_card_ask_again(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.STOPPED)
    card.state_since = noon(50)
    request = asked(opgave, days_ago=60, card=card)
    session.flush()
    day = today() - timedelta(days=40)
    before = of_one(progress, opgave, day)

    request.found(today())
    session.flush()

    assert of_one(progress, opgave, day) == before


def test_what_is_found_later_waited_until_then(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    request = asked(opgave, days_ago=60)
    day = today() - timedelta(days=40)
    before = of_one(progress, opgave, day)

    request.found(today())
    session.flush()

    assert of_one(progress, opgave, day) == before

"""What a team notes stays: it leaves the screens, comes back, and the past knows what was there."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need
from board.core.opgaven.noted import end_of, existed_on, get_noted, not_removed
from board.core.record.weeks import now, today
from tests.builders import Builder


def need(a: Builder, session: Session, **fields: object) -> Need:
    made = Need(opgave=a.opgave(), text="Bel mij eerst", heard_on=today(), **fields)
    session.add(made)
    session.flush()
    return made


def test_what_is_removed_leaves_the_screens_and_comes_back(a: Builder, session: Session) -> None:
    heard = need(a, session)

    heard.remove()
    session.flush()
    assert session.scalars(select(Need).where(not_removed(Need))).all() == []
    with pytest.raises(NoResultFound):
        get_noted(Need, heard.opgave, heard.id)

    heard.put_back()
    session.flush()
    assert get_noted(Need, heard.opgave, heard.id) is heard


def test_a_thing_of_another_opgave_does_not_exist(a: Builder, session: Session) -> None:
    heard = need(a, session)

    with pytest.raises(NoResultFound):
        get_noted(Need, a.opgave(), heard.id)


def test_removing_twice_keeps_the_first_moment(a: Builder, session: Session) -> None:
    heard = need(a, session, removed_at=now() - timedelta(days=3))
    first = heard.removed_at

    heard.remove()

    assert heard.removed_at == first


@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2026, 10, 4), False), (date(2026, 10, 5), True), (date(2026, 10, 20), True), (date(2026, 10, 21), False)],
)
def test_the_past_knows_what_was_there(a: Builder, session: Session, day: date, known: bool) -> None:
    """Noted on 5 October, removed on 21 October."""
    need(
        a,
        session,
        noted_at=datetime(2026, 10, 5, 9, tzinfo=UTC),
        removed_at=datetime(2026, 10, 21, 9, tzinfo=UTC),
    )

    assert bool(session.scalars(select(Need).where(existed_on(Need, day))).all()) is known


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 7, 1), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (date(2026, 12, 31), datetime(2026, 12, 31, 23, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_amsterdam(day: date, moment: datetime) -> None:
    """Also on the day on which the clock goes back."""
    assert end_of(day) == moment

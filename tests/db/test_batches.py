"""Long work is written in parts: nobody waits for the whole, and when it ends halfway the next time does the rest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, delete, event, func, select
from sqlalchemy.engine import Connection

from board import db, seed
from board.blocks import weekly
from board.blocks.weekly import WeekFact
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import Change
from board.core.record.weeks import now
from board.core.search import index
from board.core.search.index import SearchText
from board.db import batches
from board.db.batches import PART, WritingAlready, in_batches, split_batches
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.write.writing import import_board
from tests.builders import Builder
from tests.exchange.trello import trello

LARGEST = 3  # a card with a line and a note


@contextmanager
def kept_at_once(engine: Engine, *models: Any) -> Iterator[list[int]]:
    """How many rows of these tables each transaction added, as it was kept."""
    grown: list[int] = []
    tables = [f"SELECT count(*) FROM {model.__tablename__}" for model in models]

    def count(connection: Connection) -> int:
        return sum(connection.exec_driver_sql(table).scalar() or 0 for table in tables)

    with engine.connect() as connection:
        total = [count(connection)]

    def keep(connection: Connection) -> None:
        if more := count(connection) - total[0]:
            grown.append(more)
            total[0] += more

    event.listen(engine, "commit", keep)
    try:
        yield grown
    finally:
        event.remove(engine, "commit", keep)


def brought_in(engine: Engine) -> tuple[list[int], int]:
    cards = [trello.card(f"Bel {number}", labels=[{"name": "huur"}]) for number in range(2 * PART)]
    notes, lines = [trello.comment(card, "Ja") for card in cards], [trello.checklist(card, "een") for card in cards]
    board = trello.reading(trello.board(cards=cards, actions=notes, checklists=lines))
    with db.transaction(engine):
        slug = Builder().opgave().slug
    with kept_at_once(engine, Card, CheckItem, CardNote) as grown, db.opened(engine) as session:
        import_board(session.scalars(select(Opgave).where(Opgave.slug == slug)).one(), board, guess(board))
    return grown, len(cards) * 3


def weeks_kept(engine: Engine) -> tuple[list[int], int]:
    with db.transaction(engine):
        a = Builder()
        for _ in range(12):
            opgave = a.opgave()
        a.card(opgave)
    with kept_at_once(engine, WeekFact) as grown, db.opened(engine):
        number = weekly.keep()
    return grown, number


def indexed(engine: Engine) -> tuple[list[int], int]:
    with db.transaction(engine) as session:
        seed.load([PART * 3], 7)
        session.execute(delete(SearchText))
    with kept_at_once(engine, SearchText) as grown, db.opened(engine):
        number = index.catch_up()
    return grown, number


@pytest.mark.parametrize("work", [brought_in, weeks_kept, indexed])
def test_no_transaction_writes_more_than_a_part(live: Flask, work: Callable[[Engine], tuple[list[int], int]]) -> None:
    grown, number = work(live.extensions["engine"])

    assert sum(grown) == number
    assert number > PART
    assert max(grown) <= PART + LARGEST


def test_weeks_of_which_a_part_is_lost_are_kept_the_next_time(live: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    engine: Engine = live.extensions["engine"]
    monkeypatch.setattr(batches, "PART", 7)
    with db.transaction(engine):
        a = Builder()
        a.card(a.opgave())
    whole, times = weekly._write, []

    def break_down(rows: Any) -> None:
        whole(rows)
        times.append(len(rows))
        if len(times) == 3:
            raise RuntimeError("the power fails")

    monkeypatch.setattr(weekly, "_write", break_down)
    with db.opened(engine), pytest.raises(RuntimeError):
        weekly.keep()
    monkeypatch.setattr(weekly, "_write", whole)

    with db.opened(engine) as session:
        weekly.keep()
        assert session.scalar(select(func.count()).select_from(WeekFact)) == 12 * 5
        assert weekly.keep() == 0


def test_while_it_is_made_anew_everything_is_found(live: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    engine: Engine = live.extensions["engine"]
    monkeypatch.setattr(index, "PART", 5)
    with db.transaction(engine):
        a = Builder()
        opgave = a.opgave()
        for number in range(20):
            a.card(opgave, f"Schrijf {number} brieven")
    with engine.connect() as connection:
        before = connection.scalar(select(func.count()).select_from(SearchText))
    seen: list[int | None] = []
    event.listen(
        engine,
        "commit",
        lambda connection: seen.append(connection.scalar(select(func.count()).select_from(SearchText))),
    )

    with db.opened(engine):
        index.rebuild()

    assert len(seen) > 4
    assert set(seen) == {before}


def test_what_was_removed_behind_our_back_is_found_no_longer(live: Flask) -> None:
    engine: Engine = live.extensions["engine"]
    with db.transaction(engine) as session:
        a = Builder()
        card = a.card(a.opgave())
        session.flush()
        session.connection().execute(delete(Card.__table__).where(Card.__table__.c.id == card.id))  # type: ignore[arg-type]

    with db.opened(engine) as session:
        index.rebuild()
        assert session.scalar(select(func.count()).where(SearchText.kind == "card").select_from(SearchText)) == 0


def test_who_wrote_something_before_its_parts_is_refused(live: Flask) -> None:
    with db.opened(live.extensions["engine"]) as session:
        session.add(Change(kind="x", thing_id=1, verb="made", fields={}, at=now()))

        with pytest.raises(WritingAlready):
            in_batches([lambda: None])


def test_within_a_transaction_all_belongs_together(live: Flask) -> None:
    engine: Engine = live.extensions["engine"]

    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError), db.transaction(engine):
        in_batches([lambda: Builder().opgave(), fail])

    with db.opened(engine) as session:
        assert session.scalar(select(func.count()).select_from(Opgave)) == 0


def test_a_part_is_as_large_as_what_is_in_it() -> None:
    assert [len(part) for part in split_batches(range(PART * 2 + 1))] == [PART, PART, 1]
    assert [len(part) for part in split_batches([PART, 1, PART], size=int)] == [1, 2]
    assert list(split_batches([])) == []

"""`python -m tests.bench.parts`: how long each part of long work holds the pen of SQLite. Prints; asserts nothing."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from board import db, seed
from board.blocks import weekly
from board.core.opgaven.opgaven import Opgave
from board.core.search import index
from board.core.search.index import SearchText
from board.db import batches, schema
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.write.writing import import_board
from tests.builders import Builder
from tests.exchange.trello import trello

CARDS = 15_000


@contextmanager
def held() -> Iterator[list[tuple[float, float]]]:
    """Of each part: seconds between the moment that it may write and the moment that it is kept, and of work in it."""
    seconds: list[tuple[float, float]] = []
    whole = db.transaction

    @contextmanager
    def timed(*given: object) -> Iterator[Session]:
        with whole(*given) as session:  # type: ignore[arg-type]
            began, worked = time.perf_counter(), time.process_time()
            yield session
        seconds.append((time.perf_counter() - began, time.process_time() - worked))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "transaction", timed)
        yield seconds


def _export() -> trello.Json:
    cards = [trello.card(f"Bel {number} huurders over hun brief", labels=[{"name": "huur"}]) for number in range(CARDS)]
    notes = [trello.comment(card, "Ja, gebeld") for card in cards[::3]]
    return trello.board(cards=cards, actions=notes)


def _bring(engine: Engine, raw: trello.Json) -> None:
    board = trello.reading(raw)
    with db.opened(engine) as session:
        import_board(session.scalars(select(Opgave)).one(), board, guess(board))


def _later(raw: trello.Json) -> trello.Json:
    """The same board later: each third card has another title, and its list another name."""
    cards = [{**card, "name": f"{card['name']} nu"} if at % 3 == 0 else card for at, card in enumerate(raw["cards"])]
    return {**raw, "cards": cards, "lists": [{**column, "name": "Actie"} for column in raw["lists"]]}


def _weeks(engine: Engine) -> None:
    with db.transaction(engine):
        seed.load(seed.spread(5_000, 100), 3)
    with db.opened(engine):
        weekly.keep()


def _index(engine: Engine) -> None:
    with db.transaction(engine) as session:
        session.execute(delete(SearchText))
    with db.opened(engine):
        index.catch_up()


def measure(name: str, engine: Engine, work: Callable[[Engine], None]) -> None:
    """Do it, and tell how long it took and how long the longest part held the pen."""
    with held() as seconds:
        began = time.perf_counter()
        work(engine)
        whole = time.perf_counter() - began
    longest, most = (max(part) for part in zip(*seconds, strict=True))
    told = f"{len(seconds)} parts; the longest held the pen {longest:.2f} s, worked {most:.2f} s"
    sys.stdout.write(f"{name}: {whole:.1f} s in {told}\n")


def main() -> None:
    with TemporaryDirectory() as folder:
        engine = db.make_engine(f"sqlite:///{Path(folder) / 'parts.sqlite'}")
        schema.upgrade(engine)
        with db.transaction(engine):
            Builder().opgave(slug="schulden")
        raw = _export()
        measure(f"import of {CARDS} cards", engine, partial(_bring, raw=raw))
        measure(f"update of {CARDS} cards", engine, partial(_bring, raw=_later(raw)))
        measure("weeks of 101 opgaven", engine, _weeks)
        measure("index of it all", engine, _index)
        engine.dispose()


if __name__ == "__main__":
    main()

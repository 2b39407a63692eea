"""The database as every command wants it: there, and brought to the present."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from board.config import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextmanager
def database(settings: Settings) -> "Iterator[Engine]":
    """The configured database, brought to the present, so that no command needs another one first."""
    import board.tables  # noqa: F401
    from board import db
    from board.db import schema

    engine = db.make_engine(settings.database_url)
    try:
        with schema.alone(engine):
            schema.upgrade(engine)
            _index_what_is_new(engine)
            _keep_the_weeks(engine)
        yield engine
    finally:
        engine.dispose()


def _index_what_is_new(engine: "Engine") -> None:
    """A database from before the search, or with a load in it, is found through from the start."""
    from board import db
    from board.core.search import index

    with db.opened(engine) as session:
        if index.is_behind(session):
            index.catch_up()


def _keep_the_weeks(engine: "Engine") -> None:
    """How each opgave stood in the weeks that are over, so that the past stays what it was."""
    from board import db
    from board.blocks import weekly

    with db.opened(engine):
        if weekly.is_behind():
            weekly.keep()

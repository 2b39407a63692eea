"""The database as every command wants it: there, and brought to the present."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from board import db, schema
from board.blocks import week_facts
from board.config import Settings
from board.core.search import index


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    """The configured database, brought to the present, so that no command needs another one first."""
    engine = db.make_engine(settings.database_url)
    try:
        with schema.alone(engine):
            schema.upgrade(engine)
            _index_what_is_new(engine)
            _keep_the_weeks(engine)
        yield engine
    finally:
        engine.dispose()


def _index_what_is_new(engine: Engine) -> None:
    """A database from before the search, or with a load in it, is found through from the start."""
    with db.opened(engine) as session:
        if index.is_behind(session):
            index.catch_up()


def _keep_the_weeks(engine: Engine) -> None:
    """How each opgave stood in the weeks that are over, so that the past stays what it was."""
    with db.opened(engine):
        if week_facts.is_behind():
            week_facts.keep()

"""The app with connections of its own, so that two requests really are two transactions, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from board import db
from board.core.record.weeks import Week
from board.managers.review.keeping import KEPT
from tests.support.databases import Databases
from tests.together import client_of as client_of  # noqa: PLC0414  for who has one app in hand
from tests.together import living_app


@pytest.fixture(params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest, tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    with living_app(databases.with_tables(request.param, tmp_path / "live.sqlite"), tmp_path) as app:
        app.extensions[KEPT] = Week.now()
        yield app


@contextmanager
def somebody_writing(engine: Engine) -> Iterator[None]:
    """Somebody else keeps writing: nobody can change anything until the end of the block, and everybody can read."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            tables = ", ".join(f'"{name}"' for name in db.Base.metadata.tables)
            connection.execute(text(f"LOCK TABLE {tables} IN EXCLUSIVE MODE"))
        yield
        connection.rollback()

"""The app with connections of its own, so that two requests really are two transactions, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from board import db
from board.app import create_app
from board.config import load
from board.core.people import sign_ins
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.db import schema
from board.managers.review.keeping import KEPT


@pytest.fixture(params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'live.sqlite'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    app = create_app(load({}, instance=tmp_path, secret_key="test", database_url=url))
    app.config.update(WTF_CSRF_ENABLED=False)
    app.extensions[KEPT] = Week.now()
    schema.upgrade(app.extensions["engine"])
    yield app
    app.extensions["engine"].dispose()


def client_of(app: Flask, person_id: int) -> FlaskClient:
    """A browser in which this person is signed in."""
    with db.transaction(app.extensions["engine"]) as session:
        token = sign_ins.begin(session.get_one(Person, person_id), hours=12)
    client = app.test_client()
    with client.session_transaction(path="/bord") as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    return client


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

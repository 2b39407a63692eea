"""The migrations make the tables that the models mean, on both databases, and take them away again."""

import pytest
from sqlalchemy import Engine, inspect, text

from board import db, schema
from tests.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: object) -> Engine:
    if request.param == "sqlite":
        return db.make_engine(f"sqlite:///{tmp_path}/empty.sqlite")
    server: Postgres = request.getfixturevalue("postgres")
    return db.make_engine(server.new_database())


def test_up_gives_what_the_models_mean(empty: Engine) -> None:
    schema.upgrade(empty)

    schema.check(empty)
    empty.dispose()


def test_down_leaves_nothing(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, "base")

    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    empty.dispose()


def test_down_and_up_again_works(empty: Engine) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, "base")
    schema.upgrade(empty)

    with empty.connect() as connection:
        assert connection.scalar(text("SELECT value FROM counter WHERE name = 'public'")) == 1
    empty.dispose()

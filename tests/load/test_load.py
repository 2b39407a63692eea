"""A short busy Monday on both databases: every accepted word is there, and nothing fell over."""

from pathlib import Path

import pytest

from tests.load.monday import Plan, monday
from tests.postgres import Postgres


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_a_busy_team_wrote_is_there_afterwards(database: str, tmp_path: Path, postgres: Postgres) -> None:
    url = f"sqlite:///{tmp_path / 'load.sqlite'}" if database == "sqlite" else postgres.new_database()

    outcome = monday(database, url, tmp_path, Plan(editors=8, seconds=8, pause=0.3, workers=2, kills=1, restarts=1))

    assert not outcome.wrongs
    assert not outcome.broken
    assert {"add", "edit", "move", "finish"} <= set(outcome.steps)

"""Rubbish in every form, on both databases: it is refused in a sentence, or taken, and nothing breaks."""

from pathlib import Path

import pytest

from tests.load.rubbish import demo_app, throw
from tests.postgres import Postgres

EACH = 1500


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_form_breaks_on_what_is_typed(database: str, tmp_path: Path, postgres: Postgres) -> None:
    url = f"sqlite:///{tmp_path / 'rubbish.sqlite'}" if database == "sqlite" else postgres.new_database()

    outcome = throw(demo_app(url, tmp_path), database, EACH, pages=100)

    assert not outcome.broken
    assert outcome.sent == EACH
    assert len(outcome.kinds) > 60
    assert outcome.statuses[303] > 50, "some of it is taken, or it tests only the door"

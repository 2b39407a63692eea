"""Rubbish in every form, on both databases: it is refused in a sentence, or taken, and nothing breaks."""

from pathlib import Path

import pytest

from tests.load.rubbish import demo_app, throw
from tests.support.databases import Databases

EACH = 1500


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_form_breaks_on_what_is_typed(database: str, tmp_path: Path, databases: Databases) -> None:
    url = databases.with_demo(database, tmp_path / "rubbish.sqlite")

    outcome = throw(demo_app(url, tmp_path), database, EACH, pages=100)

    assert not outcome.broken
    assert outcome.sent == EACH
    assert len(outcome.kinds) > 60
    assert outcome.statuses[303] > 50, "some of it is taken, or it tests only the door"

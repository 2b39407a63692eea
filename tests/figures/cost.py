"""What it costs to start: the modules that a command loads, and the processor time it takes."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TIMES = 7
RUN = """
import json, sys
from contextlib import redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
sys.stdin = TextIOWrapper(BytesIO("We belden tien mensen.".encode()))
from board.cli import main
with redirect_stdout(StringIO()):
    main({words}, standalone_mode=False)
print(json.dumps([len(sys.modules), len([name for name in sys.modules if name.partition(".")[0] == "board"])]))
"""
IMPORT = """
import json, sys
import board.checks.privacy
print(json.dumps([len(sys.modules), len([name for name in sys.modules if name.partition(".")[0] == "board"])]))
"""
WORK = {
    "opgavebord --help": RUN.format(words=["--help"]),
    "opgavebord check": RUN.format(words=["check"]),
    "import board.checks.privacy": IMPORT,
}


@dataclass(frozen=True)
class Cost:
    """Modules loaded, of which ours, and seconds of the processor (of user and system, the least of several runs)."""

    modules: int
    ours: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.modules} modules, {self.ours} of ours, {self.seconds:.2f} s"


def costs(folders: Sequence[Path], times: int = TIMES) -> dict[str, list[Cost]]:
    """For each piece of work its cost in each folder; the folders take turns, so that a busy machine hits all alike."""
    found = {}
    for name, code in WORK.items():
        rounds = [[_once(folder, code) for folder in folders] for _ in range(times)]
        found[name] = [min(column, key=lambda cost: cost.seconds) for column in zip(*rounds, strict=True)]
    return found


def _once(folder: Path, code: str) -> Cost:
    """This work in a Python of its own, that takes `board` from this folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("OPGAVEBORD_", "PYTHON"))}
    before = _seconds()
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, env=own, capture_output=True, text=True, check=True)
    modules, ours = json.loads(run.stdout.splitlines()[-1])
    return Cost(modules, ours, _seconds() - before)


def _seconds() -> float:
    """Processor time of all processes that we started and that ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime

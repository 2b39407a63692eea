"""`make mutants`: change the rules a little, many times, and count how often a test notices."""

import argparse
import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.changes import Change, sample
from tests.mutants.seen import Seen, watch
from tests.mutants.trying import Copy

ROOT = Path(__file__).parents[2]
# How many of a hundred changes have to be noticed.
ENOUGH = 90


def main() -> int:
    """1 when too few changes were noticed."""
    ask = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    ask.add_argument("--number", type=int, default=150, help="how many changes")
    ask.add_argument("--seed", type=int, default=1, help="which changes; the same seed chooses the same ones")
    ask.add_argument("--most", type=int, default=200, help="how many of the tests that come by a line are tried")
    ask.add_argument("--skip", type=int, default=0, help="go on after so many changes of this sample")
    ask.add_argument("--seen", type=Path, help="which tests come by which lines, as a former run kept it")
    said = ask.parse_args()
    kept = said.seen or ROOT / "build" / "mutants" / f"{_mark()}.coverage"
    if not kept.exists():
        watch(ROOT, kept)
    changes = sample(ROOT, said.number, said.seed)[said.skip :]
    seen = Seen(kept, ROOT)
    with TemporaryDirectory(prefix="opgavebord-mutants-") as folder:
        copy = Copy(ROOT, Path(folder).resolve())
        found = {change: _told(change, copy, seen.tests(change.path, change.line, said.most)) for change in changes}
        always = {test for test in set(found.values()) if test.startswith("tests/") and copy.fails([test])}
    return _closing(found, always)


def _told(change: Change, copy: Copy, tests: list[str]) -> str:
    """Which test noticed this change, said on the screen too; "" for none."""
    by = copy.noticed_by(change, tests) if tests else ""
    sys.stdout.write(f"{'noticed' if by else 'MISSED '} {change.path}:{change.line} {change.kind} {by}\n")
    if not by:
        sys.stdout.write(f"{change.shown((ROOT / change.path).read_text())}\n  by none of {len(tests)} tests\n")
    sys.stdout.flush()
    return by


def _closing(found: dict[Change, str], always: Iterable[str]) -> int:
    """Say how many were noticed. A test that fails without any change notices nothing."""
    for test in always:
        sys.stdout.write(f"fails without a change too, so it does not count: {test}\n")
    noticed = sum(1 for by in found.values() if by and by not in always)
    sys.stdout.write(f"{noticed} of {len(found)} changes were noticed ({100 * noticed / len(found):.0f} %)\n")
    return 0 if 100 * noticed >= ENOUGH * len(found) else 1


def _mark() -> str:
    """A name for the rules and tests as they lie here; other rules or tests are watched again."""
    files = sorted(path for folder in ("board", "tests") for path in (ROOT / folder).rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())

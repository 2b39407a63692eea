"""No regular expression of the checks takes long over a text that repeats itself."""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time

from board import checks
from tests.checks.attacks import attacks

ROOT = Path(__file__).parents[2]
SHORT, LONG = 1_000, 4_000
QUICK = 0.005  # seconds of one processor; what takes less than this for four thousand letters keeps nobody waiting


@cache
def made() -> list[tuple[str, int]]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.checks.every_pattern"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [tuple(json.loads(line)) for line in told.stdout.splitlines()]


def walked() -> Iterator[re.Pattern[str]]:
    """The patterns that stand in a module under a name."""
    for found in pkgutil.walk_packages(checks.__path__, "board.checks."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, re.Pattern):
                yield value


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time to find all there is; the least of three, when the first took long."""
    least = 9.0
    for _ in range(3):
        start = process_time()
        for _found in pattern.finditer(text):
            pass
        least = min(least, process_time() - start)
        if least < QUICK:
            break
    return least


def is_slow(pattern: re.Pattern[str], before: str, again: str) -> bool:
    """Whether four times as many letters take much more than four times as long: of n² it is sixteen times."""
    short, long = (before + (again * (letters // len(again))) + "\0" for letters in (SHORT, LONG))
    took = seconds(pattern, long)
    return took > QUICK and took > 9 * seconds(pattern, short)


def test_no_pattern_takes_longer_for_a_letter_when_there_are_more_of_them() -> None:
    slow = [
        (pattern[:80], again)
        for pattern, flags in made()
        for before, again in attacks(pattern, flags)
        if is_slow(re.compile(pattern, flags), before, again)
    ]

    assert not slow


def test_every_pattern_of_the_modules_is_among_them() -> None:
    known = {pattern for pattern, _ in made()}

    assert len(known) > 100
    assert not {pattern.pattern for pattern in walked()} - known


def test_a_pattern_that_looks_back_and_forth_would_be_noticed() -> None:
    slow = re.compile(r"\w+@")

    assert any(is_slow(slow, before, again) for before, again in attacks(slow.pattern, slow.flags))

"""The tests pass on every day: what leans on the clock is run again at the moments that are hard on a calendar."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import clock

ROOT = Path(__file__).parents[1]
# When, and what the run says of it.
MOMENTS = {
    "the last Sunday of week 53": ("2027-01-03T23:20+01:00", "Sunday 3 January 2027 23:20 CET"),
    "the hour that comes twice, the second time": ("2026-10-25T02:30+01:00", "Sunday 25 October 2026 02:30 CET"),
    "a leap day": ("2028-02-29T12:00+01:00", "Tuesday 29 February 2028 12:00 CET"),
    "a Monday that has just begun, and a month": ("2027-03-01T00:05+01:00", "Monday 1 March 2027 00:05 CET"),
    "two years on": ("2028-11-30T14:00+01:00", "Thursday 30 November 2028 14:00 CET"),
}
# What asks the clock most: weeks, what stands in a week, “so many days ago”, the demo, what is behind each door.
LEANING = [
    "tests/core/record/test_weeks.py",
    "tests/core/record/test_periods.py",
    "tests/core/opgaven/test_noted.py",
    "tests/blocks/test_week_facts.py",
    "tests/blocks/test_citizen.py",
    "tests/blocks/test_increments_cards.py",
    "tests/blocks/test_leadership_today.py",
    "tests/blocks/test_talents_past.py",
    "tests/blocks/test_why_waits.py",
    "tests/managers/council/test_choosing.py",
    "tests/managers/test_review_over_time.py",
    "tests/team/test_today.py",
    "tests/team/test_week.py",
    "tests/public/test_feeds.py",
    "tests/public/test_week_addresses.py",
    "tests/public/test_week_page.py",
    "tests/test_demo_stories.py",
    "tests/web/test_access.py::test_each_door_does_what_the_table_says[sqlite-niemand]",
    "tests/web/test_access.py::test_each_door_does_what_the_table_says[sqlite-opgavemanager]",
]


def run_at(moment: str, *what: str) -> subprocess.CompletedProcess[str]:
    """These tests on SQLite, in a process that lives at that moment."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    words = ["-p", "no:cacheprovider", "-v", "--tb=short", "-k", "not postgresql", *what]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        cwd=ROOT,
        env=ours | {clock.SETTING: moment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("moment", "said"), MOMENTS.values(), ids=MOMENTS.keys())
def test_what_leans_on_the_clock_passes_also_then(moment: str, said: str) -> None:
    run = run_at(moment, *LEANING)

    assert run.returncode == 0, run.stdout[-8000:] + run.stderr
    assert f"The tests live on {said} in Amsterdam" in run.stdout


@pytest.mark.parametrize(
    ("moment", "why"), [("gisteren", "must be a moment like"), ("2027-01-03T23:20", "needs a zone")]
)
def test_a_moment_that_is_none_is_refused(moment: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.SETTING, moment)

    with pytest.raises(pytest.UsageError, match=why):
        clock.live_then()

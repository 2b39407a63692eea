"""The day a run of the tests lives on: today, or the moment in OPGAVEBORD_TEST_NOW."""

import os
from datetime import datetime

import pytest
import time_machine

from board.core.record.weeks import AMSTERDAM, Week, now

SETTING = "OPGAVEBORD_TEST_NOW"


def live_then() -> time_machine.travel | None:
    """Let this process and all its threads live at the moment asked, from where time goes on as always.

    `OPGAVEBORD_TEST_NOW=2027-01-03T23:20+01:00`. Raises pytest.UsageError for a moment without a zone, or for none.
    """
    asked = os.environ.get(SETTING)
    if not asked:
        return None
    try:
        moment = datetime.fromisoformat(asked)
    except ValueError:
        raise pytest.UsageError(f"{SETTING} must be a moment like 2027-01-03T23:20+01:00, not “{asked}”.") from None
    if moment.tzinfo is None:
        raise pytest.UsageError(f"{SETTING} needs a zone: {asked}+01:00.")
    travel = time_machine.travel(moment)
    travel.start()
    return travel


def said() -> str:
    """“Sunday 3 January 2027 23:20 in Amsterdam, week 2026-53”: a failure that has to do with it is recognised."""
    here = now().astimezone(AMSTERDAM)
    by = f" (by {SETTING})" if os.environ.get(SETTING) else ""
    return f"{here:%A} {here.day} {here:%B %Y %H:%M %Z} in Amsterdam, week {Week.of(here.date())}{by}"

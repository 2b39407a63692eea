"""When the fifth block lives: a talent that is asked does not wait long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from board.blocks.answers import Health, Progress

# What was found stays in sight for so long.
RECENT = timedelta(weeks=10)


@dataclass(frozen=True)
class RequestDays:
    """One talent that was asked, and the day on which somebody was found."""

    asked_on: date
    found_on: date | None


def judge(asked: Sequence[RequestDays], on: date, patience: timedelta) -> Progress:
    """How the block stood at the end of that day.

    Quiet when nothing is asked and nothing was found lately. Asks attention when something waits longer than
    `patience` (OPGAVEBORD_TALENT_WEEKS). Alive otherwise.
    """
    known = [request for request in asked if request.asked_on <= on]
    waiting = [request.asked_on for request in known if request.found_on is None or request.found_on > on]
    found = [request for request in known if request.found_on is not None and on - RECENT <= request.found_on <= on]
    if not waiting and not found:
        return Progress(Health.QUIET)
    oldest = min(waiting, default=None)
    late = oldest is not None and on - oldest > patience
    return Progress(Health.ASKS if late else Health.ALIVE, {"waiting": len(waiting), "oldest": oldest})

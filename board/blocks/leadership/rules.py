"""When the fourth block lives: the rules in one place, over plain facts."""

from dataclasses import dataclass
from datetime import date, timedelta

from board.blocks.answers import Health, Progress


@dataclass(frozen=True)
class Facts:
    """Who stood for the opgave on a day, and since when a request of the team waits for any word."""

    lead: bool
    sponsor: bool
    waiting_since: date | None = None


def judge(facts: Facts, on: date, answer_weeks: int) -> Progress:
    """Quiet when nobody leads; asks attention when one of both is missing, or a request waits too long.

    What a card asked that was done or stopped by then does not wait. A card says only since when it stands where it
    stands now: of one that was closed before and opened again later, the past counts the request as waiting.
    """
    waiting = _weeks_waiting(facts.waiting_since, on, answer_weeks)
    fact = {"lead": facts.lead, "sponsor": facts.sponsor, "waiting": waiting}
    if not facts.lead and not facts.sponsor:
        return Progress(Health.QUIET, fact)
    alive = facts.lead and facts.sponsor and waiting is None
    return Progress(Health.ALIVE if alive else Health.ASKS, fact)


def _weeks_waiting(since: date | None, on: date, answer_weeks: int) -> int | None:
    """How many weeks the oldest request waits, when that is longer than `answer_weeks`."""
    if since is None or on - since <= timedelta(weeks=answer_weeks):
        return None
    return (on - since).days // 7

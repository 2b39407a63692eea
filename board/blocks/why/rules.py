"""The rules of the why: when the worry still beats. The number of weeks is a setting."""

from datetime import date, timedelta

from board.blocks.protocol import Health, Progress


def judge(confirmed: date | None, on: date, heartbeat_weeks: int) -> Progress:
    """Quiet without a worry; asks attention when nobody confirmed it for `heartbeat_weeks` (PRODUCT.md, rule 5)."""
    if confirmed is None:
        return Progress(Health.QUIET)
    health = Health.ASKS if confirmed < asks_before(on, heartbeat_weeks) else Health.ALIVE
    return Progress(health, {"confirmed": confirmed})


def asks_before(on: date, heartbeat_weeks: int) -> date:
    """A worry that was confirmed before this day is asked for again."""
    return on - timedelta(weeks=heartbeat_weeks)

"""The rules of the second block: when it lives, and how long “ik pak het op” holds. Numbers come from the settings."""

from datetime import date, timedelta

from board.blocks.answers import Health, Progress

# How many working days before the end of a claim Vandaag says so.
SOON = 3
SATURDAY = 6


def judge(heard: date | None, on: date, need_weeks: int) -> Progress:
    """Alive while the last need was heard in the past `need_weeks`; asks attention after that; quiet without any."""
    if heard is None:
        return Progress(Health.QUIET)
    fresh = on - heard <= timedelta(weeks=need_weeks)
    return Progress(Health.ALIVE if fresh else Health.ASKS, {"heard": heard})


def last_day_of_claim(claimed_on: date, workdays: int) -> date:
    """The last of so many working days after the day of the claim; Monday to Friday count, holidays too."""
    day = claimed_on
    while workdays > 0:
        day += timedelta(days=1)
        workdays -= is_workday(day)
    return day


def is_workday(day: date) -> bool:
    return day.isoweekday() < SATURDAY

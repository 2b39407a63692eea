"""What the fifth block shows at the head of the board: what is asked and found now, and how the block stands."""

from datetime import date, timedelta

from board.blocks.answers import LivingAnswer
from board.blocks.talents.queries.requests import requests_on_day
from board.blocks.talents.rules import RequestDays, judge
from board.core.opgaven.opgaven import Opgave
from board.db import limits


def living_answer(opgave: Opgave, on: date) -> LivingAnswer:
    """What is asked now, the longest waiting first, and what was found lately. One query."""
    requests = requests_on_day(opgave, on)
    days = [RequestDays(request.asked_on, request.found_on) for request in requests]
    return LivingAnswer(requests, judge(days, on, patience=timedelta(weeks=limits().talent_weeks)))

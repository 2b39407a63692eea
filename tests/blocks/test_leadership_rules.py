"""Leiderschap, its rules over plain facts: who stands for it, and what waits too long."""

from datetime import date, timedelta

import pytest

from board.blocks.answers import Health
from board.blocks.leadership.models import rule_key
from board.blocks.leadership.rules import Facts, judge

ON = date(2026, 11, 20)


def since(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.mark.parametrize(
    ("facts", "health", "waiting"),
    [
        (Facts(False, False), Health.QUIET, None),
        (Facts(False, False, since(90)), Health.QUIET, 12),
        (Facts(True, False), Health.ASKS, None),
        (Facts(False, True), Health.ASKS, None),
        (Facts(True, True), Health.ALIVE, None),
        (Facts(True, True, since(0)), Health.ALIVE, None),
        (Facts(True, True, since(14)), Health.ALIVE, None),
        (Facts(True, True, since(15)), Health.ASKS, 2),
        (Facts(True, True, since(40)), Health.ASKS, 5),
    ],
)
def test_alive_is_both_faces_and_an_answer_in_time(facts: Facts, health: Health, waiting: int | None) -> None:
    progress = judge(facts, ON, answer_weeks=2)

    assert progress.health is health
    assert progress.fact == {"lead": facts.lead, "sponsor": facts.sponsor, "waiting": waiting}


@pytest.mark.parametrize(("weeks", "health"), [(1, Health.ASKS), (2, Health.ALIVE), (4, Health.ALIVE)])
def test_how_long_is_too_long_is_a_setting(weeks: int, health: Health) -> None:
    assert judge(Facts(True, True, since(10)), ON, weeks).health is health


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("De vier-weken regel", "de vier weken regel"),
        ("  de VIER weken   regel! ", "de vier weken regel"),
        ("Artikel 12, lid 3.", "artikel 12 lid 3"),
        ("“Geen brief zonder paraaf”", "geen brief zonder paraaf"),
        ("?!", ""),
        ("", ""),
        ("ß" * 120, "s" * 120),
    ],
)
def test_a_rule_is_the_same_however_it_is_typed(typed: str, key: str) -> None:
    assert rule_key(typed) == key

"""When the fifth block lives, asks attention or is quiet, today and on any day before."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.talents.queries.matching import holds_all, in_common, search_words
from board.blocks.talents.rules import RequestDays, judge
from board.blocks.talents.slots.board import living_answer
from board.blocks.talents.slots.review import progress
from board.config import Limits
from board.core.opgaven.cards import CardState
from board.core.record.weeks import today
from board.db import ledger_of
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.talents import asked

DAY, PATIENCE = date(2026, 11, 20), timedelta(weeks=2)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("requests", "health", "waiting"),
    [
        ([], Health.QUIET, None),
        ([RequestDays(DAY, None)], Health.ALIVE, 1),
        ([RequestDays(ago(14), None)], Health.ALIVE, 1),
        ([RequestDays(ago(15), None)], Health.ASKS, 1),
        ([RequestDays(ago(15), None), RequestDays(ago(1), None)], Health.ASKS, 2),
        ([RequestDays(ago(15), ago(1))], Health.ALIVE, 0),
        ([RequestDays(ago(90), ago(70))], Health.ALIVE, 0),
        ([RequestDays(ago(90), ago(71))], Health.QUIET, None),
        ([RequestDays(ago(-1), None)], Health.QUIET, None),
        ([RequestDays(ago(20), ago(-1))], Health.ASKS, 1),
    ],
)
def test_the_rule_in_a_table(requests: list[RequestDays], health: Health, waiting: int | None) -> None:
    found = judge(requests, DAY, PATIENCE)

    assert (found.health, found.fact.get("waiting")) == (health, waiting)


def test_board_and_page_judge_alike_with_one_question(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    asked(opgave, days_ago=15)
    session.flush()

    with counting_queries() as queries:
        living = living_answer(opgave, today())
        there = of_one(progress, opgave, today())

    assert living.progress == there
    assert there.health is Health.ASKS
    assert queries.number == 2


def test_the_patience_is_a_setting(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    asked(opgave, days_ago=15)
    ledger_of(session).limits = Limits(talent_weeks=3)

    assert of_one(progress, opgave, today()).health is Health.ALIVE


def test_on_a_day_in_the_past_what_is_found_now_still_waited(a: Builder) -> None:
    opgave = a.opgave()
    asked(opgave, days_ago=40, found=5)
    asked(opgave, days_ago=2)

    assert of_one(progress, opgave, today() - timedelta(days=41)).health is Health.QUIET
    assert of_one(progress, opgave, today() - timedelta(days=30)).fact["waiting"] == 1
    assert of_one(progress, opgave, today() - timedelta(days=10)).health is Health.ASKS
    assert of_one(progress, opgave, today()).health is Health.ALIVE


def test_what_a_finished_or_stopped_card_asked_does_not_wait_any_more(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    asked(opgave, days_ago=40, card=card)
    card.stop()
    session.flush()

    assert of_one(progress, opgave, today()).health is Health.QUIET
    assert of_one(progress, opgave, today() - timedelta(days=5)).health is Health.ASKS


def test_what_was_removed_still_waited_before(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    asked(opgave, days_ago=40).remove()
    session.flush()

    assert of_one(progress, opgave, today()).health is Health.QUIET
    assert of_one(progress, opgave, today() - timedelta(days=5)).health is Health.ASKS


@pytest.mark.parametrize(
    ("wanted", "said", "fits"),
    [
        ("filmpje maken", "ik maak graag filmpjes met mijn telefoon", True),
        ("filmpje maken", "ik maak soep", False),
        ("meelezen", "ik lees graag brieven", True),
        ("striptekenaar", "de beste tekenaar van de gang", True),
        ("belt in het Tigrinya", "ik spreek Tigrinya en Engels", True),
        ("brief", "ik schrijf brieven die iedereen snapt", True),
        ("filmen", "een film knippen", True),
        ("bellen in het Frans", "iemand die belt", True),
        ("goed", "ik ben goed", False),
        ("een nieuwe plek zien", "wij zien een plek en maken iets nieuws", False),
        ("rekent snel", "", False),
    ],
)
def test_words_fit_in_any_form_and_common_ones_say_nothing(wanted: str, said: str, fits: bool) -> None:
    assert bool(in_common(wanted, said)) is fits


def test_who_looks_for_two_words_means_both() -> None:
    assert holds_all("brieven schrijven", "ik schrijf een brief")
    assert not holds_all("brieven tekenen", "ik schrijf een brief")
    assert holds_all("goed", "ik ben goed")
    assert not holds_all("nieuw", "ik ben goed")


def test_small_words_are_not_looked_for() -> None:
    assert search_words("er komt niemand op ons spreekuur") == ["komt", "niemand", "spreekuur"]
    assert search_words("wie neemt telefoon niet op") == ["neemt", "telefoon"]
    assert search_words("hoe is het") == ["hoe", "is", "het"]

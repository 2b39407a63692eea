"""Numbers, weeks and dates in whole Dutch sentences."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask
from flask_babel import Babel

from board.core.opgaven.results import Evidence, EvidenceKind, Outcome
from board.core.record.weeks import Week
from board.core.reports.stack import Stack
from board.public.opgave import sentences as opgave_sentences
from board.public.opgave.layout import WeekEntry, pile
from board.public.week import sentences
from board.public.week.layout import PublicWeek

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WEEK = Week(2026, 47)


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """A page in Dutch, on a Friday in week 47; no database."""
    app = Flask("words")
    Babel(app, default_locale="nl_NL")
    with app.test_request_context(), time_machine.travel(FRIDAY, tick=False):
        yield


def week(succeeded: int = 0, partly: int = 0, learned: int = 0, of: Week = WEEK) -> PublicWeek:
    numbers = {Outcome.SUCCEEDED: succeeded, Outcome.PARTLY: partly, Outcome.LEARNED: learned}
    return PublicWeek(of, (), Stack({(of.code, outcome): number for outcome, number in numbers.items() if number}))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (week(1), "Eén ding waar u iets van merkt."),
        (week(0, 1), "Eén ding waar u iets van merkt."),
        (week(4, 2), "Zes dingen waar u iets van merkt."),
        (week(12), "Twaalf dingen waar u iets van merkt."),
        (week(13), "13 dingen waar u iets van merkt."),
        (week(learned=1), "Eén ding dat niet lukte, met wat we ervan leerden."),
        (week(learned=3), "Drie dingen die niet lukten, met wat we ervan leerden."),
        (
            week(5, 1, 1),
            "Zes dingen waar u iets van merkt. En één ding dat niet lukte, met wat we ervan leerden.",
        ),
        (
            week(1, 0, 2),
            "Eén ding waar u iets van merkt. En twee dingen die niet lukten, met wat we ervan leerden.",
        ),
        (
            week(20, 0, 13),
            "20 dingen waar u iets van merkt. En 13 dingen die niet lukten, met wat we ervan leerden.",
        ),
        (week(), "Deze week is er nog geen resultaat."),
        (week(of=Week(2026, 46)), "Deze week was er geen resultaat."),
    ],
)
def test_the_masthead_counts_in_words(found: PublicWeek, said: str) -> None:
    assert sentences.masthead(found) == said


def test_numbers_are_words_up_to_twelve() -> None:
    words = [sentences.in_words(number) for number in range(15)]

    assert words[:4] == ["nul", "één", "twee", "drie"]
    assert words[11:] == ["elf", "twaalf", "13", "14"]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Week(2026, 47), "16 t/m 22 november 2026"),
        (Week(2026, 44), "26 oktober t/m 1 november 2026"),
        (Week(2026, 53), "28 december 2026 t/m 3 januari 2027"),
        (Week(2027, 1), "4 t/m 10 januari 2027"),
        (Week(2020, 53), "28 december 2020 t/m 3 januari 2021"),
    ],
)
def test_a_week_says_its_days(found: Week, said: str) -> None:
    assert sentences.week_range(found) == said


def test_only_this_week_and_the_newest_are_called_this_week() -> None:
    assert sentences.heading(WEEK) == "Wat we deze week deden"
    assert sentences.heading(Week(2026, 46), newest=True) == "Wat we deze week deden"
    assert sentences.heading(Week(2026, 46)) == "Wat we in week 46 deden"
    assert sentences.heading(Week(2025, 46)) == "Wat we in week 46 van 2025 deden"


def test_a_title_names_the_week_once() -> None:
    assert sentences.title(WEEK, newest=True) == "Wat we deze week deden · week 47"
    assert sentences.title(Week(2026, 46), newest=False) == "Wat we in week 46 deden"


def test_a_change_says_its_day_and_its_year_when_that_is_another() -> None:
    assert sentences.changed_on(FRIDAY) == "gewijzigd op 20 november"
    assert sentences.changed_on(FRIDAY.replace(year=2025)) == "gewijzigd op 20 november 2025"


def test_the_wall_says_how_many_came_and_how_many_lie_there() -> None:
    bricks = {(202647, Outcome.SUCCEEDED): 6, (202647, Outcome.LEARNED): 1, (202640, Outcome.PARTLY): 31}

    assert sentences.wall(PublicWeek(WEEK, (), Stack(bricks))) == (
        "Elke steen is een klein resultaat. Deze week kwamen er 7 bij. Sinds week 40 zijn het er 38. "
        "Een gestreepte steen is niet gelukt, wel geleerd."
    )


def test_the_wall_of_an_earlier_week_ends_there() -> None:
    bricks = {(202645, Outcome.SUCCEEDED): 1, (202644, Outcome.SUCCEEDED): 1}

    assert sentences.wall(PublicWeek(Week(2026, 45), (), Stack(bricks))) == (
        "Elke steen is een klein resultaat. In week 45 kwam er 1 bij. Van week 44 t/m 45 zijn het er 2."
    )


def test_the_stack_grows_in_words_too() -> None:
    bricks = {(202636, Outcome.SUCCEEDED): 1, (202640, Outcome.LEARNED): 10, (202647, Outcome.SUCCEEDED): 3}

    assert opgave_sentences.growth(pile(Stack(bricks), WEEK)) == (
        "Stapel die groeit van 1 steen in week 36 naar 14 stenen in week 47. Deze week kwamen er 3 bij."
    )


def test_empty_weeks_in_a_row_are_told_in_one_line() -> None:
    told = WeekEntry(Week(2026, 41), Week(2026, 44))

    assert opgave_sentences.entry_weeks(told) == "Week 41 t/m 44"
    assert opgave_sentences.empty_entry(told) == "In deze weken was er geen resultaat."


@pytest.mark.parametrize(
    ("number", "named", "said"),
    [(6, 4, "en zes collega’s"), (1, 1, "en één collega"), (1, 0, "Eén collega"), (14, 0, "14 collega’s")],
)
def test_colleagues_without_a_face_are_counted(number: int, named: int, said: str) -> None:
    assert opgave_sentences.colleagues(number, named) == said


def test_what_somebody_said_stands_between_quotation_marks_once() -> None:
    def quote(text: str) -> str:
        return opgave_sentences.how_we_know(Evidence(EvidenceKind.QUOTE, text))

    assert quote("Nu snap ik het.") == "“Nu snap ik het.”"
    assert quote("Een moeder zei: “Nu snap ik het.”") == "Een moeder zei: “Nu snap ik het.”"


def test_the_days_of_the_edges_fall_in_the_right_week() -> None:
    assert Week.of(date(2026, 12, 28)) == Week(2026, 53)
    assert Week.of(date(2027, 1, 3)) == Week(2026, 53)
    assert Week.of(date(2027, 1, 4)) == Week(2027, 1)

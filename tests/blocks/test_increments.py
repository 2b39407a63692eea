"""Klein: small results pile up, week by week."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.increments.queries.bricks import growth
from board.blocks.increments.slots.board import living_answer
from board.blocks.increments.slots.review import progress
from board.core.opgaven.cards import CardState
from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import Person
from board.core.record.weeks import Week, today
from board.core.reports.stack import stack
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]


def lay(a: Builder, opgave: Opgave, weeks_ago: int, sentence: str = "U weet meer.", learned: bool = False) -> None:
    """A brick, so many weeks ago; a learned one has its lesson."""
    how = {"outcome": Outcome.LEARNED, "lesson": "Vraag het eerst."} if learned else {}
    card = a.card(opgave, state=CardState.DOING)
    result = a.result(card, sentence, happened_on=Week.now().plus(-weeks_ago).monday, **how)
    result.told_at = end_of(result.happened_on) - timedelta(hours=6)


def test_the_page_tells_every_brick_with_its_week_and_its_card(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lay(a, opgave, 0, "U ziet wie u kunt bellen.")
    lay(a, opgave, 3, "Er kwam niemand.", learned=True)

    page = sign_in(a.reader(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text

    assert "2 stenen, en we stapelen door" in page
    assert page.index("U ziet wie u kunt bellen.") < page.index("Er kwam niemand.")
    assert "Niet gelukt, wel geleerd" in page
    assert f"/bord/opgaven/{opgave.slug}/kaarten/" in page


def test_an_empty_stack_invites_to_one_small_step(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    page = sign_in(a.member(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text

    assert "Nog geen steen gelegd." in page
    assert "Zet een kleine stap op het bord" in page


@pytest.mark.parametrize(
    ("weeks_ago", "health"),
    [(None, Health.QUIET), (0, Health.ALIVE), (1, Health.ALIVE), (2, Health.ASKS), (30, Health.ASKS)],
)
def test_two_weeks_without_a_brick_asks_attention(weeks_ago: int | None, health: Health, a: Builder) -> None:
    opgave = a.opgave()
    if weeks_ago is not None:
        lay(a, opgave, weeks_ago)

    assert of_one(progress, opgave, today()).health is health
    assert living_answer(opgave, today()).progress == of_one(progress, opgave, today())


def test_on_a_day_in_the_past_later_bricks_do_not_lie_there_yet(a: Builder) -> None:
    opgave = a.opgave()
    lay(a, opgave, 10)
    lay(a, opgave, 0)
    then = Week.now().plus(-6).sunday

    assert of_one(progress, opgave, then).health is Health.ASKS
    assert of_one(progress, opgave, then).fact == {"this_week": 0, "silent": 4}
    assert of_one(progress, opgave, Week.now().plus(-11).sunday).health is Health.QUIET


def test_a_brick_that_was_told_late_was_not_known_before(a: Builder) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    a.result(card, happened_on=Week.now().plus(-4).monday)

    assert of_one(progress, opgave, Week.now().plus(-3).sunday).health is Health.QUIET
    assert of_one(progress, opgave, today()).fact == {"this_week": 0, "silent": 4}


def test_the_living_answer_is_the_last_bricks_and_tells_new_old_and_learned_apart(a: Builder) -> None:
    opgave = a.opgave()
    for weeks_ago, learned in ((9, False), (3, True), (0, False), (0, True)):
        lay(a, opgave, weeks_ago, learned=learned)

    shown = living_answer(opgave, today()).shown

    assert sorted(shown.kinds) == ["learned", "learned-now", "now", "old"]
    assert (shown.kinds[0], shown.total, shown.noticed) == ("old", 4, 2)


def test_the_drawing_holds_twelve_weeks_and_says_what_lay_there_before(a: Builder) -> None:
    opgave = a.opgave()
    for weeks_ago in (40, 12, 11, 0, 0):
        lay(a, opgave, weeks_ago)

    before, weeks = growth(stack(opgave), Week.now())

    assert before == 2
    assert [len(week.kinds) for week in weeks] == [1, *[0] * 10, 2]
    assert weeks[-1].number == Week.now().number


def test_the_drawing_has_a_table_beside_it(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lay(a, opgave, 0)
    lay(a, opgave, 0, learned=True)

    page = sign_in(a.reader(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text

    assert "Lees dit als tabel" in page
    assert f'<th scope="row">week {Week.now().number}</th><td>2</td><td>1</td>' in page


def test_the_page_tells_the_longest_silence(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.reader(of=opgave))
    lay(a, opgave, 5)
    lay(a, opgave, 0)

    assert "duurde 4 weken" in client.get(f"/bord/opgaven/{opgave.slug}/klein").text

    lay(a, opgave, 2)
    lay(a, opgave, 3)
    assert "duurde 1 week." in client.get(f"/bord/opgaven/{opgave.slug}/klein").text


def test_the_page_asks_as_much_of_the_database_for_a_high_stack(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))
    lay(a, opgave, 0)
    with counting_queries() as low:
        client.get(f"/bord/opgaven/{opgave.slug}/klein")
    for weeks_ago in range(8):
        lay(a, opgave, weeks_ago)
    with counting_queries() as high:
        client.get(f"/bord/opgaven/{opgave.slug}/klein")

    assert high.number == low.number

"""The load for measurements: the same every time, in true proportions, and within the budgets of its pages."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from board import seed
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave, team
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.core.reports.board_rows import Filters, board_rows
from board.db import session
from board.seed.cards import needed_for
from tests.bench.measure import LIKE_A_BROWSER, nodes
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries


def texts(slugs: list[str]) -> list[tuple[Any, ...]]:
    """What the cards of these opgaven say, in their order."""
    said = (Card.action, Card.citizen_result, Card.description, Card.state, Card.block, Result.sentence)
    query = select(*said).join(Opgave, Opgave.id == Card.opgave_id).outerjoin(Result, Result.id == Card.result_id)
    query = query.where(Opgave.slug.in_(slugs)).order_by(Card.opgave_id, Card.position)
    return [tuple(row) for row in session.execute(query)]


def opgave_at(slug: str) -> Opgave:
    return session.scalars(select(Opgave).where(Opgave.slug == slug)).one()


def number(model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_the_same_seed_says_the_same_and_another_says_something_else(a: Builder) -> None:
    first, again, other = (seed.load([40, 20], random_seed) for random_seed in (7, 7, 8))

    assert texts(first) == texts(again)
    assert texts(first) != texts(other)


def test_a_second_load_stands_beside_the_first(a: Builder) -> None:
    first, second = seed.load([20, 20], 7), seed.load([20, 20], 7)

    assert not set(first) & set(second)
    assert number(Opgave) == 4
    assert number(Card) == 80


def test_cards_are_shared_equally() -> None:
    assert seed.spread(11, 4) == [3, 3, 3, 2]
    assert seed.spread(0, 2) == [0, 0]


def test_states_and_results_are_those_of_a_team_at_work(a: Builder) -> None:
    seed.load([200], 7)

    counted = dict(session.execute(select(Card.state, func.count()).group_by(Card.state)).all())
    assert counted == {
        CardState.IDEA: 30,
        CardState.PLANNED: 40,
        CardState.DOING: 30,
        CardState.DONE: 90,
        CardState.STOPPED: 10,
    }
    public = select(func.count()).select_from(Result).where(Result.published_at.is_not(None))
    assert number(Result) == 90
    assert session.scalar(public) == 72


def test_every_opgave_is_at_work_and_who_measures_is_on_its_team(a: Builder) -> None:
    slugs = seed.load([0, 5], 7)

    for slug in slugs:
        opgave = opgave_at(slug)
        people = [membership.person.email for membership in team(opgave)]
        assert opgave.is_public
        assert 8 <= len(people) <= 12
        assert seed.MEASURER in people
    assert number(Worry) == 2


@pytest.mark.parametrize("board", [1, 19, 20, 200])
def test_a_board_can_be_ordered_by_its_size(a: Builder, board: int) -> None:
    slug = seed.load([needed_for(board)], 7)[0]

    assert len(board_rows(opgave_at(slug), Filters(), Week.now())) == board


def test_work_goes_on_after_a_load(a: Builder) -> None:
    before = a.card(a.opgave())
    slug = seed.load([20], 7)[0]

    card = a.card(opgave_at(slug), owner=a.member(opgave_at(slug)))

    assert card.id > before.id + 20


def test_who_had_a_public_page_hears_of_the_load(a: Builder, visitor: Client) -> None:
    a.public_result(a.opgave())
    old = visitor.get("/").headers["ETag"]
    seed.load([20], 7)

    assert visitor.get("/", headers={"If-None-Match": old}).status_code == 200


def test_a_board_of_200_cards_stays_within_its_budget(a: Builder, sign_in: Callable[[Person], Client]) -> None:
    slug = seed.load([needed_for(200)], 7)[0]
    client = sign_in(session.scalars(select(Person).where(Person.email == seed.MEASURER)).one())

    for lens in ("", "?lens=week"):
        page = client.get(f"/bord/opgaven/{slug}{lens}")
        with counting_queries() as queries:
            sent = FlaskClient.open(client, f"/bord/opgaven/{slug}{lens}", headers=LIKE_A_BROWSER)

        assert page.text.count("<article ") == 200
        assert queries.number <= 12, queries.asked
        assert len(sent.data) <= 40_000
        assert nodes(page.text) <= 8_000


def test_a_board_asks_as_many_questions_whatever_stands_around_it(
    a: Builder, sign_in: Callable[[Person], Client]
) -> None:
    alone = seed.load([20], 7)[0]
    client = sign_in(session.scalars(select(Person).where(Person.email == seed.MEASURER)).one())
    seed.load([60, 60, 60], 8)
    among_many = seed.load([20], 9)[0]
    asked = []
    for slug in (alone, among_many, among_many):
        with counting_queries() as queries:
            client.get(f"/bord/opgaven/{slug}")
        asked.append(queries.number)

    assert asked[0] == asked[1] <= 12
    assert asked[2] == 2, "what did not change is not asked again"


def test_a_week_of_a_full_load_asks_four_questions(a: Builder, visitor: Client) -> None:
    seed.load([60, 60, 60], 7)
    session.expunge_all()

    with counting_queries() as queries:
        assert visitor.get(f"/week/{Week.now()}").status_code == 200

    assert queries.number <= 4, queries.asked

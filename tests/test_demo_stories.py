"""Who looks along for the first time finds seven stories in the demo, each in another opgave."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel
from sqlalchemy import Engine, func, select

from board import db, demo
from board.blocks import BLOCKS
from board.blocks.increments.models import BigResult
from board.blocks.leadership.models import SupportRequest
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person, by_email
from board.core.record.history import Change
from board.core.record.weeks import Week, now, today
from board.db import session
from board.managers.review.matrix import MatrixRow, ReviewFilter, matrix
from board.web import cache
from board.web.release import RELEASE

Rows = dict[str, MatrixRow]
pytestmark = pytest.mark.xdist_group("demo stories")  # the demo is loaded once, and only read

LARGE = {"schulden", "veilig-naar-school", "wachten-aan-de-balie"}
SMALL = {"aan-tafel", "buurtfeest", "eerste-huis", "jong-en-werk", "praat-mee", "schone-straat", "warm-wonen"}
FULL_PAGE = 12  # so many results of one week print on two sheets


@pytest.fixture(scope="module")
def rows(engine: Engine) -> Iterator[Rows]:
    """What the demo's manager sees in Voortgang, by opgave."""
    app = Flask(__name__)
    app.config[RELEASE] = "of this test"
    cache.init_app(app)
    Babel(app)
    with engine.connect() as connection:
        outer = connection.begin()
        with app.app_context(), db.opened(connection):
            demo.load()
            session.flush()
            yield {row.opgave.slug: row for row in matrix(guest("manager"), ReviewFilter())}
        outer.rollback()


def guest(key: str) -> Person:
    found = by_email(f"{key}@demo.example")
    assert found is not None
    return found


def health(row: MatrixRow) -> dict[str, str]:
    return {cell.block.key: cell.progress.health.value for cell in row.cells}


def only(state: str, *blocks: str) -> dict[str, str]:
    """All is alive but these blocks."""
    return {block.key: "leeft" for block in BLOCKS} | dict.fromkeys(blocks, state)


def fact(row: MatrixRow, block: str, name: str) -> Any:
    return next(cell.progress.fact[name] for cell in row.cells if cell.block.key == block)


def news(row: MatrixRow, block: str) -> tuple[int, ...]:
    """How many new things each of twelve weeks brought, the oldest first."""
    return next(cell.trend.news for cell in row.cells if cell.block.key == block)


def weeks_ago(day: date) -> int:
    return (today() - day).days // 7


def test_the_manager_sees_all_ten_and_is_sponsor_of_a_few(rows: Rows) -> None:
    assert set(rows) == LARGE | SMALL
    assert sorted(slug for slug, row in rows.items() if row.opgave.role is not None) == [
        "buurtfeest",
        "schone-straat",
        "veilig-naar-school",
        "warm-wonen",
    ]


def test_a_silent_why_while_cards_get_done(rows: Rows) -> None:
    silent = rows["aan-tafel"]

    assert health(silent) == only("aandacht", "why")
    assert fact(silent, "why", "confirmed") is None
    assert weeks_ago(fact(silent, "why", "signed")) == 12
    assert sum(news(silent, "increments")) >= 4


def test_an_unanswered_request_older_than_any_other(rows: Rows) -> None:
    waiting = rows["warm-wonen"]

    assert health(waiting) == only("aandacht", "leadership")
    assert fact(waiting, "leadership", "waiting") == 5
    unheard = select(SupportRequest.opgave_id).where(SupportRequest.first_answered_on.is_(None))
    assert session.scalars(unheard.order_by(SupportRequest.asked_on)).first() == waiting.opgave.id
    others = [fact(row, "leadership", "waiting") or 0 for row in rows.values() if row is not waiting]
    assert max(others) < 5


def test_a_team_on_a_roll(rows: Rows) -> None:
    roll = rows["schone-straat"]
    bricks = news(roll, "increments")

    assert set(health(roll).values()) == {"leeft"}
    assert sum(week > 0 for week in bricks) >= 11
    assert sum(bricks[-4:]) > sum(bricks[:4]), "it grows"
    results = select(func.count()).where(Result.opgave_id == roll.opgave.id, Result.published_at.is_not(None))
    assert session.scalar(results) == sum(bricks), "inwoners read all of it"
    reached = select(BigResult).where(BigResult.opgave_id == roll.opgave.id, BigResult.reached_on.is_not(None))
    assert len(session.scalars(reached).all()) == 1


def test_inwoners_who_were_not_heard_for_nine_weeks(rows: Rows) -> None:
    deaf = rows["jong-en-werk"]

    assert health(deaf) == only("aandacht", "citizen")
    assert weeks_ago(fact(deaf, "citizen", "heard")) == 9


def test_a_talent_that_nobody_found_in_seven_weeks(rows: Rows) -> None:
    looking = rows["praat-mee"]

    assert health(looking) == only("aandacht", "talents")
    assert weeks_ago(fact(looking, "talents", "oldest")) == 7


def test_an_opgave_that_nobody_stands_behind(rows: Rows) -> None:
    alone = rows["eerste-huis"]

    assert health(alone) == only("aandacht", "leadership")
    assert fact(alone, "leadership", "lead") is True
    assert fact(alone, "leadership", "sponsor") is False


def test_an_opgave_that_has_just_begun(rows: Rows) -> None:
    new = rows["buurtfeest"]

    assert health(new) == only("stil", "citizen", "increments", "talents")
    assert session.scalar(select(func.count()).where(Card.opgave_id == new.opgave.id)) == 2


def test_inwoners_read_seven_and_a_week_of_them_prints_on_two_sheets(rows: Rows) -> None:
    public = set(session.scalars(select(Opgave.slug).where(Opgave.visibility == Audience.PUBLIC)))
    this_week = (Result.week == Week.now().code, Result.published_at.is_not(None), Result.withdrawn_at.is_(None))

    assert public == set(rows) - {"jong-en-werk", "eerste-huis", "buurtfeest"}
    assert public > LARGE
    assert 7 <= (session.scalar(select(func.count()).where(*this_week)) or 0) <= FULL_PAGE


def test_the_day_of_the_demos_member_did_not_grow(rows: Rows) -> None:
    mine = select(Opgave.slug).join(Membership).where(Membership.person_id == guest("lid").id)

    assert set(session.scalars(mine)) <= LARGE


def test_the_history_of_each_card_ends_where_it_stands(rows: Rows) -> None:
    steps: dict[int, list[tuple[datetime, str | None, str]]] = {}
    query = select(Change.thing_id, Change.at, Change.fields["state"]).where(Change.kind == "card").order_by(Change.id)
    for number, at, (before, after) in session.execute(query):
        steps.setdefault(number, []).append((at, before, after))

    for card in session.scalars(select(Card)):
        told = steps[card.id]
        assert told == sorted(told, key=lambda step: step[0])
        assert told[-1][0] <= now()
        assert [before for _at, before, _after in told] == [None, *(after for _at, _before, after in told[:-1])]
        assert told[-1][2] == card.state.value

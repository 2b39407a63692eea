"""What looking along may cost: the same few questions for much or little work, and weeks that are kept once."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from board import seed
from board.blocks import BLOCKS
from board.blocks.citizen.models import Signal
from board.blocks.weekly import WeekFact, cells, is_behind, keep, last_weeks, trends
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import Week, now, today
from tests.bench.measure import LIKE_A_BROWSER, nodes
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.opgaven import GREEN, NEW

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"


def asked_by(client: Client, address: str) -> int:
    """How many questions a page asks that somebody looked at before."""
    FlaskClient.open(client, address)
    with counting_queries() as queries:
        assert FlaskClient.open(client, address).status_code == 200
    return queries.number


@pytest.mark.parametrize("block", ["", *(f"/{block.slug}" for block in BLOCKS)])
def test_one_opgave_asks_as_much_with_many_cards_as_with_few(a: Builder, manager: Client, block: str) -> None:
    few, many = (seed.load([cards], 7)[0] for cards in (40, 400))  # which ask the same of who looks along
    keep()

    assert asked_by(manager, f"{PAGE}/{few}{block}") == asked_by(manager, f"{PAGE}/{many}{block}") <= 30


def test_all_opgaven_ask_as_much_with_many_cards_as_with_few(a: Builder, manager: Client) -> None:
    seed.load([5], 7)
    keep()
    few = asked_by(manager, PAGE)
    seed.load([100] * 5, 8)
    keep()

    assert asked_by(manager, PAGE) == few <= 20


def test_what_somebody_changes_is_seen_at_the_next_look(a: Builder, manager: Client, sign_in: SignIn) -> None:
    opgave = a.opgave()
    assert "inwoner gehoord" not in manager.get(PAGE).text

    sign_in(a.member(opgave)).post(f"/bord/opgaven/{opgave.slug}/inwoner", data={"text": "Bel mij eerst"})

    assert "inwoner gehoord: vandaag" in manager.get(PAGE).text
    with time_machine.travel(now() + timedelta(days=1)):
        assert "inwoner gehoord: gisteren" in sign_in(a.manager()).get(PAGE).text


def test_forty_opgaven_stay_within_their_budget(a: Builder, manager: Client) -> None:
    seed.load([6] * 40, 7)
    keep()

    sent = FlaskClient.open(manager, PAGE, headers=LIKE_A_BROWSER).data
    page = FlaskClient.open(manager, PAGE).text

    assert page.count('<th scope="row">') == 40
    assert len(sent) <= 20_000
    assert nodes(page) <= 500 + 40 * 90


def test_keeping_again_writes_nothing(a: Builder, session: Session) -> None:
    seed.load([20, 20], 7)
    with counting_queries() as first:
        assert keep() == 2 * 12 * len(BLOCKS)
    with counting_queries() as again:
        assert keep() == 0

    assert any(asked.startswith("INSERT") for asked in first.asked)
    assert not any(asked.startswith(("INSERT", "UPDATE", "DELETE")) for asked in again.asked)
    assert again.number == 4


def test_a_week_that_is_kept_again_is_the_same(a: Builder, session: Session) -> None:
    seed.load([60], 7)
    keep()
    rows = select(WeekFact.opgave_id, WeekFact.week, WeekFact.block, WeekFact.health, WeekFact.fact, WeekFact.news)
    before = sorted(map(str, session.execute(rows)))
    session.execute(delete(WeekFact))

    keep()

    assert sorted(map(str, session.execute(rows))) == before


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_line_says_what_the_cells_say(a: Builder, session: Session, is_kept: bool) -> None:
    seed.load([40, 10], 7)
    if is_kept:
        keep()
        a.opgave()  # of this one nothing is kept yet
    opgaven, weeks = session.scalars(select(Opgave.id)).all(), last_weeks(Week.now())

    told, found = trends(opgaven, weeks), cells(opgaven, weeks)

    assert len(told) == len(opgaven) * len(BLOCKS)
    for (opgave, block), trend in told.items():
        assert trend.progress == found[opgave, weeks[-1], block].progress
        assert trend.news == tuple(found[opgave, week, block].news for week in weeks)


def test_an_opgave_that_is_made_today_is_kept_at_once(a: Builder, manager: Client, session: Session) -> None:
    """Else every look until Monday would judge its eleven empty weeks again."""
    a.opgave()
    keep()
    a_week = asked_by(manager, PAGE)

    made = manager.post(NEW, data=GREEN)

    assert made.status_code == 303, made.text
    assert not is_behind()
    assert asked_by(manager, PAGE) == a_week


def test_a_signal_that_moves_to_another_opgave_is_gone_from_the_first(
    a: Builder, manager: Client, session: Session
) -> None:
    here, there = a.opgave("Hier"), a.opgave("Daar")
    signal = Signal(opgave_id=here.id, text="De lamp is stuk", heard_on=today())
    session.add(signal)
    session.flush()
    before = manager.get(f"{PAGE}?op=naam").text
    session.refresh(signal)  # as the page that moves it does
    signal.opgave_id = there.id
    session.flush()

    after = manager.get(f"{PAGE}?op=naam").text

    assert heard(before, here) == heard(after, there) == 1
    assert heard(before, there) == heard(after, here) == 0


def heard(page: str, opgave: Opgave) -> int:
    """What was new this week in the second block of this opgave, as its line says."""
    cell = page.split(f"{PAGE}/{opgave.slug}/inwoner")[1].split("</td>", maxsplit=1)[0]
    found = re.search(r'weken: [\d, ]*\b(\d+)"', cell)
    assert found is not None
    return int(found.group(1))

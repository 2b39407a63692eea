"""The inwoner: needs in their own words; one field is enough."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.citizen.models import Need
from board.blocks.citizen.slots.board import living_answer
from board.blocks.citizen.slots.review import progress
from board.core.opgaven.opgaven import CitizenGroup, Opgave
from board.core.people.people import Person
from board.core.record.weeks import now, today
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(opgave: Opgave) -> str:
    return f"/bord/opgaven/{opgave.slug}/inwoner"


def heard(opgave: Opgave, session: Session, days_ago: int, text: str = "Bel mij.") -> Need:
    ago = timedelta(days=days_ago)
    need = Need(opgave=opgave, text=text, heard_on=today() - ago, noted_at=now() - ago)
    session.add(need)
    session.flush()
    return need


def form(**changes: str) -> dict[str, str]:
    return {"text": "Ik wil één mens die mij belt.", "heard_on": today().isoformat()} | changes


@pytest.mark.parametrize("who", ["lead", "member", "sponsor"])
def test_one_sentence_is_enough(who: str, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(getattr(a, who)(of=opgave))

    assert client.post(url(opgave), data=form()).location == url(opgave)

    need = session.scalars(select(Need)).one()
    assert (need.text, need.heard_where, need.heard_on, need.group_id) == (
        "Ik wil één mens die mij belt.",
        "",
        today(),
        None,
    )
    assert "“Ik wil één mens die mij belt.”" in client.get(url(opgave)).text


def test_it_may_say_for_whom_where_and_when(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave), data=form(group="huurders", heard_where="balie", heard_on="2026-01-05"))

    page = client.get(url(opgave)).text
    assert "huurders" in page
    assert "aan de balie · 5 januari 2026" in page


def test_the_same_group_is_made_once(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave), data=form(group="Huurders"))
    client.post(url(opgave), data=form(group=" huurders "))

    assert session.scalar(select(func.count()).select_from(CitizenGroup)) == 1


def test_what_will_be_heard_tomorrow_was_not_heard(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()

    sign_in(a.member(of=opgave)).post(url(opgave), data=form(heard_on="2999-01-01"))

    assert session.scalars(select(Need.heard_on)).one() == today()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"heard_on": "gisteren"}, "heard_on"),
        ({"heard_where": "thuis"}, "heard_where"),
        ({"group": "g" * 81}, "group"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    changes: dict[str, str], wrong: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()

    answer = sign_in(a.member(of=opgave)).post(url(opgave), data=form(**changes))

    assert answer.status_code == 422
    assert f'id="{wrong}-fout"' in answer.text
    assert changes.get("text", "Ik wil één mens") in answer.text
    assert session.scalar(select(func.count()).select_from(Need)) == 0
    # What is wrong must be in sight, also in the part that opens.
    assert wrong == "text" or "<details" not in answer.text or "open>" in answer.text


@pytest.mark.parametrize(
    ("age", "health"), [(None, Health.QUIET), (0, Health.ALIVE), (21, Health.ALIVE), (22, Health.ASKS)]
)
def test_three_weeks_without_hearing_anybody_asks_attention(
    age: int | None, health: Health, a: Builder, session: Session
) -> None:
    opgave = a.opgave()
    if age is not None:
        heard(opgave, session, age)

    assert of_one(progress, opgave, today()).health is health
    assert living_answer(opgave, today()).progress == of_one(progress, opgave, today())


def test_on_a_day_in_the_past_what_came_later_was_not_yet_heard(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    heard(opgave, session, 60)
    heard(opgave, session, 1)

    assert of_one(progress, opgave, today() - timedelta(days=61)).health is Health.QUIET
    assert of_one(progress, opgave, today() - timedelta(days=10)).health is Health.ASKS
    assert of_one(progress, opgave, today()).health is Health.ALIVE


def test_a_need_that_was_removed_counted_until_then(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    heard(opgave, session, 10).removed_at = now() - timedelta(days=4)
    session.flush()

    assert of_one(progress, opgave, today() - timedelta(days=5)).health is Health.ALIVE
    assert of_one(progress, opgave, today()).health is Health.QUIET
    assert living_answer(opgave, today()).shown is None


def test_the_living_answer_is_what_was_heard_last(a: Builder, session: Session) -> None:
    opgave, other = a.opgave(), a.opgave()
    heard(opgave, session, 5, "Eerder")
    last = heard(opgave, session, 2, "Later")
    heard(other, session, 0, "Van een ander")

    assert living_answer(opgave, today()).shown is last

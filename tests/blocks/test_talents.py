"""Talenten: what is asked, and what was found."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.protocol import Health
from board.blocks.talents.models import TalentRequest
from board.blocks.talents.queries import living_answer, progress
from board.core.opgaven import Opgave
from board.core.people import Person
from board.core.weeks import today
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/talenten{rest}"


def asked(opgave: Opgave, session: Session, days_ago: int, found: int | None = None) -> TalentRequest:
    """A request, so many days old; found so many days ago."""
    on = None if found is None else today() - timedelta(days=found)
    request = TalentRequest(
        opgave=opgave, words="filmpje maken", asked_on=today() - timedelta(days=days_ago), found_on=on
    )
    session.add(request)
    session.flush()
    return request


def test_asking_takes_one_field_and_finding_one_press(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave), data={"words": "filmpje maken"})
    request = session.scalars(select(TalentRequest)).one()
    assert "Dit zoeken we" in client.get(url(opgave)).text
    client.post(url(opgave, f"/{request.id}/gevonden"))

    session.refresh(request)
    assert (request.words, request.asked_on, request.found_on) == ("filmpje maken", today(), today())
    assert "Er staat geen vraag open." in client.get(url(opgave)).text


@pytest.mark.parametrize("words", ["", "   ", "x" * 81])
def test_a_request_without_words_or_with_too_many_is_asked_again(
    words: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()

    answer = sign_in(a.member(of=opgave)).post(url(opgave), data={"words": words})

    assert answer.status_code == 422
    assert 'id="words-fout"' in answer.text
    assert session.scalar(select(func.count()).select_from(TalentRequest)) == 0


def test_a_request_of_another_team_cannot_be_found_from_here(a: Builder, sign_in: SignIn, session: Session) -> None:
    mine, other = a.opgave(), a.opgave()
    request = asked(other, session, 3)

    answer = sign_in(a.member(of=mine)).post(url(mine, f"/{request.id}/gevonden"))

    session.refresh(request)
    assert answer.status_code == 404
    assert request.found_on is None


@pytest.mark.parametrize(
    ("age", "found", "health"),
    [
        (None, None, Health.QUIET),
        (0, None, Health.ALIVE),
        (14, None, Health.ALIVE),
        (15, None, Health.ASKS),
        (15, 1, Health.ALIVE),
        (200, 100, Health.QUIET),
    ],
)
def test_two_weeks_of_waiting_asks_attention(
    age: int | None, found: int | None, health: Health, a: Builder, session: Session
) -> None:
    opgave = a.opgave()
    if age is not None:
        asked(opgave, session, age, found)

    assert progress(opgave, today()).health is health
    assert living_answer(opgave, today()).progress == progress(opgave, today())


def test_on_a_day_in_the_past_what_is_found_now_still_waited(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    asked(opgave, session, 40, found=5)
    asked(opgave, session, 2)

    assert progress(opgave, today() - timedelta(days=41)).health is Health.QUIET
    assert progress(opgave, today() - timedelta(days=30)).fact["waiting"] == 1
    assert progress(opgave, today() - timedelta(days=10)).health is Health.ASKS
    assert progress(opgave, today()).health is Health.ALIVE

"""Who looks along asks, decides and thanks where they read of it, and goes on there. How much is no order."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need
from board.blocks.leadership.models import Decision, TeamQuestion, Thanks
from board.core.opgaven.cards import CardState
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"


def form_to(page: str, end: str) -> str:
    """Where the form on this page goes whose address ends so."""
    found = re.search(rf'action="([^"]+/{end}[^"]*)"', page)
    assert found is not None, end
    return found.group(1).replace("&amp;", "&")


@pytest.mark.parametrize("part", ["", "/waarom"])
def test_a_question_for_the_team_is_asked_where_its_silence_is_read(
    a: Builder, manager: Client, session: Session, part: str
) -> None:
    opgave = a.opgave("Schulden")
    here = f"{PAGE}/{opgave.slug}{part}"

    asked = manager.post(form_to(manager.get(here).text, "vraag-aan-team"), data={"team_question": "Leeft het nog?"})

    assert asked.headers["Location"].endswith(here)
    assert session.scalars(select(TeamQuestion.text)).one() == "Leeft het nog?"
    page = manager.get(here).text
    assert "Er ligt een vraag bij het team" in page
    assert "Stel het team één vraag" not in page


def test_a_decision_is_made_there_with_its_why(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    here = f"{PAGE}/{opgave.slug}"

    made = manager.post(
        form_to(manager.get(here).text, "besluiten"),
        data={"decision": "Wij bellen eerst.", "why": "Een brief maakt bang.", "decided_on": str(today())},
    )

    assert made.headers["Location"].endswith(here)
    assert session.scalars(select(Decision.why)).one() == "Een brief maakt bang."
    assert "Wij bellen eerst." in manager.get(here).text


def test_an_empty_question_comes_back_with_a_sentence_and_asks_nothing(
    a: Builder, manager: Client, session: Session
) -> None:
    opgave = a.opgave("Schulden")

    answer = manager.post(f"/bord/opgaven/{opgave.slug}/leiderschap/vraag-aan-team", data={"team_question": " "})

    assert answer.status_code == 422
    assert "Schrijf je vraag op." in answer.text
    assert session.scalars(select(TeamQuestion)).all() == []


def test_thanks_are_given_from_the_list_of_results_and_lead_back_to_it(
    a: Builder, manager: Client, session: Session
) -> None:
    opgave = a.opgave("Schulden")
    card = a.card(opgave, state=CardState.DOING)
    card.finish(a.result(card))
    session.flush()
    here = f"{PAGE}/{opgave.slug}/klein"
    door = re.search(r'href="([^"]+/dank[^"]*)"', manager.get(here).text)
    assert door is not None

    page = manager.get(door.group(1).replace("&amp;", "&")).text
    thanked = manager.post(form_to(page, "dank"), data={"thanks": "Mooi gedaan."})

    assert thanked.headers["Location"].endswith(here)
    assert session.scalars(select(Thanks.text)).one() == "Mooi gedaan."


@pytest.mark.parametrize("role", [Role.MEMBER, Role.READER])
def test_who_does_not_look_along_as_a_manager_has_nothing_to_say_there(a: Builder, sign_in: SignIn, role: Role) -> None:
    opgave = a.opgave("Schulden")
    client = sign_in(a.member(opgave, role))

    for page in (f"{PAGE}/{opgave.slug}", f"{PAGE}/{opgave.slug}/klein"):
        shown = client.get(page).text
        assert "Stel het team één vraag" not in shown
        assert "Bedank het team" not in shown


def test_where_all_lives_may_stand_first_and_how_much_does_not_count(
    a: Builder, manager: Client, session: Session
) -> None:
    quiet, busy, calm = (a.opgave(name, title=name) for name in ("A stil", "C druk", "B kalm"))
    for many, opgave in ((9, busy), (1, calm)):
        for day in range(many):
            session.add(Need(opgave=opgave, text="Bel", heard_on=today() - timedelta(days=day)))
    session.flush()

    page = manager.get(f"{PAGE}?op=leeft&blok=inwoner").text

    assert re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page) == [calm.title, busy.title, quiet.title]


def test_the_same_thanks_twice_are_said_once(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    card = a.card(opgave, state=CardState.DOING)
    card.finish(a.result(card))
    session.flush()

    for words in ("Mooi gedaan.", "Mooi gedaan.", "En nog iets."):
        manager.post(f"/bord/opgaven/{opgave.slug}/leiderschap/kaarten/{card.id}/dank", data={"thanks": words})

    assert session.scalars(select(Thanks.text).order_by(Thanks.id)).all() == ["Mooi gedaan.", "En nog iets."]


def test_a_manager_where_there_is_no_opgave_yet_reads_how_to_begin(manager: Client) -> None:
    page = manager.get(PAGE).text

    assert "Er is nog geen opgave." in page
    assert 'href="/bord/opgaven/nieuw"' in page


def test_a_mistake_does_not_lose_the_way_back(a: Builder, manager: Client) -> None:
    here = f"{PAGE}/{a.opgave('Schulden').slug}"

    refused = manager.post(form_to(manager.get(here).text, "vraag-aan-team"), data={"team_question": ""})
    asked = manager.post(form_to(refused.text, "vraag-aan-team"), data={"team_question": "Leeft het nog?"})

    assert asked.headers["Location"].endswith(here)

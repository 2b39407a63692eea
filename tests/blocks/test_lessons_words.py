"""Writing a lesson down: at the end of a card, when a card stops, and better afterwards."""

from typing import Any

import pytest
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.lessons import Lesson
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.talents import SignIn, undo, url


def page_of(card: Card, rest: str) -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


def finish(client: Client, card: Card, **typed: Any) -> TestResponse:
    data = {"sentence": "U krijgt één brief.", "outcome": "gelukt", "happened_on": today().isoformat()}
    return client.post(page_of(card, "/rond-af"), data=data | typed)


def lesson_of(card: Card) -> Lesson:
    assert card.lesson is not None
    return card.lesson


def a_card(a: Builder) -> Card:
    return a.card(a.opgave(), "Stuur een sms", state=CardState.DOING)


def test_finishing_keeps_the_lesson_with_its_situation(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    client = sign_in(a.member(of=card.opgave))

    finish(client, card, lesson="Bel voor twaalf uur.", situation="iemand werkt 's avonds")
    lesson = lesson_of(card)
    assert (lesson.text, lesson.situation, lesson.learned_on) == (
        "Bel voor twaalf uur.",
        "iemand werkt 's avonds",
        today(),
    )
    assert "iemand werkt" in client.get(page_of(card, "/rond-af")).text

    was = lesson.situation
    finish(client, card, lesson="Bel voor elf uur.", situation=was, situation_was=was)
    assert (lesson.text, lesson.situation) == ("Bel voor elf uur.", was)
    finish(client, card, lesson="", situation=was, situation_was=was)
    assert lesson.removed_at is not None


def test_a_situation_that_a_colleague_wrote_meanwhile_is_not_lost(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    card = a_card(a)
    client = sign_in(a.member(of=card.opgave))
    finish(client, card, lesson="Bel eerst.")
    here = page_of(card, "/rond-af")
    seen = client.opened(here)
    lesson_of(card).fits("iemand leest slecht")
    session.flush()

    client.post(here, data=seen | {"lesson": "Bel eerst even."})
    assert lesson_of(card).situation == "iemand leest slecht"
    answer = client.post(here, data=seen | {"lesson": "Bel eerst even.", "situation": "niemand doet open"})

    assert answer.status_code == 409
    assert "iemand leest slecht" in answer.text
    assert "niemand doet open" in answer.text
    assert lesson_of(card).situation == "iemand leest slecht"


def test_stopping_may_leave_a_lesson_and_is_undone_as_a_whole(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    client = sign_in(a.member(of=card.opgave))
    assert "Stop ermee" in client.get(page_of(card, "/stop")).text

    page = client.post(
        page_of(card, "/stop"), data={"lesson": "Vraag het nummer.", "situation": "geen gehoor"}, follow_redirects=True
    )
    assert card.state is CardState.STOPPED
    assert (lesson_of(card).text, lesson_of(card).situation) == ("Vraag het nummer.", "geen gehoor")
    assert "Vraag het nummer." in client.get(page_of(card, "")).text
    undo(client, page)

    assert card.state.value == "bezig"
    assert "Vraag het nummer." not in client.get("/bord/geleerd").text
    assert "Vraag het nummer." in client.get(page_of(card, "/stop")).text, "it waits there as a draft"


def test_stopping_needs_no_word_and_the_word_may_come_later(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    client = sign_in(a.member(of=card.opgave))

    client.post(page_of(card, "/verplaats"), data={"naar": "staat:gestopt"})
    assert (card.state, card.lesson) == (CardState.STOPPED, None)
    assert "Wat leerden we hiervan?" in client.get(page_of(card, "")).text
    client.post(page_of(card, "/stop"), data={"lesson": "Vraag het nummer."})
    assert lesson_of(card).text == "Vraag het nummer."

    again = client.get(page_of(card, "/stop"))
    assert again.location == url(card.opgave, f"/geleerd/{card.lesson_id}")
    assert sign_in(a.reader(of=card.opgave)).post(page_of(card, "/stop")).status_code == 403


def test_a_finished_card_has_its_lesson_at_its_result(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    a.result(card, lesson="Bel eerst.")
    client = sign_in(a.member(of=card.opgave))

    for answer in (client.get(page_of(card, "/stop")), client.post(page_of(card, "/stop"))):
        assert answer.location == page_of(card, "/rond-af")
    assert card.state is CardState.DONE


def test_the_team_refines_a_lesson_and_takes_it_away(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    card.stop("Vraag het nummer.")
    client = sign_in(a.member(of=card.opgave))
    lesson = lesson_of(card)
    here = url(card.opgave, f"/geleerd/{lesson.id}")

    seen = client.opened(here)
    client.post(here, data=seen | {"text": "Vraag eerst het nummer.", "situation": "geen gehoor"})
    assert (lesson.text, lesson.situation) == ("Vraag eerst het nummer.", "geen gehoor")
    assert client.post(here, data={"text": "", "situation": "x"}).status_code == 422
    late = client.post(here, data=seen | {"text": "Oud."})
    assert late.status_code == 409
    assert "geen gehoor" in late.text
    gone = client.post(f"{here}/weg", follow_redirects=True)
    assert lesson.removed_at is not None

    undo(client, gone)
    assert lesson.removed_at is None


def test_of_a_result_only_the_situation_changes_here(a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    a.result(card, lesson="Bel eerst.")
    client = sign_in(a.member(of=card.opgave))
    here = url(card.opgave, f"/geleerd/{card.lesson_id}")
    assert 'name="text"' not in client.get(here).text

    client.post(here, data={"text": "Iets anders.", "situation": "geen gehoor"})

    assert (lesson_of(card).text, lesson_of(card).situation) == ("Bel eerst.", "geen gehoor")


@pytest.mark.parametrize("who", ["stranger", "other team", "reader"])
def test_only_its_team_changes_a_lesson(who: str, a: Builder, sign_in: SignIn) -> None:
    card = a_card(a)
    card.stop("Vraag het nummer.")
    person = {"stranger": a.person(), "other team": a.member(a.opgave("School")), "reader": a.reader(card.opgave)}[who]
    client = sign_in(person)

    for rest in ("", "/weg"):
        answer = client.post(url(card.opgave, f"/geleerd/{card.lesson_id}{rest}"), data={"text": "Nee."})
        assert answer.status_code == (403 if who == "reader" else 404)
    assert (lesson_of(card).text, lesson_of(card).removed_at) == ("Vraag het nummer.", None)

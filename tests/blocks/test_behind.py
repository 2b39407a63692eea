"""Two people refine the same thing: who is second reads every field in which something else stands by now."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from board.blocks.citizen.models import SignalKind
from board.blocks.leadership.forms import NoteForm
from board.blocks.leadership.models import Decision, LeaderNote
from board.core.people import Person
from board.core.weeks import today
from tests.blocks.asking import asked
from tests.blocks.asking import url as talents_url
from tests.blocks.caught import caught, days, main, url
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def test_every_field_that_a_colleague_changed_is_named(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    signal = caught(opgave)
    signal.behind, signal.plan, signal.kind = "Er is geen geld voor de huur.", "", SignalKind.STORY
    signal.wanted_by, signal.heard_on = days(-3), today()
    session.flush()
    mine = {"text": signal.text, "kind": "vraag", "opgave": opgave.id, "plan": "Bel de bank"}
    mine |= {"heard_on": today().isoformat()}
    client = sign_in(a.member(of=opgave))
    client.post(url(signal, "/pak-op"))

    answer = client.post(url(signal, "/wijzig"), data=mine | {"version": "99"})

    page = main(answer.text)
    assert answer.status_code == 409
    assert "Er staat nu bij “Wat zit erachter?”: “Er is geen geld voor de huur.”." in page
    assert "Er staat nu bij “Wat is het?”: “verhaal”." in page
    assert "Bij “Wat zouden we kunnen doen?” staat nu niets." in page
    assert "bij “Voor welke dag moet het?”" in page
    assert "bij “Wat hoorde of zag je?”" not in page
    assert signal.behind == "Er is geen geld voor de huur."
    assert client.post(url(signal, "/wijzig"), data=mine | {"version": str(signal.version)}).status_code == 303


def test_a_decision_keeps_the_why_of_a_colleague_in_sight(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    decision = Decision(opgave_id=opgave.id, person=lead, decided_on=today(), text="Wij stoppen.", why="Te duur.")
    session.add(decision)
    session.flush()

    answer = sign_in(lead).post(
        f"/bord/opgaven/{opgave.slug}/leiderschap/besluiten/{decision.id}",
        data={"decision": "Wij stoppen.", "why": "", "decided_on": today().isoformat(), "version": "99"},
    )

    assert answer.status_code == 409
    assert "Er staat nu bij “Waarom?”: “Te duur.”." in answer.text
    assert decision.why == "Te duur."


def test_who_typed_the_same_simply_goes_on(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    request = asked(opgave, "zingen")

    same = {"words": "zingen", "more": "", "version": "99"}

    assert sign_in(a.member(of=opgave)).post(talents_url(opgave, f"/{request.id}"), data=same).status_code == 303


@pytest.mark.parametrize(("now", "said"), [(True, "“ja”"), (False, "“nee”")])
def test_a_box_is_read_as_yes_or_no(now: bool, said: str, a: Builder, app: Flask, session: Session) -> None:
    note = LeaderNote(opgave_id=a.opgave().id, text="Hoi", did_not_work=now)
    session.add(note)
    session.flush()
    typed = {"note": "Hoi", "version": "99"} | ({} if now else {"did_not_work": "y"})

    with app.test_request_context("/bord", method="POST", data=typed):
        form = NoteForm()
        assert form.is_behind(note, NoteForm.of(note))

    assert f"Er staat nu bij “Dit werkte niet”: {said}." in form.form_errors

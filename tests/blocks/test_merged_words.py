"""Two people refine the same thing: who is second reads in words what stands in each field that both changed."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.blocks.citizen.models import SignalKind
from board.blocks.leadership.models import Decision, LeaderNote
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import caught, days, main, url
from tests.support.support_requests import ask
from tests.support.support_requests import url as support_url
from tests.support.talents import asked
from tests.support.talents import url as talents_url

SignIn = Callable[[Person], Client]


def texts(page: str) -> list[str]:
    """What stands on both sides of each question."""
    parts = main(page).split('class="ob-samen__tekst"')[1:]
    return [part.partition(">")[2].partition("<")[0] for part in parts]


def test_each_kind_of_field_is_read_as_it_is_chosen(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    signal = caught(opgave)
    client = sign_in(a.member(of=opgave))
    client.post(url(signal, "/pak-op"))
    seen = client.opened(url(signal, "/wijzig"))
    signal.kind, signal.wanted_by, signal.plan = SignalKind.STORY, days(-3), "Schrijf de bank"
    session.flush()

    mine = {"kind": "kans", "wanted_by": today().isoformat(), "plan": "Bel de bank"}
    answer = client.post(url(signal, "/wijzig"), data=seen | mine)

    assert answer.status_code == 409
    found = texts(answer.text)
    assert {"kans", "verhaal", "Bel de bank", "Schrijf de bank"} <= set(found)
    assert len(found) == 6, "three fields, two texts each"
    assert signal.plan == "Schrijf de bank"


@pytest.mark.parametrize("now", [True, False])
def test_a_box_that_both_ticked_is_no_question(now: bool, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    note = LeaderNote(opgave_id=opgave.id, person=lead, text="Hoi", did_not_work=not now)
    session.add(note)
    session.flush()
    client, address = sign_in(lead), f"/bord/opgaven/{opgave.slug}/leiderschap/notities/{note.id}"
    seen = client.opened(address)
    note.did_not_work = now
    session.flush()
    mine = seen | ({"did_not_work": "y"} if now else {})
    if not now:
        mine.pop("did_not_work")

    assert client.post(address, data=mine).status_code == 303
    assert note.did_not_work is now


def test_what_i_emptied_and_a_colleague_rewrote_is_asked(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    decision = Decision(opgave_id=opgave.id, person=lead, decided_on=today(), text="Wij stoppen.", why="Te duur.")
    session.add(decision)
    session.flush()
    client, address = sign_in(lead), f"/bord/opgaven/{opgave.slug}/leiderschap/besluiten/{decision.id}"
    seen = client.opened(address)
    decision.why = "Veel te duur."
    session.flush()

    answer = client.post(address, data=seen | {"why": ""})

    assert answer.status_code == 409
    assert texts(answer.text) == ["(leeg)", "Veel te duur."]
    assert decision.why == "Veel te duur."


def test_who_typed_the_same_simply_goes_on(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    request, client = asked(opgave, "filmen"), sign_in(a.member(of=opgave))
    seen = client.opened(talents_url(opgave, f"/{request.id}"))
    request.words = "zingen"
    session.flush()

    assert client.post(talents_url(opgave, f"/{request.id}"), data=seen | {"words": "zingen"}).status_code == 303


def test_a_request_that_was_asked_differently_is_read_before_it_is_answered(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    request, client = ask(opgave, session, by=a.member(of=opgave)), sign_in(a.lead(of=opgave))
    address = support_url(opgave, f"/vragen/{request.id}/antwoord")
    seen = client.opened(address) | {"answer": "yes", "reason": "Doe maar."}
    request.text = "een auto"
    session.flush()

    asked_first = client.post(address, data=seen)

    assert asked_first.status_code == 409
    assert "intussen anders opgeschreven" in asked_first.text
    assert "Doe maar." in asked_first.text
    assert request.answer is None

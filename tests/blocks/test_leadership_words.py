"""What who leads said stays theirs, and what a closed card asked waits no longer."""

import re
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.leadership.models import LeaderAnswer
from board.blocks.leadership.routes import statements
from board.blocks.leadership.slots.board import living_answer
from board.blocks.leadership.slots.review import progress
from board.blocks.leadership.slots.today import request_items
from board.core.opgaven.cards import CardState
from board.core.people.people import Person, Role
from board.core.record.weeks import now, today
from tests.builders import Builder
from tests.client import Client
from tests.support.leadership import TOLD, every_kind
from tests.support.support_requests import ask, url

SignIn = Callable[[Person], Client]


@every_kind
def test_a_colleague_who_leads_too_cannot_change_it(kind: str, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    data, field, words = TOLD[kind]
    sign_in(a.lead(of=opgave)).post(url(opgave, f"/{kind}"), data=data)
    thing = session.scalars(select(statements.TOLD[kind].model)).one()
    edit, why_not = url(opgave, f"/{kind}/{thing.id}"), "Alleen Yasmina El Idrissi kan ze veranderen of weghalen."
    client = sign_in(a.sponsor(of=opgave))
    assert edit not in client.get(url(opgave)).text

    answer = client.post(edit, data={field: "Anders gezegd.", "known": "Ja."})
    assert answer.status_code == 422
    assert why_not in answer.text
    assert "Anders gezegd." in answer.text
    for open_it, rest in ((client.get, ""), (client.post, "/weg")):
        assert open_it(edit + rest).location == url(opgave)
        assert why_not in client.get(url(opgave)).text
    assert (thing.text, thing.removed_at) == (words, None)


def test_without_a_sentence_yet_the_words_beside_a_face_do_not_run_together(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.member(opgave, Role.SPONSOR, job_title="gemeentesecretaris")

    page = sign_in(person).get(url(opgave)).text

    assert re.search(r"gemeentesecretaris\s*<br><a [^>]*>Dit raakt mij omdat…", page)


def test_what_waits_for_me_comes_before_the_news(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    lead, sponsor = a.lead(of=opgave), a.sponsor(of=opgave)
    for _ in range(3):
        ask(opgave, session, by=lead).reply(LeaderAnswer.YES, "", sponsor, today())
    ask(opgave, session, by=sponsor)
    session.flush()

    assert [one.is_mine for waiting in request_items(lead, today()) for one in waiting.things] == [False, True, True]


def test_what_a_closed_card_asked_waits_no_longer_and_stays_to_be_read(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    lead, sponsor = a.lead(of=opgave), a.sponsor(of=opgave)
    card = a.card(opgave, state=CardState.DOING)
    asked = ask(opgave, session, by=a.member(of=opgave), days=30, card=card)
    assert request_items(sponsor, today())
    assert of_one(progress, opgave, today()).health is living_answer(opgave, today()).progress.health is Health.ASKS

    card.stop()
    card.state_since = now() - timedelta(days=4)
    session.flush()

    assert not request_items(lead, today())
    assert of_one(progress, opgave, today()).health is living_answer(opgave, today()).progress.health is Health.ALIVE
    assert of_one(progress, opgave, today() - timedelta(days=6)).fact["waiting"] == 3
    page = sign_in(lead).get(url(opgave)).text
    assert "Er wacht geen vraag." in page
    waits_not = page.split("Wat niet meer wacht", 1)[1].split("</details>", 1)[0]
    assert asked.text in waits_not
    assert "De kaart is gestopt. Een antwoord hoeft niet meer." in waits_not

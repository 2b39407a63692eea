"""Leiderschap elsewhere: what waits on Vandaag, what a card shows, and the mark on the board."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Flask, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.answers import TodayPlace
from board.blocks.leadership.models import LeaderAnswer, SupportKind, SupportRequest
from board.blocks.leadership.queries.support_requests import ASKED_ON_CARD
from board.blocks.leadership.slots.today import request_items
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.support_requests import ask, url

SignIn = Callable[[Person], Client]


def waiting(person: Person) -> list[Any]:
    return [thing for one in request_items(person, today()) for thing in one.things]


def test_who_leads_or_sponsors_is_asked_and_nobody_else(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth = a.member(of=opgave)
    asked = ask(opgave, session, by=ruth, days=3)

    for person in (a.lead(of=opgave), a.sponsor(of=opgave)):
        (one,) = request_items(person, today())
        assert one.place is TodayPlace.ASKED
        assert [(thing.request, thing.is_mine) for thing in one.things] == [(asked, False)]
    for person in (ruth, a.reader(of=opgave), a.lead(of=a.opgave()), a.manager()):
        assert request_items(person, today()) == ()


def test_a_lead_is_not_asked_what_they_ask_themselves(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    lead, sponsor = a.lead(of=opgave), a.sponsor(of=opgave)
    ask(opgave, session, by=lead)

    assert request_items(lead, today()) == ()
    assert len(waiting(sponsor)) == 1


def test_the_oldest_are_asked_first_and_a_few_at_most(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth, lead = a.member(of=opgave), a.lead(of=opgave)
    asked = [ask(opgave, session, by=ruth, days=days) for days in (1, 9, 5, 7, 3, 11)]

    assert [thing.request for thing in waiting(lead)] == [asked[5], asked[1], asked[3], asked[2]]


def test_not_known_yet_comes_back_after_a_while(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth, lead = a.member(of=opgave), a.lead(of=opgave)
    asked = ask(opgave, session, by=ruth, days=40)
    asked.reply(LeaderAnswer.NOT_KNOWN, "Dinsdag.", lead, today() - timedelta(days=14))
    session.flush()
    assert waiting(lead) == []

    asked.first_answered_on = today() - timedelta(days=15)
    session.flush()
    assert len(waiting(lead)) == 1


def test_who_asked_hears_the_answer_for_a_week(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth, lead = a.member(of=opgave), a.lead(of=opgave)
    asked = ask(opgave, session, by=ruth, days=10)
    asked.reply(LeaderAnswer.NOT_KNOWN, "Dinsdag hoor je het.", lead, today() - timedelta(days=7))
    session.flush()
    assert [thing.is_mine for thing in waiting(ruth)] == [True]

    asked.first_answered_on = today() - timedelta(days=8)
    session.flush()
    assert waiting(ruth) == []


def test_vandaag_says_it_in_words_with_a_way_to_answer(a: Builder, app: Flask, session: Session) -> None:
    opgave = a.opgave()
    lead = a.member(opgave, Role.LEAD, "Fatou Diallo")
    ruth = a.member(of=opgave)
    ask(opgave, session, by=ruth, kind=SupportKind.MANDATE, text="Wie tekent er?")
    answered = ask(opgave, session, by=ruth, kind=SupportKind.MANDATE)
    answered.reply(LeaderAnswer.NOT_KNOWN, "Dinsdag hoor je het.", lead, today())
    session.flush()

    def drawn(person: Person) -> str:
        (one,) = request_items(person, today())
        return render_template("blocks/leadership/slots/_today.html", things=one.things, place=one.place)

    with app.test_request_context("/bord"):
        assert "Fatou antwoordt op jouw vraag om mandaat" in drawn(ruth)
        assert "Dat weet ik nog niet: “Dinsdag hoor je het.”" in drawn(ruth)
        assert "Ruth vraagt om mandaat" in drawn(lead)
        assert "#antwoord" in drawn(lead)


def test_what_waits_takes_two_questions(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    ruth, lead = a.member(of=opgave), a.lead(of=opgave)
    for _ in range(3):
        ask(opgave, session, by=ruth)
        ask(opgave, session, by=lead).reply(LeaderAnswer.YES, "", ruth, today())
    session.flush()
    session.expunge_all()

    with counting_queries() as queries:
        things = waiting(lead)
        assert all(thing.request.opgave.slug and thing.request.asked_by.name for thing in things)
    assert queries.number == 2


def test_asked_from_a_card_it_stands_on_the_card_with_its_answer(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    card, client = a.card(opgave, state=CardState.DOING), sign_in(a.member(of=opgave))
    page = f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}"
    asking = url(opgave, f"/kaarten/{card.id}/vraag")

    assert f'action="{asking}"' in client.get(page).text
    answer = client.post(
        asking, data={"support": "Wie tekent er?", "support_kind": "rule", "support_rule": "De paraaf"}
    )
    assert answer.location.endswith(page)
    asked = session.scalars(select(SupportRequest)).one()
    assert (asked.card_id, asked.rule_key) == (card.id, "de paraaf")

    asked.reply(LeaderAnswer.YES, "Dat mag jij.", a.lead(of=opgave), today())
    session.flush()
    assert "<strong>Ja</strong>: “Dat mag jij.”" in sign_in(a.reader(of=opgave)).get(page).text


def test_what_could_not_be_asked_from_a_card_is_not_lost(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card, client = a.card(opgave), sign_in(a.member(of=opgave))
    asking = url(opgave, f"/kaarten/{card.id}/vraag")

    answer = client.post(asking, data={"support": "", "support_kind": "rule", "support_rule": "De paraaf"})

    assert answer.status_code == 422
    assert "De paraaf" in answer.text
    assert client.get(asking).status_code == 200


def test_the_board_marks_a_card_until_there_is_a_yes_or_a_no(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card, lead = a.card(opgave), a.lead(of=opgave)

    def mark() -> SupportKind | None:
        return session.scalar(select(ASKED_ON_CARD).select_from(Card).where(Card.id == card.id))

    assert mark() is None
    ask(opgave, session, by=None, card=card, kind=SupportKind.MONEY)
    asked = ask(opgave, session, by=None, card=card, kind=SupportKind.MANDATE, days=3)
    assert mark() is SupportKind.MANDATE
    asked.reply(LeaderAnswer.NOT_KNOWN, "Dinsdag.", lead, today())
    session.flush()
    assert mark() is SupportKind.MANDATE
    asked.reply(LeaderAnswer.NO, "Niet nu.", lead, today())
    session.flush()
    assert mark() is SupportKind.MONEY

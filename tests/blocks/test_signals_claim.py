"""“Ik pak het op” is one click, can be handed over and taken back, and lapses without a card."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import NotTaken, Signal, SignalState, Taken
from board.blocks.citizen.queries.signal_states import orphan_on, stands
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import LIST, caught, days, main, undo_address, url

SignIn = Callable[[Person], Client]
FRIDAY = date(2026, 12, 18)
# What stands between claim and lapse: Christmas, a weekend, and the turn of the year.
LAST_DAY = date(2027, 1, 1)


def test_one_click_takes_it_up(a: Builder, sign_in: SignIn) -> None:
    signal, person = caught(), a.person()
    client = sign_in(person)

    answer = client.post(url(signal, "/pak-op"))

    assert answer.location == url(signal)
    assert (signal.state, signal.claimed_by_id, signal.claimed_on) == (SignalState.CLAIMED, person.id, today())
    assert "Jij pakt het op. Maak er voor" in client.get(url(signal)).text


def test_from_vandaag_the_click_leads_back_to_vandaag_and_never_elsewhere(a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.person())

    assert client.post(url(caught(), "/pak-op"), data={"verder": "/bord"}).location == "/bord"
    elsewhere = caught()
    assert client.post(url(elsewhere, "/pak-op"), data={"verder": "//boef.example"}).location == url(elsewhere)


def test_ongedaan_maken_leaves_it_to_nobody_again(a: Builder, sign_in: SignIn) -> None:
    signal, client = caught(), sign_in(a.person())
    client.post(url(signal, "/pak-op"))

    answer = client.post(undo_address(client.get(url(signal)).text))

    assert answer.location == url(signal)
    assert (signal.state, signal.claimed_by_id, signal.claimed_until) == (SignalState.ORPHAN, None, None)


def test_who_comes_second_hears_that_a_colleague_was_first(a: Builder, sign_in: SignIn) -> None:
    signal, first = caught(), a.person()
    signal.claim(first, today())
    client = sign_in(a.person())

    client.post(url(signal, "/pak-op"))

    assert "Een collega pakte dit net voor je op." in client.get(LIST).text
    assert signal.claimed_by_id == first.id


def test_clicking_twice_is_the_same_as_once(a: Builder, sign_in: SignIn) -> None:
    signal, client = caught(), sign_in(a.person())
    client.post(url(signal, "/pak-op"))
    until = signal.claimed_until

    assert client.post(url(signal, "/pak-op")).status_code == 303
    assert (signal.state, signal.claimed_until) == (SignalState.CLAIMED, until)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (FRIDAY, SignalState.CLAIMED),
        (date(2026, 12, 31), SignalState.CLAIMED),
        (LAST_DAY, SignalState.CLAIMED),
        (date(2027, 1, 2), SignalState.ORPHAN),
        (date(2027, 1, 4), SignalState.ORPHAN),
    ],
)
def test_it_lapses_after_ten_working_days_and_nothing_is_written_for_that(
    day: date, state: SignalState, a: Builder, session: Session
) -> None:
    signal = caught()
    signal.claim(a.person(), FRIDAY)
    session.flush()

    assert signal.claimed_until == LAST_DAY
    assert signal.state_on(day) is state
    assert session.scalar(select(orphan_on(day)).select_from(Signal)) == (state is SignalState.ORPHAN)
    assert session.scalar(select(stands(SignalState.CLAIMED, day)).select_from(Signal)) == (
        state is not SignalState.ORPHAN
    )
    assert signal.state is SignalState.CLAIMED


def test_a_card_keeps_it_in_hand_forever(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    signal, person = caught(opgave), a.member(of=opgave)
    signal.claim(person, FRIDAY)
    signal.make_card(opgave, person, FRIDAY)
    session.flush()

    assert signal.state_on(date(2028, 1, 1)) is SignalState.CARDED
    assert not session.scalar(select(orphan_on(date(2028, 1, 1))).select_from(Signal))


def test_lapsed_it_is_shown_as_nobodys_and_the_next_one_takes_it_up(a: Builder, sign_in: SignIn) -> None:
    signal = caught(days_ago=30)
    signal.claim(a.person("Sjoerd Wiersma"), days(21))
    person = a.person()
    client = sign_in(person)

    assert "eerder opgepakt, er kwam geen kaart" in main(client.get(f"{LIST}?staat=niemand").text)
    assert "Er kwam geen kaart." in main(client.get(url(signal)).text)
    client.post(url(signal, "/pak-op"))

    assert (signal.claimed_by_id, signal.claimed_on) == (person.id, today())


def test_looking_at_a_lapsed_claim_writes_nothing(a: Builder, sign_in: SignIn) -> None:
    signal = caught(days_ago=30)
    signal.claim(a.person(), days(21))
    client = sign_in(a.person())
    version = signal.version

    for address in (LIST, url(signal), "/bord"):
        client.get(address)

    assert (signal.version, signal.state) == (version, SignalState.CLAIMED)


def test_handed_over_a_colleague_has_the_whole_time_again(a: Builder, sign_in: SignIn) -> None:
    person, colleague = a.person(), a.member(of=a.opgave(), name="Daan Hoekstra")
    signal = caught()
    signal.claim(person, days(5))
    client = sign_in(person)

    client.post(url(signal, "/geef-door"), data={"to": colleague.id})

    assert (signal.claimed_by_id, signal.claimed_on) == (colleague.id, today())
    assert "Daan Hoekstra gaat hiermee verder." in client.get(LIST).text


def test_handing_over_asks_to_whom_and_something_in_hand(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    signal, loose = caught(), caught(caught_by=person)
    signal.claim(person, today())
    client = sign_in(person)

    client.post(url(signal, "/geef-door"), data={"to": 0})
    assert "Kies een collega." in client.get(url(signal)).text
    client.post(url(loose, "/geef-door"), data={"to": a.member(of=a.opgave()).id})
    assert "Pak het eerst op." in client.get(url(loose)).text
    assert signal.claimed_by_id == person.id


def test_the_model_refuses_what_cannot_be(a: Builder) -> None:
    signal, person = caught(), a.person()

    with pytest.raises(NotTaken):
        signal.hand_over(person, today())
    signal.claim(person, today())
    with pytest.raises(Taken):
        signal.claim(a.person(), today())

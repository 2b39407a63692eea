"""Signals on the pages of others: Vandaag, a card, and the block of an opgave."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.blocks.answers import TodayPlace
from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.rules import last_day_of_claim
from board.blocks.citizen.slots import card
from board.blocks.citizen.slots.card import section
from board.blocks.citizen.slots.today import items
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.signals import caught, days, main, url

SignIn = Callable[[Person], Client]
WISH = "Hoe zou ik het wensen als burger?"


def waiting(person: Person, place: TodayPlace) -> list[str]:
    return [signal.text for one in items(person, today()) if one.place is place for signal in one.things]


def test_vandaag_shows_three_that_nobody_has_near_me_first_and_the_oldest_on_top(a: Builder) -> None:
    mine, other = a.opgave(), a.opgave()
    person = a.member(of=mine)
    caught(other, "van een ander", days_ago=90)
    caught(None, "zonder opgave", days_ago=10)
    caught(mine, "van ons, nieuw", days_ago=1)
    caught(mine, "van ons, oud", days_ago=5)
    caught(mine, "al opgepakt", days_ago=50).claim(person, today())

    assert waiting(person, TodayPlace.NOBODY) == ["van ons, oud", "van ons, nieuw", "zonder opgave"]


def test_on_vandaag_one_click_takes_it_up(a: Builder, sign_in: SignIn) -> None:
    signal, client = caught(), sign_in(a.person())
    page = main(client.get("/bord").text)
    assert f'action="{url(signal, "/pak-op")}"' in page
    assert 'name="verder" value="/bord"' in page

    client.post(url(signal, "/pak-op"), data={"verder": "/bord"})

    assert "Jij pakt het op." in client.get("/bord").text


def test_what_i_have_in_hand_asks_me_what_nearly_lapses_first(a: Builder) -> None:
    person, colleague = a.person(), a.person("Daan Hoekstra")
    nearly, given, fresh = caught(text="bijna"), caught(text="doorgegeven"), caught(text="vers")
    nearly.claim(person, days(13))
    given.claim(colleague, days(2))
    given.hand_over(person, days(1))
    fresh.claim(person, today())
    caught(text="van Daan").claim(colleague, today())
    caught(text="teruggevallen").claim(person, days(30))

    assert waiting(person, TodayPlace.ASKED) == ["bijna", "doorgegeven", "vers"]


@pytest.mark.parametrize("workdays_left", [0, 3, 4, 10])
def test_it_asks_as_long_as_it_is_mine(workdays_left: int, a: Builder) -> None:
    person, signal = a.person(), caught()
    signal.claim(person, today())
    signal.claimed_until = last_day_of_claim(today(), workdays_left)

    assert waiting(person, TodayPlace.ASKED) == [signal.text]
    assert waiting(a.person(), TodayPlace.ASKED) == []


def test_a_closed_card_of_which_nobody_was_told_asks_who_took_it_up(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.member(of=opgave)
    done, stopped, doing = (caught(opgave, text) for text in ("gedaan", "gestopt", "nog bezig"))
    cards = [signal.make_card(opgave, person, today()) for signal in (done, stopped, doing)]
    a.result(cards[0])
    cards[1].stop()
    cards[2].move(CardState.DOING)

    assert sorted(waiting(person, TodayPlace.ASKED)) == ["gedaan", "gestopt"]
    assert "Weet de inwoner het al?" in main(sign_in(person).get("/bord").text)
    done.answer("Wij belden terug.", today())
    assert waiting(person, TodayPlace.ASKED) == ["gestopt"]


def test_vandaag_asks_two_questions_however_much_waits(a: Builder, session: Session) -> None:
    person, counts = a.person(), []
    for many in (1, 15):
        for n in range(many):
            caught(text=f"open {n}")
            caught(text=f"mijn {n}").claim(person, days(12))
        session.commit()
        with counting_queries() as queries:
            items(person, today())
        counts.append(queries.number)

    assert counts == [2, 2]


@pytest.fixture
def carded(a: Builder) -> tuple[Opgave, Signal, Person]:
    """A signal of which a card came, and who made it."""
    opgave = a.opgave()
    signal, person = caught(opgave), a.member(of=opgave)
    signal.make_card(opgave, person, today())
    return opgave, signal, person


def card_url(opgave: Opgave, signal: Signal) -> str:
    return f"/bord/opgaven/{opgave.slug}/kaarten/{signal.card_id}"


def test_a_card_shows_the_signal_it_came_from_and_what_was_told(
    carded: tuple[Opgave, Signal, Person], sign_in: SignIn
) -> None:
    opgave, signal, person = carded
    client = sign_in(person)
    page = main(client.get(card_url(opgave, signal)).text)
    assert url(signal) in page
    assert WISH in page

    form = {"told": "Wij bellen u vrijdag.", "verder": card_url(opgave, signal)}
    assert client.post(url(signal, "/teruggekoppeld"), data=form).location == card_url(opgave, signal)

    assert signal.state is SignalState.ANSWERED
    assert "Wij bellen u vrijdag." in main(client.get(card_url(opgave, signal)).text)


def test_who_only_reads_the_card_reads_it_without_a_form(
    carded: tuple[Opgave, Signal, Person], a: Builder, sign_in: SignIn
) -> None:
    opgave, signal, _person = carded

    page = main(sign_in(a.reader(of=opgave)).get(card_url(opgave, signal)).text)

    assert "De inwoner hoorde nog niet wat ermee gebeurt." in page
    assert "/teruggekoppeld" not in page


def test_the_wish_is_asked_until_the_card_says_what_the_inwoner_will_notice(
    a: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opgave, reader = a.opgave(), a.person()
    monkeypatch.setattr(card, "me", lambda: reader)
    silent, says = a.card(opgave), a.card(opgave, citizen_result="U krijgt één brief.")

    with counting_queries() as queries:
        shown = section(opgave, silent)

    assert queries.number == 1
    assert shown is not None
    assert shown.asks_wish
    assert section(opgave, says) is None


def test_the_signal_itself_asks_it_where_somebody_can_do_something(a: Builder, sign_in: SignIn) -> None:
    signal, client = caught(), sign_in(a.person())
    assert WISH in main(client.get(url(signal)).text)

    signal.answer("Het is geregeld.", today())
    assert WISH not in main(client.get(url(signal)).text)


def test_the_block_shows_what_waits_at_this_opgave(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.member(of=opgave)
    caught(opgave, "Waar is de bushalte?")
    caught(opgave, "Opgepakt").claim(person, today())
    caught(opgave, "Klaar").answer("Het is geregeld.", today())
    caught(a.opgave(), "Van een ander")

    page = main(sign_in(person).get(f"/bord/opgaven/{opgave.slug}/inwoner").text)

    assert page.index("Waar is de bushalte?") < page.index("Opgepakt")
    assert "Van een ander" not in page
    assert "Klaar" not in page
    assert f"/bord/signalen/nieuw?opgave={opgave.slug}" in page

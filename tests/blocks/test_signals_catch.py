"""Catching a signal takes one field; the list shows what nobody has first, and its filters stand in the address."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Signal, SignalKind, SignalState
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.signals import LIST, caught, days, main, url

SignIn = Callable[[Person], Client]


def test_one_field_is_enough(a: Builder, sign_in: SignIn, session: Session) -> None:
    person = a.person()
    client = sign_in(person)

    answer = client.post(f"{LIST}/nieuw", data={"text": "Mijn huurtoeslag is gestopt."})

    signal = session.scalars(select(Signal)).one()
    assert answer.location == url(signal)
    assert (signal.state, signal.kind, signal.opgave_id) == (SignalState.ORPHAN, SignalKind.QUESTION, None)
    assert (signal.caught_by_id, signal.heard_on) == (person.id, today())
    assert "Mijn huurtoeslag is gestopt." in client.get(url(signal)).text


def test_the_rest_may_come_along(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    data = {
        "text": "Onze kerk heeft een zaal.",
        "kind": "kans",
        "behind": "Daar komen mensen die wij niet zien.",
        "heard_where": "wijk",
        "heard_on": "2026-01-05",
        "opgave": opgave.id,
        "plan": "Drink er koffie",
        "wanted_by": "2026-12-24",
    }
    client = sign_in(a.member(of=opgave))

    client.post(f"{LIST}/nieuw", data=data)

    signal = session.scalars(select(Signal)).one()
    assert (signal.kind, signal.opgave_id, signal.plan) == (SignalKind.CHANCE, opgave.id, "Drink er koffie")
    page = main(client.get(url(signal)).text)
    for words in ("Daar komen mensen die wij niet zien.", "Kans · in de wijk", "donderdag 24 december", "Schulden"):
        assert words in page


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"heard_on": "gisteren"}, "heard_on"),
        ({"wanted_by": "ooit"}, "wanted_by"),
        ({"opgave": "999"}, "opgave"),
        ({"kind": "klacht"}, "kind"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    changes: dict[str, str], wrong: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    data = {"text": "De bushalte is weg.", "behind": "Zij loopt nu langs de weg."} | changes
    answer = sign_in(a.person()).post(f"{LIST}/nieuw", data=data)

    assert answer.status_code == 422
    assert f'id="{wrong}-fout"' in answer.text
    assert "Zij loopt nu langs de weg." in answer.text
    assert session.scalars(select(Signal)).all() == []


def test_nobody_catches_a_signal_on_an_opgave_they_do_not_see(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.person())

    assert client.post(f"{LIST}/nieuw", data={"text": "Hoi", "opgave": opgave.id}).status_code == 422
    assert "Schulden" not in main(client.get(f"{LIST}/nieuw?opgave={opgave.slug}").text)


def test_what_nobody_has_comes_first_and_the_oldest_on_top(a: Builder, sign_in: SignIn) -> None:
    person = a.person()
    caught(text="Van gisteren", days_ago=1)
    caught(text="Van vorige maand", days_ago=31)
    caught(text="In mijn handen", days_ago=40).claim(person, days(0))

    page = main(sign_in(person).get(LIST).text)

    places = [page.index(words) for words in ("Van vorige maand", "4 weken geleden", "Van gisteren", "In mijn handen")]
    assert places == sorted(places)
    assert "jij pakt het op, nog tot en met" in page


def test_the_filters_stand_in_the_address(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.member(of=opgave)
    caught(opgave, "Een kans hier", kind=SignalKind.CHANCE)
    caught(opgave, "Een vraag hier")
    caught(text="Een kans zonder", kind=SignalKind.CHANCE)
    caught(opgave, "Al opgepakt").claim(person, days(0))
    client = sign_in(person)

    def shown(query: str) -> set[str]:
        page = main(client.get(f"{LIST}?{query}").text)
        return {one for one in ("Een kans hier", "Een vraag hier", "Een kans zonder", "Al opgepakt") if one in page}

    assert shown("staat=niemand") == {"Een kans hier", "Een vraag hier", "Een kans zonder"}
    assert shown("staat=opgepakt") == {"Al opgepakt"}
    assert shown("soort=kans") == {"Een kans hier", "Een kans zonder"}
    assert shown(f"opgave={opgave.slug}&soort=kans") == {"Een kans hier"}
    assert shown("staat=kaart") == set()
    assert len(shown("staat=onzin&soort=&opgave=bestaat-niet&vanaf=x")) == 4


def test_a_long_list_goes_on_on_a_next_page(a: Builder, sign_in: SignIn) -> None:
    for n in range(52):
        caught(text=f"Signaal {n:02}", days_ago=60 - n)
    client = sign_in(a.person())

    first, second = (main(client.get(f"{LIST}?staat=niemand&vanaf={n}").text) for n in (0, 50))

    assert "Signaal 49" in first
    assert "Signaal 50" not in first
    assert "vanaf=50" in first
    assert "Signaal 51" in second
    assert "Vorige" in second


def test_the_list_asks_the_database_as_much_for_one_as_for_many(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))
    counts = []
    for many in (1, 20):
        for n in range(many):
            caught(opgave, f"Vraag {n}")
            caught(opgave, f"Opgepakt {n}").claim(a.person(), days(0))
        session.commit()
        with counting_queries() as queries:
            client.get(LIST)
        counts.append(queries.number)

    assert counts[0] == counts[1] <= 6


def test_an_empty_list_invites(a: Builder, sign_in: SignIn) -> None:
    page = main(sign_in(a.person()).get(LIST).text)

    assert "Hoorde je vandaag iets van een inwoner?" in page
    assert f'href="{LIST}/nieuw"' in page

"""Where a heartbeat waits, and the gentle word when a worry reads as an analysis."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.why.rules import analysis_words, marked
from board.blocks.why.slots.today import items
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, sign
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.signals import main

SignIn = Callable[[Person], Client]
ANALYSIS = "Uit onderzoek blijkt dat het percentage stijgt. Het percentage <b> is hoog."


def signed(a: Builder, session: Session, ago: int, by: Person | None = None) -> Opgave:
    opgave = a.opgave(active=False)
    sign(opgave, "Ik lig wakker.", by, "" if by else "wethouder", today() - timedelta(days=ago))
    session.flush()
    return opgave


def asked(person: Person) -> list[int]:
    return [worry.opgave_id for one in items(person, today()) for worry in one.things]


@pytest.mark.parametrize(("ago", "asks"), [(0, False), (42, False), (43, True), (400, True)])
def test_after_six_weeks_who_leads_is_asked(ago: int, asks: bool, a: Builder, session: Session) -> None:
    opgave = signed(a, session, ago)

    assert bool(asked(a.lead(of=opgave))) is asks


@pytest.mark.parametrize(
    ("role", "is_signer", "asks"),
    [
        (Role.LEAD, False, True),
        (Role.SPONSOR, False, True),
        (Role.MEMBER, False, False),
        (Role.MEMBER, True, True),
        (Role.READER, False, False),
        (Role.READER, True, False),
        (None, True, False),
    ],
)
def test_only_who_signed_or_who_leads_is_asked(
    role: Role | None, is_signer: bool, asks: bool, a: Builder, session: Session
) -> None:
    person = a.person()
    opgave = signed(a, session, 50, person if is_signer else None)
    if role:
        a.membership(opgave, person, role)

    assert bool(asked(person)) is asks


def test_only_the_worry_of_now_asks(a: Builder, session: Session) -> None:
    opgave = signed(a, session, 90)
    lead = a.lead(of=opgave)
    newer = sign(opgave, "Ik lig wakker van iets anders.", None, "wethouder", today() - timedelta(days=3))
    session.flush()
    assert asked(lead) == []

    newer.remove()
    session.flush()
    assert asked(lead) == [opgave.id]


def test_three_at_most_the_longest_waiting_first_in_one_question(a: Builder, session: Session) -> None:
    lead = a.person()
    opgaven = [signed(a, session, ago) for ago in (50, 80, 60, 70, 55)]
    for opgave in opgaven:
        a.membership(opgave, lead, Role.LEAD)
    session.commit()

    with counting_queries() as queries:
        found = asked(lead)

    assert found == [opgaven[1].id, opgaven[3].id, opgaven[2].id]
    assert queries.number == 1


def test_on_vandaag_one_sentence_is_enough(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = signed(a, session, 50)
    client = sign_in(a.lead(of=opgave))
    assert "Lig je er nog wakker van?" in main(client.get("/bord").text)

    address = f"/bord/opgaven/{opgave.slug}/waarom/bevestig"
    assert client.post(address, data={"sentence": "Gisteren weer.", "verder": "/bord"}).location == "/bord"
    assert "Lig je er nog wakker van?" not in main(client.get("/bord").text)


def test_an_empty_sentence_from_vandaag_is_asked_again_on_the_page(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = signed(a, session, 50)

    address = f"/bord/opgaven/{opgave.slug}/waarom/bevestig"
    answer = sign_in(a.lead(of=opgave)).post(address, data={"sentence": "", "verder": "/bord"})

    assert answer.status_code == 422
    assert 'id="sentence-fout"' in answer.text
    assert 'name="verder"' in answer.text


def test_a_worry_that_reads_as_an_analysis_is_saved_and_gets_a_gentle_word(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave(active=False)
    client = sign_in(a.lead(of=opgave))

    answer = client.post(f"/bord/opgaven/{opgave.slug}/waarom/teken", data={"text": ANALYSIS})

    worry = session.scalars(select(Worry)).one()
    page = main(client.get(answer.location or "").text)
    assert worry.text == ANALYSIS
    assert "<mark>Uit onderzoek blijkt</mark>" in page
    assert "Uit onderzoek blijkt, het percentage" in page
    assert f"/waarom/zorgen/{worry.id}" in page
    assert "Laat zo" in page


def test_who_goes_on_is_not_reminded(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave(active=False)
    client = sign_in(a.lead(of=opgave))
    client.post(f"/bord/opgaven/{opgave.slug}/waarom/teken", data={"text": ANALYSIS})

    assert "<mark>" not in main(client.get(f"/bord/opgaven/{opgave.slug}/waarom").text)


def test_rewritten_as_a_worry_nothing_is_said(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(active=False)
    client = sign_in(a.lead(of=opgave))
    client.post(f"/bord/opgaven/{opgave.slug}/waarom/teken", data={"text": ANALYSIS})
    worry = session.scalars(select(Worry)).one()

    answer = client.post(
        f"/bord/opgaven/{opgave.slug}/waarom/zorgen/{worry.id}",
        data={"text": "Ik lig wakker van de tas vol post.", "signed_as": ""},
    )

    assert "<mark>" not in main(client.get(answer.location or "").text)


def test_the_words_are_named_once_and_what_is_typed_stays_text() -> None:
    assert analysis_words(ANALYSIS) == ["Uit onderzoek blijkt", "het percentage"]
    assert "&lt;b&gt;" in marked(ANALYSIS)
    assert marked("Ik lig wakker.") == "Ik lig wakker."

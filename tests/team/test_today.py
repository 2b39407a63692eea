"""Vandaag starts with doing, shows a few things of each kind, and asks no more when there is more to do."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Signal
from board.blocks.leadership.models import SupportKind, SupportRequest
from board.core.opgaven import worries
from board.core.opgaven.cards import CardState
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]


def signal(session: Session, text: str, days: int = 1) -> Signal:
    heard = Signal(text=text, heard_on=today() - timedelta(days=days))
    session.add(heard)
    session.flush()
    return heard


def before_the_rest(page: str, heading: str) -> str:
    """What one part of the page shows at once, before “Nog 3”."""
    return page.split(f">{heading}</h2>")[1].split("</section>", maxsplit=1)[0].split("<summary>Nog ", maxsplit=1)[0]


def test_it_starts_with_what_i_do(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    a.card(opgave, "Bel tien mensen", owner=me, state=CardState.DOING)

    page = sign_in(me).get("/bord").text

    assert page.index("Bel tien mensen") < page.index("Niemand gaat hierover") < page.index("Klaar om te publiceren")


def test_three_cards_show_at_once_and_the_rest_one_press_further(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    for number in range(5):
        a.card(opgave, f"Bel mens {number}", owner=me, state=CardState.DOING)

    page = sign_in(me).get("/bord").text

    assert before_the_rest(page, "Mijn kaarten deze week").count("<article") == 3
    assert page.count("<article") == 5
    assert "<summary>Nog 2</summary>" in page


def test_what_nobody_took_up_has_its_button(a: Builder, session: Session, sign_in: SignIn) -> None:
    heard = signal(session, "De bushalte bij de school is weg.")

    part = before_the_rest(sign_in(a.person()).get("/bord").text, "Niemand gaat hierover")

    assert "De bushalte bij de school is weg." in part
    assert f'action="/bord/signalen/{heard.id}/pak-op' in part


def test_the_blocks_take_turns_in_what_is_asked(a: Builder, session: Session, sign_in: SignIn) -> None:
    """A heartbeat does not wait behind four questions of the team."""
    opgave = a.opgave(active=False)
    lead = a.lead(opgave)

    worries.sign(opgave, "Ik lig wakker van de stapel post.", lead, on=today() - timedelta(weeks=7))
    for number in range(4):
        asked = {"asked_by": a.member(opgave, name=f"Vrager {number}"), "asked_on": today() - timedelta(days=number)}
        session.add(SupportRequest(opgave=opgave, kind=SupportKind.TIME, text=f"Een middag {number}", **asked))
    session.flush()

    part = before_the_rest(sign_in(lead).get("/bord").text, "Aan jou gevraagd")

    assert "Lig je er nog wakker van?" in part
    assert part.count("Geef antwoord") == 2


def test_an_empty_day_invites_with_one_small_step(a: Builder, sign_in: SignIn) -> None:
    page = sign_in(a.person()).get("/bord").text

    assert "Begin een opgave" in page
    assert "Hoorde je vandaag iets van een inwoner?" in page
    assert "Aan jou gevraagd" not in page


@pytest.mark.parametrize("many", [1, 6])
def test_a_busy_day_asks_the_database_no_more(many: int, a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lead = a.lead(opgave)
    for number in range(many):
        signal(session, f"Vraag {number}", days=number)
        a.card(opgave, f"Bel {number}", owner=lead, state=CardState.DOING)
        a.result(a.card(opgave, f"Schrijf {number}", owner=lead, state=CardState.DOING))
        asked = {"asked_by": a.member(opgave), "asked_on": today()}
        session.add(SupportRequest(opgave=opgave, kind=SupportKind.TIME, text=f"Een middag {number}", **asked))
    session.flush()
    client = sign_in(lead)
    session.expunge_all()

    with counting_queries() as queries:
        assert client.get("/bord").status_code == 200

    assert queries.number <= 18, queries.asked

"""“Ongedaan maken” takes back what I did in one go, and nothing of anybody else."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need
from board.core.opgaven import worries
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.core.people.people import Person
from board.core.record.history import last_step
from board.core.record.weeks import now, today
from board.db import ledger_of
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def step(session: Session, who: Person, do: Callable[[], object]) -> int:
    """Do something as one step of this person, and keep what it gives; the number of the step."""
    session.commit()
    ledger_of(session).who = who.id
    session.add(do())
    number = last_step(session)
    session.commit()
    ledger_of(session).who = None
    assert number
    return number


def need(opgave: Opgave) -> Need:
    return Need(opgave=opgave, text="Bel mij eerst", heard_on=today())


def needs(session: Session) -> list[Need]:
    return list(session.scalars(select(Need).where(Need.removed_at.is_(None))))


def test_what_i_just_noted_goes_and_i_come_back_where_i_was(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    number = step(session, me, lambda: need(opgave))

    onward = f"/bord/opgaven/{opgave.slug}/inwoner"
    answer = sign_in(me).post(f"/bord/terug/{number}?verder={onward}")

    assert (answer.status_code, answer.location) == (303, onward)
    session.expire_all()
    assert needs(session) == []


def test_a_step_that_touched_two_things_goes_back_as_a_whole(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    worry = worries.sign(opgave, "Ik lig wakker van de stapel post.", me, on=today().replace(day=1, month=1))
    session.commit()
    before = worry.confirmed_on
    number = step(session, me, lambda: worry.confirm("Nog steeds.", by=me, on=today()))

    sign_in(me).post(f"/bord/terug/{number}")

    session.expire_all()
    assert worries.checks(opgave) == []
    assert session.get_one(Worry, worry.id).confirmed_on == before


def test_nobody_takes_back_what_a_colleague_did(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    number = step(session, a.member(opgave), lambda: need(opgave))

    page = sign_in(a.lead(opgave)).post(f"/bord/terug/{number}", follow_redirects=True)

    assert "Hier valt niets terug te draaien." in page.text
    assert len(needs(session)) == 1


def test_who_left_the_team_takes_nothing_back(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    gone = a.person()
    number = step(session, gone, lambda: need(opgave))

    assert sign_in(gone).post(f"/bord/terug/{number}").status_code == 404
    assert len(needs(session)) == 1


def test_work_of_a_colleague_who_went_on_stays(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me, heard = a.member(opgave), need(opgave)
    number = step(session, me, lambda: heard)
    heard.text = "Bel mij liever ’s avonds"
    session.commit()

    page = sign_in(me).post(f"/bord/terug/{number}", follow_redirects=True)

    assert "Een collega ging hier al mee verder." in page.text
    assert [one.text for one in needs(session)] == ["Bel mij liever ’s avonds"]


def test_a_card_that_was_just_made_stops_and_can_still_be_found(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    me = a.member(opgave)
    card = Card(opgave=opgave, block="citizen", action="Bel terug", position=1.0, state_since=now())
    number = step(session, me, lambda: card)

    sign_in(me).post(f"/bord/terug/{number}")

    session.expire_all()
    assert session.get_one(Card, card.id).state is CardState.STOPPED


def test_a_strange_number_is_no_address(a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.person())

    assert client.post("/bord/terug/min-een").status_code == 404
    assert client.post(f"/bord/terug/{'9' * 17}").status_code == 404
    assert client.post("/bord/terug/1?verder=https://elders.example").location == "/bord"

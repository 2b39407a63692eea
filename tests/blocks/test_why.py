"""The why: a worry is signed, dated, and asked again after six weeks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.why.slots.board import living_answer
from board.blocks.why.slots.review import progress
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck, sign
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/waarom{rest}"


def signed(a: Builder, session: Session, days_ago: int, by: Person | None = None) -> tuple[Opgave, Worry]:
    """An opgave with one worry, so many days old."""
    opgave = a.opgave(active=False)
    worry = sign(opgave, "Ik lig wakker van de deurwaarder.", by, "" if by else "wethouder Wonen", days(days_ago))
    session.flush()
    return opgave, worry


def days(ago: int) -> date:
    return today() - timedelta(days=ago)


@pytest.mark.parametrize("who", ["lead", "member", "sponsor"])
def test_who_works_on_it_signs_a_worry_with_their_own_name(
    who: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave(active=False)
    person = getattr(a, who)(of=opgave)
    client = sign_in(person)

    answer = client.post(url(opgave, "/teken"), data={"text": "Ik lig wakker van Piet.", "signed_as": ""})

    session.refresh(opgave)
    worry = session.scalars(select(Worry)).one()
    assert answer.location == f"/bord/opgaven/{opgave.slug}"
    assert (worry.person_id, worry.signed_as, worry.signed_on) == (person.id, "", today())
    assert opgave.active_since == today()
    assert person.name in client.get(url(opgave)).text


def test_signed_with_a_role_the_name_stands_nowhere(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(active=False)
    client = sign_in(a.sponsor(of=opgave))

    client.post(url(opgave, "/teken"), data={"text": "Ik lig wakker.", "signed_as": "wethouder Wonen"})

    main = client.get(url(opgave)).text.split("<main", 1)[1]
    assert session.scalars(select(Worry)).one().person_id is None
    assert "Wethouder Wonen" in main
    assert "Wim Opdrachtgever" not in main


def test_an_empty_worry_is_asked_again_and_nothing_is_signed(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(active=False)

    answer = sign_in(a.lead(of=opgave)).post(url(opgave, "/teken"), data={"text": " ", "signed_as": "directeur"})

    session.refresh(opgave)
    assert answer.status_code == 422
    assert 'id="text-fout"' in answer.text
    assert 'value="directeur"' in answer.text
    assert session.scalar(select(func.count()).select_from(Worry)) == 0
    assert opgave.active_since is None


def test_a_new_worry_comes_on_top_and_the_earlier_one_stays_to_be_read(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, _ = signed(a, session, days_ago=80)
    client = sign_in(a.lead(of=opgave))

    client.post(url(opgave, "/teken"), data={"text": "Ik lig wakker van iets anders.", "signed_as": ""})

    page = client.get(url(opgave)).text
    assert page.index("Ik lig wakker van iets anders.") < page.index("Eerdere zorgen")
    assert page.index("Eerdere zorgen") < page.index("Ik lig wakker van de deurwaarder.")


def test_one_new_sentence_keeps_it_alive(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, worry = signed(a, session, days_ago=50)
    client = sign_in(a.member(of=opgave, name="Ruth Pinas"))
    assert of_one(progress, opgave, today()).health is Health.ASKS

    client.post(url(opgave, "/bevestig"), data={"sentence": "Vanmorgen stond hij er weer."})

    session.refresh(worry)
    assert worry.confirmed_on == today()
    assert of_one(progress, opgave, today()).health is Health.ALIVE
    page = client.get(url(opgave)).text
    assert "Vanmorgen stond hij er weer." in page
    assert "Ruth Pinas" in page


def test_confirming_asks_a_sentence(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, worry = signed(a, session, days_ago=50)

    answer = sign_in(a.member(of=opgave)).post(url(opgave, "/bevestig"), data={"sentence": ""})

    session.refresh(worry)
    assert answer.status_code == 422
    assert 'id="sentence-fout"' in answer.text
    assert worry.confirmed_on == days(50)
    assert session.scalar(select(func.count()).select_from(WorryCheck)) == 0


def test_without_a_worry_there_is_nothing_to_confirm(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(active=False)

    answer = sign_in(a.lead(of=opgave)).post(url(opgave, "/bevestig"), data={"sentence": "Ja."})

    assert answer.status_code == 422
    assert session.scalar(select(func.count()).select_from(WorryCheck)) == 0


@pytest.mark.parametrize(
    ("age", "health"),
    [(None, Health.QUIET), (0, Health.ALIVE), (42, Health.ALIVE), (43, Health.ASKS), (400, Health.ASKS)],
)
def test_six_weeks_is_alive_and_a_day_more_asks(age: int | None, health: Health, a: Builder, session: Session) -> None:
    opgave = a.opgave(active=False) if age is None else signed(a, session, age)[0]

    assert of_one(progress, opgave, today()).health is health
    assert living_answer(opgave, today()).progress == of_one(progress, opgave, today())


def test_on_a_day_in_the_past_what_came_later_does_not_count(a: Builder, session: Session) -> None:
    opgave, worry = signed(a, session, days_ago=100, by=a.person())
    worry.confirm("Nog steeds.", a.person(), days(10))
    session.flush()

    assert of_one(progress, opgave, days(101)).health is Health.QUIET
    assert of_one(progress, opgave, days(90)).fact == {"signed": days(100), "confirmed": None}
    assert of_one(progress, opgave, days(50)).health is Health.ASKS
    assert of_one(progress, opgave, days(5)).fact == {"signed": days(100), "confirmed": days(10)}


@pytest.mark.parametrize(("age", "asks"), [(10, False), (50, True)])
def test_the_page_asks_louder_when_it_is_time(
    age: int, asks: bool, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, _ = signed(a, session, age)

    page = sign_in(a.member(of=opgave)).get(url(opgave)).text

    assert "Lig je er nog wakker van?" in page
    assert ('id="nog-wakker"' in page) is asks
    assert ("Getekend: " in page) is asks
    assert ("vraagt aandacht" in page) is asks


def test_the_living_answer_is_the_last_sentence_that_kept_it_alive(a: Builder, session: Session) -> None:
    opgave, worry = signed(a, session, days_ago=30)
    worry.confirm("Eerst dit.", a.person(), days(20))
    worry.confirm("Toen dat.", a.person(), days(3))
    session.flush()

    shown = living_answer(opgave, today()).shown

    assert shown.worry is worry
    assert shown.check.sentence == "Toen dat."

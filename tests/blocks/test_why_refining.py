"""A worry and what was said of it are refined, taken away and put back by who said it; the heartbeat follows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.why.slots.board import living_answer
from board.blocks.why.slots.review import progress
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck, sign, worry_of
from board.core.people.people import Person, Role
from board.core.record.weeks import now, today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main, undo_address

SignIn = Callable[[Person], Client]


def days(ago: int) -> date:
    return today() - timedelta(days=ago)


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/waarom{rest}"


@pytest.fixture
def worry(a: Builder, session: Session) -> Worry:
    """Signed by name fifty days ago, and confirmed ten days ago."""
    opgave = a.opgave(active=False)
    made = sign(opgave, "Ik lig wakker van de deurwaarder.", a.person("Ruth Pinas"), on=days(50))
    session.flush()
    made.confirm("Vorige week stond hij er weer.", a.person("Femke Bruinsma"), days(10))
    session.flush()
    return made


@pytest.fixture
def ruth(worry: Worry, a: Builder) -> Person:
    """Who signed it, on the team."""
    assert worry.person is not None
    a.membership(worry.opgave, worry.person, Role.MEMBER)
    return worry.person


@pytest.fixture
def femke(worry: Worry, a: Builder, session: Session) -> Person:
    """Who said to be still awake of it, on the team."""
    said = check_of(session, worry).person
    assert said is not None
    a.membership(worry.opgave, said, Role.MEMBER)
    return said


def check_of(session: Session, worry: Worry) -> WorryCheck:
    return session.query(WorryCheck).filter_by(worry_id=worry.id).one()


def test_the_words_of_a_worry_are_refined_and_its_date_stays(worry: Worry, ruth: Person, sign_in: SignIn) -> None:
    opgave = worry.opgave
    client = sign_in(ruth)
    assert "Ik lig wakker van de deurwaarder." in client.get(url(opgave, f"/zorgen/{worry.id}")).text

    client.post(
        url(opgave, f"/zorgen/{worry.id}"),
        data={"text": "Ik lig wakker van Piet.", "signed_as": ""},
    )

    assert (worry.text, worry.signed_on, worry.confirmed_on) == ("Ik lig wakker van Piet.", days(50), days(10))
    assert "Ruth Pinas" in main(client.get(url(opgave)).text)


def test_a_name_may_become_a_role_and_a_role_never_becomes_nobody(
    worry: Worry, ruth: Person, a: Builder, sign_in: SignIn
) -> None:
    opgave = worry.opgave
    address = url(opgave, f"/zorgen/{worry.id}")

    sign_in(ruth).post(address, data={"text": worry.text, "signed_as": "wethouder Wonen"})
    assert (worry.person_id, worry.signed_as) == (None, "wethouder Wonen")
    client = sign_in(a.lead(of=opgave))
    assert "Ruth Pinas" not in main(client.get(url(opgave)).text)

    answer = client.post(address, data={"text": worry.text, "signed_as": ""})
    assert answer.status_code == 422
    assert 'id="signed_as-fout"' in answer.text
    assert worry.signed_as == "wethouder Wonen"


def test_a_sentence_is_refined(worry: Worry, femke: Person, sign_in: SignIn, session: Session) -> None:
    opgave, check = worry.opgave, check_of(session, worry)
    client = sign_in(femke)

    client.post(url(opgave, f"/zinnen/{check.id}"), data={"sentence": "Gisteren weer."})

    assert "Gisteren weer." in main(client.get(url(opgave)).text)
    assert worry.confirmed_on == days(10)


def test_without_that_sentence_it_was_confirmed_before_it_and_undo_brings_both_back(
    worry: Worry, femke: Person, sign_in: SignIn, session: Session
) -> None:
    opgave, check = worry.opgave, check_of(session, worry)
    client = sign_in(femke)

    client.post(url(opgave, f"/zinnen/{check.id}/weg"))

    assert worry.confirmed_on == days(50)
    assert of_one(progress, opgave, today()).health is living_answer(opgave, today()).progress.health is Health.ASKS
    client.post(undo_address(client.get(url(opgave)).text))
    assert worry.confirmed_on == days(10)
    assert of_one(progress, opgave, today()).health is living_answer(opgave, today()).progress.health is Health.ALIVE


def test_confirming_is_taken_back_in_one_go(worry: Worry, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = worry.opgave
    client = sign_in(a.lead(of=opgave))
    client.post(url(opgave, "/bevestig"), data={"sentence": "Vandaag weer."})
    assert worry.confirmed_on == today()

    client.post(undo_address(client.get(url(opgave)).text))

    assert worry.confirmed_on == days(10)
    assert "Vandaag weer." not in main(client.get(url(opgave)).text)


def test_when_the_newest_worry_goes_the_earlier_one_drives_again(
    worry: Worry, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = worry.opgave
    newest = sign(opgave, "Ik lig wakker van iets anders.", None, "directeur")
    session.flush()
    client = sign_in(a.lead(of=opgave))

    client.post(url(opgave, f"/zorgen/{newest.id}/weg"))

    assert worry_of(opgave) is worry
    assert living_answer(opgave, today()).shown.worry is worry
    assert of_one(progress, opgave, today()).fact["confirmed"] == days(10)


def test_the_past_knows_only_what_was_known_then(worry: Worry, session: Session) -> None:
    """The worry was signed fifty days ago, confirmed ten days ago, and that sentence was removed four days ago."""
    opgave, check = worry.opgave, check_of(session, worry)
    check.remove()
    check.removed_at = now() - timedelta(days=4)
    session.flush()

    assert of_one(progress, opgave, days(51)).health is Health.QUIET
    assert of_one(progress, opgave, days(11)).fact == {"signed": days(50), "confirmed": None}
    assert of_one(progress, opgave, days(5)).fact == {"signed": days(50), "confirmed": days(10)}
    assert of_one(progress, opgave, days(0)).fact == {"signed": days(50), "confirmed": None}


@pytest.mark.parametrize(("who", "status"), [("reader", 403), ("manager", 403), ("person", 404)])
def test_who_does_not_work_on_it_refines_nothing(
    who: str, status: int, worry: Worry, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = worry.opgave
    client = sign_in(a.reader(of=opgave) if who == "reader" else getattr(a, who)())

    for address in (url(opgave, f"/zorgen/{worry.id}"), url(opgave, f"/zinnen/{check_of(session, worry).id}")):
        assert client.get(address).status_code == status
        assert client.post(address, data={"text": "Anders", "sentence": "Anders"}).status_code == status
        assert client.post(address + "/weg").status_code == status
    assert worry.text == "Ik lig wakker van de deurwaarder."

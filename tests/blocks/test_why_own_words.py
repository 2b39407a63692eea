"""Nobody puts words in a colleague’s mouth: a worry and a sentence are rewritten by who said them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from board.blocks.why.slots.board import living_answer
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck, sign
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/waarom{rest}"


def days(ago: int) -> date:
    return today() - timedelta(days=ago)


@pytest.fixture
def worry(a: Builder, session: Session) -> Worry:
    """Signed by Ruth, confirmed by Femke."""
    opgave = a.opgave(active=False)
    made = sign(opgave, "Ik lig wakker van de deurwaarder.", a.person("Ruth Pinas"), on=days(30))
    session.flush()
    made.confirm("Vorige week stond hij er weer.", a.person("Femke Bruinsma"), days(10))
    session.flush()
    return made


@pytest.mark.parametrize("who", ["member", "lead", "sponsor"])
def test_a_colleague_reads_it_and_cannot_change_it(
    who: str, worry: Worry, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, check = worry.opgave, session.query(WorryCheck).one()
    client = sign_in(getattr(a, who)(of=opgave))
    page = main(client.get(url(opgave)).text)
    assert worry.text in page
    assert "Wijzig" not in page

    for address, name in ((f"/zorgen/{worry.id}", "Ruth Pinas"), (f"/zinnen/{check.id}", "Femke Bruinsma")):
        why_not = f"Alleen {name} kan ze veranderen of weghalen."
        answer = client.post(url(opgave, address), data={"text": "Anders.", "sentence": "Anders."})
        assert answer.status_code == 422
        assert why_not in answer.text
        assert "Anders." in answer.text
        for open_it, rest in ((client.get, ""), (client.post, "/weg")):
            assert open_it(url(opgave, address + rest)).location == url(opgave)
            assert why_not in client.get(url(opgave)).text
    assert (worry.text, worry.removed_at) == ("Ik lig wakker van de deurwaarder.", None)
    assert (check.sentence, check.removed_at) == ("Vorige week stond hij er weer.", None)


@pytest.mark.parametrize(("role", "status"), [(Role.LEAD, 303), (Role.MEMBER, 422), (Role.SPONSOR, 422)])
def test_what_is_signed_with_a_role_is_for_who_leads(role: Role, status: int, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    worry = living_answer(opgave, today()).shown.worry
    client = sign_in(a.member(opgave, role))
    assert ("Wijzig" in main(client.get(url(opgave)).text)) is (status == 303)

    answer = client.post(url(opgave, f"/zorgen/{worry.id}"), data={"text": "Beter.", "signed_as": "wethouder"})

    assert answer.status_code == status
    assert ("Alleen een opgavemanager kan dit veranderen" in answer.text) is (status == 422)
    assert (worry.text == "Beter.") is (status == 303)


def test_anyone_who_works_on_it_still_signs_a_new_one(worry: Worry, a: Builder, sign_in: SignIn) -> None:
    opgave = worry.opgave
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave, "/teken"), data={"text": "Ik lig wakker van iets anders.", "signed_as": ""})

    page = client.get(url(opgave)).text
    assert "Getekend." in page
    assert "Hier begint het." not in page
    kept_awake, earlier = page.split("Eerdere zorgen", 1)
    assert "Vorige week stond hij er weer." not in kept_awake
    assert "Vorige week stond hij er weer." in earlier


def test_the_first_worry_is_a_beginning(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave(active=False)
    client = sign_in(a.lead(of=opgave))

    client.post(url(opgave, "/teken"), data={"text": "Ik lig wakker van Piet.", "signed_as": ""})

    page = client.get(url(opgave)).text
    assert "Getekend. Hier begint het." in page
    assert "zorg getekend op" in page


@pytest.mark.parametrize(("ago", "asks"), [(3, False), (50, True)])
def test_the_board_asks_who_may_answer(ago: int, asks: bool, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave(active=False)
    sign(opgave, "Ik lig wakker.", None, "wethouder", days(ago))
    session.flush()
    question = f'href="{url(opgave)}#nog-wakker"'

    assert (question in sign_in(a.member(of=opgave)).get(f"/bord/opgaven/{opgave.slug}").text) is asks
    assert question not in sign_in(a.reader(of=opgave)).get(f"/bord/opgaven/{opgave.slug}").text

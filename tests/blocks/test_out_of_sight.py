"""What was withdrawn, taken away or moved to another opgave is not read in a corner either."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.talents.models import LessonUse
from board.core.opgaven.cards import Card
from board.core.opgaven.worries import checks, sign
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import caught, url

SignIn = Callable[[Person], Client]


def test_a_lesson_of_a_withdrawn_result_leaves_what_others_used(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    result = a.public_result(opgave, lesson="Bel mevrouw Jansen.")
    card = session.scalars(select(Card).where(Card.result_id == result.id)).one()
    assert card.lesson is not None
    session.add(LessonUse(lesson=card.lesson, opgave=a.opgave("School"), used_on=today()))
    session.flush()
    page, client = f"/bord/opgaven/{opgave.slug}/talenten", sign_in(a.member(of=opgave))
    assert "mevrouw Jansen" in client.get(page).text

    result.withdraw("Te herkennen.")
    session.flush()

    assert "mevrouw Jansen" not in client.get(page).text


def test_what_kept_a_worry_awake_leaves_with_it(a: Builder, session: Session) -> None:
    opgave = a.opgave(active=False)
    member = a.member(of=opgave)
    worry = sign(opgave, "Ik lig wakker van de brieven.", member)
    session.flush()
    worry.confirm("De buurvrouw belde weer.", member, today())
    session.flush()
    assert len(checks(opgave)) == 1

    worry.remove()
    session.flush()

    assert checks(opgave) == []


def test_a_signal_that_moved_on_is_read_only_by_who_may_see_it(a: Builder, sign_in: SignIn) -> None:
    here, hidden = a.opgave(), a.opgave("Geheim", public=False)
    member, reader = a.member(of=here), a.reader(of=here)
    a.membership(hidden, member, Role.MEMBER)
    signal = caught(here, "Mag ik iets vragen?")
    card = signal.make_card(here, member, today())
    client = sign_in(member)
    address = f"/bord/opgaven/{here.slug}/kaarten/{card.id}"
    assert "Mag ik iets vragen?" in sign_in(reader).get(address).text.split('id="bij-inwoner"')[1]

    moved = {"text": "Een stille vraag", "kind": "vraag", "opgave": hidden.id}
    client.post(url(signal, "/wijzig"), data=moved)

    assert "Een stille vraag" not in sign_in(reader).get(address).text
    assert "Een stille vraag" in client.get(address).text


def test_who_may_not_know_the_opgave_does_not_read_its_team_from_the_order(a: Builder, sign_in: SignIn) -> None:
    hidden = a.opgave("Geheim", public=False)
    member, stranger = a.member(of=hidden, name="Zoë Zwart"), a.person("Anna Groen")
    a.member(of=a.opgave("Elders"), name="Bert Blauw")
    signal = caught(hidden)

    def order(person: Person) -> bool:
        choices = sign_in(person).get(url(signal)).text.split('name="to"')[1].split("</select>")[0]
        return choices.index("Zoë Zwart") < choices.index("Bert Blauw")

    signal.claim(stranger, today())
    assert not order(stranger)
    a.membership(hidden, stranger, Role.READER)
    assert order(stranger)
    assert member.name == "Zoë Zwart"

"""The page on which a thing is refined tells what happened to it: who, when, and what stood there before."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need
from board.blocks.leadership.models import Decision
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main

SignIn = Callable[[Person], Client]


def test_what_was_rewritten_can_still_be_read(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    ruth, daan = a.member(of=opgave, name="Ruth Pinas"), a.member(of=opgave, name="Daan de Wit")
    inwoner = f"/bord/opgaven/{opgave.slug}/inwoner"
    sign_in(ruth).post(inwoner, data={"text": "Bel mij eerst"})
    need = session.query(Need).one()
    page = f"{inwoner}/{need.id}"

    first = main(sign_in(ruth).get(page).text)
    sign_in(daan).post(page, data={"text": "Bel mij, en schrijf daarna"})
    second = main(sign_in(ruth).get(page).text)

    assert "Wat er gebeurde" not in first  # one step is no story
    assert "2 stappen" in second
    assert "Daan de Wit" in second
    assert '<q class="ob-soft">Bel mij eerst</q>' in second


def test_what_was_filled_in_later_and_what_changed_without_words_are_told_too(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    client = sign_in(lead)
    decision = Decision(opgave_id=opgave.id, person=lead, decided_on=today(), text="Wij stoppen.", why="")
    session.add(decision)
    session.commit()
    page = f"/bord/opgaven/{opgave.slug}/leiderschap/besluiten/{decision.id}"
    data = {"decision": "Wij stoppen.", "why": "Te duur.", "decided_on": today().isoformat()}

    client.post(page, data=data)
    client.post(page, data=data | {"decision": "Wij gaan door."})
    text = main(client.get(page).text)

    assert "vulde “Waarom?” in" in text
    assert "schreef het anders op" in text
    assert '<q class="ob-soft">Wij stoppen.</q>' in text

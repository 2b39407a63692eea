"""A manager answers what a team asks where they read it: below its row in Voortgang, and behind a cell."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.leadership.models import LeaderAnswer, SupportKind, SupportRequest
from board.blocks.talents.models import Talent, TalentOffer, TalentRequest
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"


def asks(session: Session, opgave: Opgave, text: str = "Mag het tot € 500?") -> SupportRequest:
    asked = SupportRequest(opgave_id=opgave.id, kind=SupportKind.MANDATE, text=text, asked_on=today())
    session.add(asked)
    session.flush()
    return asked


def seeks(session: Session, opgave: Opgave, words: str = "filmpje maken") -> TalentRequest:
    sought = TalentRequest(opgave_id=opgave.id, words=words, asked_on=today())
    session.add(sought)
    session.flush()
    return sought


def reply_of(page: str) -> str:
    """Where the first answer on this page goes."""
    found = re.search(r'action="([^"]+/antwoord[^"]*)"', page)
    assert found is not None
    return found.group(1).replace("&amp;", "&")


def test_a_row_opens_what_its_team_asks_and_closes_again(a: Builder, manager: Client, session: Session) -> None:
    opgave, other = a.opgave("Schulden"), a.opgave("School")
    asks(session, opgave)
    asks(session, other, "Een middag om mee te lopen")
    seeks(session, opgave)

    closed = manager.get(PAGE).text
    assert "2 vragen open" in closed
    assert "Mag het tot" not in closed

    page = manager.get(f"{PAGE}?open={opgave.slug}").text
    assert "Mag het tot" in page
    assert "filmpje maken" in page
    assert "Een middag" not in page
    assert 'aria-expanded="true"' in page
    assert f'href="{PAGE}#rij-{opgave.slug}"' in page


def test_what_is_open_stays_open_beside_the_filters(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    asks(session, opgave)

    page = manager.get(f"{PAGE}?op=naam&staat=stil&open={opgave.slug}").text

    assert "Mag het tot" in page
    assert f'href="{PAGE}?staat=stil&amp;op=naam#rij-{opgave.slug}"' in page


def test_an_answer_below_the_row_leads_back_to_it(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    asked = asks(session, opgave)
    to = reply_of(manager.get(f"{PAGE}?op=naam&open={opgave.slug}").text)

    answered = manager.post(to, data={"answer": "yes", "reason": "Tot € 500, zonder te vragen."})

    assert answered.status_code == 303
    assert answered.headers["Location"].endswith(f"{PAGE}?op=naam&open={opgave.slug}#rij-{opgave.slug}")
    session.refresh(asked)
    assert asked.answer is LeaderAnswer.YES
    assert "Alles heeft een antwoord" in manager.get(f"{PAGE}?open={opgave.slug}").text


def test_a_no_without_a_reason_comes_back_as_typed_and_still_leads_back(
    a: Builder, manager: Client, session: Session
) -> None:
    opgave = a.opgave("Schulden")
    asked = asks(session, opgave)
    to = reply_of(manager.get(f"{PAGE}?open={opgave.slug}").text)

    refused = manager.post(to, data={"answer": "no", "reason": ""})

    assert refused.status_code == 422
    assert "Geef een reden" in refused.text
    again = manager.post(reply_of(refused.text), data={"answer": "no", "reason": "Dit jaar is het geld op."})
    assert again.headers["Location"].endswith(f"{PAGE}?open={opgave.slug}#rij-{opgave.slug}")
    session.refresh(asked)
    assert asked.answer is LeaderAnswer.NO


def test_each_question_has_its_own_fields(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    first, second = asks(session, opgave), asks(session, opgave, "Meer tijd")

    page = manager.get(f"{PAGE}/{opgave.slug}/leiderschap").text

    for asked in (first, second):
        assert f'for="reason-{asked.id}"' in page
        assert f'id="reason-{asked.id}"' in page


def test_who_reads_along_reads_the_questions_and_has_no_answer_to_give(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave("Schulden")
    asks(session, opgave)
    seeks(session, opgave)
    reader = sign_in(a.member(opgave, Role.READER))

    for page in (f"{PAGE}?open={opgave.slug}", f"{PAGE}/{opgave.slug}/leiderschap"):
        shown = reader.get(page).text
        assert "Mag het tot" in shown
        assert "Geef antwoord" not in shown
        assert "Vraag deze collega" not in shown


def test_nobody_opens_a_row_that_is_not_theirs(a: Builder, sign_in: SignIn, session: Session) -> None:
    mine, other = a.opgave("Schulden"), a.opgave("School")
    asks(session, other)

    page = sign_in(a.member(mine, Role.LEAD)).get(f"{PAGE}?open={other.slug}").text

    assert "Mag het tot" not in page


@pytest.mark.parametrize("slug", ["bestaat-niet", "", "%00", "../beheer"])
def test_a_row_that_is_not_there_opens_nothing(a: Builder, manager: Client, slug: str) -> None:
    a.opgave()
    assert manager.get(f"{PAGE}?open={slug}").status_code == 200


def test_a_manager_brings_a_colleague_who_decides_for_themself(a: Builder, manager: Client, session: Session) -> None:
    opgave, lieke = a.opgave("Schulden"), a.person("Lieke van Dongen")
    sought = seeks(session, opgave)
    session.add(Talent(person=lieke, text="ik film graag"))
    session.flush()

    page = manager.get(f"{PAGE}/{opgave.slug}/talenten").text
    assert "Lieke van Dongen: ik film graag" in page
    asked = manager.post(
        f"/bord/opgaven/{opgave.slug}/talenten/{sought.id}/collega?verder={PAGE}/{opgave.slug}/talenten",
        data={"person": lieke.id},
    )

    assert asked.headers["Location"].endswith(f"{PAGE}/{opgave.slug}/talenten")
    offer = session.scalars(select(TalentOffer)).one()
    assert (offer.person, offer.agreed) == (lieke, None)
    assert sought.found_on is None
    assert "Lieke is gevraagd" in manager.get(f"{PAGE}/{opgave.slug}/talenten").text


def test_a_wrong_colleague_is_taken_back_by_who_brought_them(a: Builder, manager: Client, session: Session) -> None:
    opgave, lieke = a.opgave("Schulden"), a.person("Lieke van Dongen")
    sought = seeks(session, opgave)
    address = f"/bord/opgaven/{opgave.slug}/talenten/{sought.id}/collega?verder={PAGE}/{opgave.slug}/talenten"
    page = manager.get(manager.post(address, data={"person": lieke.id}).headers["Location"]).text
    undo = re.search(r'action="(/bord/terug[^"]+)"', page)
    assert undo is not None

    assert manager.post(undo.group(1).replace("&amp;", "&")).status_code == 303
    assert "Lieke is gevraagd" not in manager.get(f"{PAGE}/{opgave.slug}/talenten").text


def test_nobody_is_asked_for_what_was_found_meanwhile(a: Builder, manager: Client, session: Session) -> None:
    opgave, lieke = a.opgave("Schulden"), a.person("Lieke van Dongen")
    sought = seeks(session, opgave)
    sought.found(today())
    session.flush()

    answer = manager.post(f"/bord/opgaven/{opgave.slug}/talenten/{sought.id}/collega", data={"person": lieke.id})

    assert session.scalars(select(TalentOffer)).all() == []
    assert "Hier is al iemand voor gevonden." in manager.get(answer.headers["Location"]).text


@pytest.mark.parametrize("person", ["", "0", "999999", "twaalf"])
def test_without_a_colleague_nothing_is_asked(a: Builder, manager: Client, session: Session, person: str) -> None:
    opgave = a.opgave("Schulden")
    sought = seeks(session, opgave)

    answer = manager.post(f"/bord/opgaven/{opgave.slug}/talenten/{sought.id}/collega", data={"person": person})

    assert answer.status_code == 303
    assert session.scalars(select(TalentOffer)).all() == []
    assert "Kies een collega" in manager.get(answer.headers["Location"]).text


def test_what_a_closed_card_asked_waits_no_more(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    card = a.card(opgave, state=CardState.STOPPED)
    asks(session, opgave).card = card
    seeks(session, opgave).card = card
    session.flush()

    page = manager.get(f"{PAGE}?open={opgave.slug}").text

    assert "geen vragen" in page
    assert "Mag het tot" not in page


def test_opening_a_row_costs_as_much_however_many_questions_there_are(
    a: Builder, manager: Client, session: Session
) -> None:
    opgave = a.opgave("Schulden")
    asks(session, opgave)
    seeks(session, opgave)
    with counting_queries() as few:
        manager.get(f"{PAGE}?open={opgave.slug}")
    for number in range(6):
        asked, sought = asks(session, opgave, f"Vraag {number}"), seeks(session, opgave, f"talent {number}")
        asked.card = sought.card = a.card(opgave)
        asked.asked_by = a.person(f"Vrager {number}")
    session.flush()
    with counting_queries() as many:
        manager.get(f"{PAGE}?open={opgave.slug}")

    assert many.number <= few.number

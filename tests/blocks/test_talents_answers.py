"""Talenten: who answers an offer. The team answers who stepped forward; who was asked answers themself, and once."""

import pytest
from sqlalchemy.orm import Session

from board.blocks.talents.models import Answered, NotAsked, NotForTheTeam, TalentOffer, TalentRequest
from board.core.record.weeks import today
from tests.builders import Builder
from tests.support.talents import SignIn, asked, url


def kept(session: Session, offer: TalentOffer) -> TalentOffer:
    session.add(offer)
    session.flush()
    return offer


@pytest.mark.parametrize("step", ["ja", "nu-niet"])
def test_the_team_does_not_answer_for_a_colleague_who_was_asked(
    step: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    member, femke = a.member(of=opgave), a.member(of=opgave, name="Femke Bos")
    card = a.card(opgave)
    request = asked(opgave, card=card)
    offer = kept(session, request.ask(femke, by=member))

    answer = sign_in(member).post(url(opgave, f"/aanbod/{offer.id}/{step}"), follow_redirects=True)

    assert "Femke is gevraagd en geeft zelf antwoord." in answer.text
    assert (offer.agreed, request.found_on, card.helpers) == (None, None, [])
    with pytest.raises(NotForTheTeam):
        offer.welcome(today(), on_team=True)


def test_a_not_now_of_a_colleague_stays_their_answer(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, femke = a.opgave(), a.person("Femke Bos")
    member = a.member(of=opgave)
    offer = kept(session, asked(opgave).ask(femke, by=member))
    offer.not_now(today())
    client = sign_in(member)

    for step in ("ja", "nu-niet", "weg"):
        client.post(url(opgave, f"/aanbod/{offer.id}/{step}"))

    assert (offer.agreed, offer.removed_at) == (False, None)
    with pytest.raises(Answered):
        offer.unask()


@pytest.mark.parametrize(("first", "second", "agreed"), [("ja", "nu-niet", True), ("nu-niet", "ja", False)])
def test_a_second_answer_of_the_team_changes_nothing(
    first: str, second: str, agreed: bool, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    offer = kept(session, asked(opgave).step_forward(a.person("Samuel")))
    client = sign_in(a.member(of=opgave))
    client.post(url(opgave, f"/aanbod/{offer.id}/{first}"))

    answer = client.post(url(opgave, f"/aanbod/{offer.id}/{second}"), follow_redirects=True)

    assert "Hier is al antwoord op." in answer.text
    assert offer.agreed is agreed


def test_an_offer_is_answered_and_not_swept_away(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    offer = kept(session, asked(opgave).step_forward(a.person("Samuel Tesfay")))

    answer = sign_in(a.member(of=opgave)).post(url(opgave, f"/aanbod/{offer.id}/weg"), follow_redirects=True)

    assert "Samuel biedt zich zelf aan." in answer.text
    assert offer.removed_at is None
    with pytest.raises(NotAsked):
        offer.unask()


def test_two_people_may_do_it_together_and_the_second_yes_says_so(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    request: TalentRequest = asked(opgave)
    samuel, nora = (kept(session, request.step_forward(a.person(name))) for name in ("Samuel", "Nora"))
    client = sign_in(a.member(of=opgave))
    client.post(url(opgave, f"/aanbod/{samuel.id}/ja"))
    request.found_on = found = today().replace(day=1)
    session.flush()

    answer = client.post(url(opgave, f"/aanbod/{nora.id}/ja"), follow_redirects=True)

    assert "Nora doet ook mee: er was al iemand." in answer.text
    assert (samuel.agreed, nora.agreed, request.found_on) == (True, True, found)

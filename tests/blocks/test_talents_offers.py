"""Asking a colleague, stepping forward, and what a yes gives: help on a card, and never a right."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.talents.models import TalentOffer
from board.core.opgaven.opgaven import Membership
from board.core.people.people import Role
from tests.builders import Builder
from tests.support.signals import main
from tests.support.talents import SignIn, asked, can, undo, url

TALENTEN = "/bord/talenten"


def the_offer(session: Session) -> TalentOffer:
    return session.scalars(select(TalentOffer).where(TalentOffer.removed_at.is_(None))).one()


@pytest.mark.parametrize(("role", "helps"), [(None, False), (Role.READER, True), (Role.MEMBER, True)])
def test_who_is_asked_and_says_yes_helps_on_the_card_when_they_have_a_role(
    role: Role | None, helps: bool, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    card, member = a.card(opgave), a.member(of=opgave)
    femke = a.member(opgave, role, "Femke") if role else a.person("Femke")
    request = asked(opgave, card=card)

    sign_in(member).post(url(opgave, f"/{request.id}/vraag/{femke.id}"))
    answer = sign_in(femke).post(f"{TALENTEN}/{request.id}/dat-kan-ik", follow_redirects=True)

    assert "jij doet mee" in answer.text
    assert (request.found_on is not None, the_offer(session).agreed) == (True, True)
    assert (femke in card.helpers) is helps
    assert session.scalar(select(Membership.role).where(Membership.person_id == femke.id)) is role


def test_asking_twice_asks_once(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, femke = a.opgave(), a.person("Femke")
    request, client = asked(opgave), sign_in(a.member(of=opgave))

    for _ in range(2):
        client.post(url(opgave, f"/{request.id}/vraag/{femke.id}"))

    assert the_offer(session).person is femke
    assert "Femke is gevraagd" in client.get(url(opgave)).text
    client.post(url(opgave, f"/aanbod/{the_offer(session).id}/weg"))
    assert "Femke is gevraagd" not in client.get(url(opgave)).text


def test_not_now_is_an_answer_and_can_become_yes(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, femke = a.opgave(), a.person("Femke")
    member = a.member(of=opgave)
    request = asked(opgave)
    session.add(request.ask(femke, by=member))
    client = sign_in(femke)

    client.post(f"{TALENTEN}/{request.id}/nu-niet")
    assert (the_offer(session).agreed, request.found_on) == (False, None)
    assert "Femke" not in main(sign_in(member).get(url(opgave)).text)
    client.post(f"{TALENTEN}/{request.id}/dat-kan-ik")

    assert the_offer(session).agreed is True


def test_somebody_of_another_team_steps_forward_and_the_team_says_yes(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, samuel = a.opgave(), a.member(a.opgave("School"), name="Samuel Tesfay")
    card, lead = a.card(opgave, "Bel tien mensen"), a.lead(of=opgave)
    request = asked(opgave, "Tigrinya spreken", card=card)
    client = sign_in(samuel)
    page = client.get(TALENTEN).text
    assert "Tigrinya spreken" in page
    assert "Bel tien mensen" not in page

    client.post(f"{TALENTEN}/{request.id}/dat-kan-ik", data={"text": "dinsdag kan ik"})
    assert (request.found_on, the_offer(session).agreed) == (None, None)
    team = sign_in(lead)
    assert "dinsdag kan ik" in team.get(url(opgave)).text
    told = team.post(url(opgave, f"/aanbod/{the_offer(session).id}/ja"), follow_redirects=True).text

    assert request.found_on is not None
    assert card.helpers == []
    assert client.get(f"/bord/opgaven/{opgave.slug}").status_code == 404
    assert "Voeg Samuel toe aan het team" in told
    assert "Voeg Samuel toe" not in sign_in(a.member(of=opgave)).get(url(opgave)).text


def test_who_is_on_the_team_simply_starts(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    card, member = a.card(opgave), a.member(of=opgave)
    request = asked(opgave, card=card)

    sign_in(member).post(f"{TALENTEN}/{request.id}/dat-kan-ik")

    assert card.helpers == [member]
    assert request.found_on is not None


def test_an_offer_is_taken_back_and_an_answer_undone(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, samuel = a.opgave(), a.person("Samuel")
    request, client, team = asked(opgave), sign_in(samuel), sign_in(a.member(of=opgave))

    undo(client, client.post(f"{TALENTEN}/{request.id}/dat-kan-ik", follow_redirects=True))
    assert session.scalars(select(TalentOffer).where(TalentOffer.removed_at.is_(None))).all() == []
    client.post(f"{TALENTEN}/{request.id}/dat-kan-ik")
    client.post(f"{TALENTEN}/{request.id}/nu-niet")
    assert session.scalars(select(TalentOffer).where(TalentOffer.removed_at.is_(None))).all() == []

    client.post(f"{TALENTEN}/{request.id}/dat-kan-ik")
    offer = the_offer(session)
    undo(team, team.post(url(opgave, f"/aanbod/{offer.id}/ja"), follow_redirects=True))
    assert (offer.agreed, request.found_on) == (None, None)


def test_the_team_may_say_not_now(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, samuel = a.opgave(), a.person("Samuel")
    request, client = asked(opgave), sign_in(samuel)
    client.post(f"{TALENTEN}/{request.id}/dat-kan-ik")

    sign_in(a.member(of=opgave)).post(url(opgave, f"/aanbod/{the_offer(session).id}/nu-niet"))

    assert "Het team zei: nu niet." in client.get(TALENTEN).text
    answer = client.post(f"{TALENTEN}/{request.id}/dat-kan-ik", follow_redirects=True)
    assert "gaf al antwoord" in answer.text
    assert request.found_on is None


def test_what_fits_me_comes_first_and_words_filter(a: Builder, sign_in: SignIn) -> None:
    opgave, me = a.opgave(), a.person()
    asked(opgave, "brieven schrijven", days_ago=9)
    asked(opgave, "zingen", days_ago=1)
    can(me, "ik schrijf graag een brief")
    client = sign_in(me)

    page = client.get(TALENTEN).text
    assert "Past bij wat jij opschreef" in page
    assert page.index("brieven schrijven") < page.index("zingen")
    assert "zingen" not in client.get(f"{TALENTEN}?q=brief").text


def test_what_is_found_or_removed_is_not_asked_any_more(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    found, gone = asked(opgave, "zingen", found=1), asked(opgave, "dansen")
    gone.remove()
    client = sign_in(a.person())

    page = client.get(TALENTEN).text
    assert "zingen" not in page
    assert "dansen" not in page
    late = client.post(f"{TALENTEN}/{found.id}/dat-kan-ik", follow_redirects=True)
    assert "al iemand voor gevonden" in late.text
    assert client.post(f"{TALENTEN}/{gone.id}/dat-kan-ik").status_code == 404
    assert session.scalars(select(TalentOffer)).all() == []


def test_a_stranger_answers_nothing_for_a_team(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, samuel = a.opgave(), a.person("Samuel")
    request = asked(opgave)
    session.add(request.step_forward(samuel))
    session.flush()
    yes = url(opgave, f"/aanbod/{the_offer(session).id}/ja")

    assert sign_in(samuel).post(yes).status_code == 404
    assert sign_in(a.reader(of=opgave)).post(yes).status_code == 403
    other = a.opgave("School")
    assert sign_in(a.member(of=other)).post(yes.replace(opgave.slug, other.slug)).status_code == 404

"""Who looks along helps, decides, thanks and asks one question; there is nothing to approve."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.blocks.leadership.models import Decision, LeaderAnswer, SupportKind, SupportRequest, TeamQuestion, Thanks
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole, Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/leiderschap{rest}"


@pytest.fixture(params=["manager", "sponsor", "lead"])
def looks_along(request: pytest.FixtureRequest, a: Builder, sign_in: SignIn) -> tuple[Opgave, Client]:
    opgave = a.opgave()
    if request.param == "manager":
        return opgave, sign_in(a.person("Fatou Diallo", org_role=OrgRole.MANAGER))
    return opgave, sign_in(a.member(opgave, Role(request.param), "Fatou Diallo"))


def test_thanks_on_a_result_are_read_by_the_whole_team(
    looks_along: tuple[Opgave, Client], a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, manager = looks_along
    card = a.card(opgave, "Bel de tien")
    a.result(card)
    ruth = sign_in(a.member(of=opgave))

    assert manager.post(url(opgave, f"/kaarten/{card.id}/dank"), data={"thanks": "Dit wilde ik."}).status_code == 303

    assert "Dit wilde ik." in main(ruth.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text)
    assert f"Fatou bedankt {opgave.team_name}" in main(ruth.get("/bord").text)
    said = session.query(Thanks).one()
    assert "Haal weg" not in ruth.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text
    assert ruth.post(url(opgave, f"/dank/{said.id}/weg")).status_code == 403
    assert manager.post(url(opgave, f"/dank/{said.id}/weg")).status_code == 303
    assert "Dit wilde ik." not in ruth.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text


def test_thanks_stay_inside(a: Builder, sign_in: SignIn, visitor: Client, session: Session) -> None:
    opgave = a.opgave()
    result = a.public_result(opgave)
    card = session.query(a.card(opgave).__class__).filter_by(result_id=result.id).one()
    sign_in(a.member(opgave, Role.SPONSOR)).post(url(opgave, f"/kaarten/{card.id}/dank"), data={"thanks": "Zo trots."})

    for address in ("/", f"/opgaven/{opgave.slug}", f"/resultaten/{result.id}", "/feed.atom"):
        assert "Zo trots." not in visitor.get(address).text


def test_there_is_nothing_to_thank_for_before_there_is_a_result(looks_along: tuple[Opgave, Client], a: Builder) -> None:
    opgave, manager = looks_along
    card = a.card(opgave)

    assert manager.post(url(opgave, f"/kaarten/{card.id}/dank"), data={"thanks": "Fijn"}).status_code == 404


def test_an_empty_word_is_asked_again(looks_along: tuple[Opgave, Client], a: Builder) -> None:
    opgave, manager = looks_along
    card = a.card(opgave)
    a.result(card)

    again = manager.post(url(opgave, f"/kaarten/{card.id}/dank"), data={"thanks": " "})

    assert again.status_code == 422
    assert "Waar ben je blij mee?" in again.text


def test_one_question_lands_on_vandaag_of_the_team_and_anyone_answers(
    looks_along: tuple[Opgave, Client], a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, manager = looks_along
    ruth = sign_in(a.member(of=opgave, name="Ruth Pinas"))
    ask = url(opgave, "/vraag-aan-team")

    assert manager.post(ask, data={"team_question": "Wat zou jullie nu helpen?"}).status_code == 303
    second = manager.post(ask, data={"team_question": "En wanneer?"})
    asked = session.query(TeamQuestion).one()

    assert second.status_code == 422
    assert "Er ligt al een vraag bij het team" in second.text
    assert "En wanneer?" in second.text
    assert "Wat zou jullie nu helpen?" in main(ruth.get("/bord").text)
    assert ruth.post(f"{ask}/{asked.id}", data={"team_answer": "Een dag minder overleg."}).status_code == 303
    assert "Wat zou jullie nu helpen?" not in main(ruth.get("/bord").text)
    assert "Een dag minder overleg." in main(manager.get(url(opgave)).text)
    assert manager.post(ask, data={"team_question": "En wanneer?"}).status_code == 303


def test_a_question_can_be_taken_back_by_who_asked_only(
    looks_along: tuple[Opgave, Client], a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave, manager = looks_along
    manager.post(url(opgave, "/vraag-aan-team"), data={"team_question": "Wat helpt?"})
    asked = session.query(TeamQuestion).one()
    other = sign_in(a.member(opgave, Role.SPONSOR))

    other.post(url(opgave, f"/vraag-aan-team/{asked.id}/weg"))
    assert asked.removed_at is None
    manager.post(url(opgave, f"/vraag-aan-team/{asked.id}/weg"))
    assert asked.removed_at is not None


def test_a_manager_answers_what_a_team_needs_and_decides_with_a_why(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    asked = SupportRequest(opgave_id=opgave.id, kind=SupportKind.TIME, text="Meer tijd", asked_on=today())
    session.add(asked)
    session.flush()
    manager = sign_in(a.person(org_role=OrgRole.MANAGER))

    manager.post(url(opgave, f"/vragen/{asked.id}/antwoord"), data={"answer": "yes", "reason": ""})
    decided = {"decision": "Jullie krijgen een dag.", "why": "Het werkt.", "decided_on": today().isoformat()}
    manager.post(url(opgave, "/besluiten"), data=decided)

    assert asked.answer is LeaderAnswer.YES
    assert session.query(Decision).one().why == "Het werkt."


@pytest.mark.parametrize("role", [Role.MEMBER, Role.READER])
def test_who_does_not_lead_thanks_and_asks_in_person(a: Builder, sign_in: SignIn, role: Role) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    a.result(card)
    client = sign_in(a.member(opgave, role))

    assert client.post(url(opgave, f"/kaarten/{card.id}/dank"), data={"thanks": "Fijn"}).status_code == 403
    assert client.post(url(opgave, "/vraag-aan-team"), data={"team_question": "Hoe?"}).status_code == 403

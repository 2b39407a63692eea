"""The team: who joins, in which role, who leaves, and that somebody always leads."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Membership, Opgave, team
from board.core.people.people import Person, Role
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/team{rest}"


def place(opgave: Opgave, person: Person, session: Session) -> Membership:
    query = select(Membership).where(Membership.opgave_id == opgave.id, Membership.person_id == person.id)
    return session.scalars(query.execution_options(populate_existing=True)).one()


def role(opgave: Opgave, person: Person, session: Session) -> Role:
    return place(opgave, person, session).role


def give(client: Client, membership: Membership, wanted: str) -> int:
    address = f"/bord/opgaven/{membership.opgave.slug}/team/{membership.id}/rol"
    return client.post(address, data={f"lid-{membership.id}-role": wanted}).status_code


def test_the_lead_adds_a_colleague_however_the_address_is_typed(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    colleague = a.person("Samuel Tesfay")
    client = sign_in(a.lead(of=opgave))

    answer = client.post(url(opgave), data={"email": f" {colleague.email.upper()} ", "role": "member"})

    assert answer.location == url(opgave)
    assert role(opgave, colleague, session) is Role.MEMBER
    assert "Samuel Tesfay" in client.get(url(opgave)).text


def test_an_unknown_address_is_for_the_administrator(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    answer = sign_in(a.lead(of=opgave)).post(url(opgave), data={"email": "wie@elders.example", "role": "member"})

    assert answer.status_code == 422
    assert "Vraag de beheerder" in answer.text
    assert 'value="wie@elders.example"' in answer.text


def test_somebody_has_one_role(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave, name="Ruth Pinas")

    answer = sign_in(a.lead(of=opgave)).post(url(opgave), data={"email": member.email, "role": "lead"})

    assert answer.status_code == 422
    assert "Ruth Pinas zit al in dit team" in answer.text
    assert len(team(opgave)) == 2


@pytest.mark.parametrize("data", [{}, {"email": "", "role": "member"}, {"email": "x@y.example", "role": "baas"}])
def test_half_a_form_adds_nobody(data: dict[str, str], a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    assert sign_in(a.lead(of=opgave)).post(url(opgave), data=data).status_code == 422
    assert len(team(opgave)) == 1


def test_the_lead_gives_another_role(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)

    assert give(sign_in(a.lead(of=opgave)), place(opgave, member, session), "sponsor") == 303
    assert role(opgave, member, session) is Role.SPONSOR


def test_who_leads_alone_cannot_step_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    client, mine = sign_in(lead), place(opgave, lead, session)

    assert give(client, mine, "member") == 422
    assert client.post(url(opgave, f"/{mine.id}/weg")).status_code == 422
    assert "Maak eerst iemand anders opgavemanager" in client.post(url(opgave, f"/{mine.id}/weg")).text
    assert role(opgave, lead, session) is Role.LEAD


def test_of_two_leads_one_can_step_back_and_then_the_other_cannot(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    first, second = a.lead(of=opgave), a.lead(of=opgave)
    one, two = sign_in(first), sign_in(second)

    assert give(one, place(opgave, first, session), "member") == 303
    assert give(two, place(opgave, second, session), "reader") == 422
    assert role(opgave, second, session) is Role.LEAD


def test_who_leaves_frees_their_open_cards_and_keeps_what_they_did(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave, name="Ruth Pinas")
    busy = a.card(opgave, "Bel tien mensen", state=CardState.DOING, owner=member)
    done = a.card(opgave, "Schrijf de brief", state=CardState.DOING, owner=member)
    a.result(done)
    lead, page = sign_in(a.lead(of=opgave)), url(opgave, f"/{place(opgave, member, session).id}/weg")
    assert "Dit komt vrij voor een ander: open kaarten." in " ".join(lead.get(page).text.split())

    lead.post(page)

    session.refresh(busy)
    session.refresh(done)
    assert (busy.owner_id, done.owner_id) == (None, member.id)
    assert [one.person.name for one in team(opgave)] == ["Yasmina El Idrissi"]


def test_who_takes_themselves_off_the_team_lands_on_their_list(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    first, _second = a.lead(of=opgave), a.lead(of=opgave)
    client = sign_in(first)

    answer = client.post(url(opgave, f"/{place(opgave, first, session).id}/weg"))

    assert answer.location == "/bord/opgaven"
    assert client.get(url(opgave)).status_code == 404


def test_an_administrator_mends_a_team_without_a_lead(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    member = a.member(of=opgave)

    assert give(sign_in(a.admin()), place(opgave, member, session), "lead") == 303
    assert role(opgave, member, session) is Role.LEAD


@pytest.mark.parametrize("who", ["member", "reader", "sponsor", "manager"])
def test_the_team_sees_the_team_and_changes_nothing(who: str, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    lead = place(opgave, a.lead(of=opgave), session)
    client = sign_in(a.manager() if who == "manager" else getattr(a, who)(of=opgave))

    page = client.get(url(opgave)).text

    assert "Yasmina El Idrissi" in page
    assert "<form" not in page.split("<main", 1)[1].split("</main>", 1)[0]
    assert client.post(url(opgave), data={"email": "x@y.example", "role": "lead"}).status_code == 403
    assert give(client, lead, "reader") == 403
    assert client.get(url(opgave, f"/{lead.id}/weg")).status_code == 403
    assert client.post(url(opgave, f"/{lead.id}/weg")).status_code == 403


def test_a_member_of_another_team_cannot_be_reached_from_here(a: Builder, sign_in: SignIn, session: Session) -> None:
    mine, other = a.opgave(), a.opgave()
    theirs = place(other, a.member(of=other), session)
    client = sign_in(a.lead(of=mine))

    assert client.get(url(other)).status_code == 404
    assert client.post(url(mine, f"/{theirs.id}/weg")).status_code == 404
    assert client.post(url(mine, f"/{theirs.id}/rol"), data={f"lid-{theirs.id}-role": "reader"}).status_code == 404


def test_the_page_asks_as_much_of_the_database_for_twenty_as_for_one(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.lead(of=opgave))
    with counting_queries() as one:
        client.get(url(opgave))
    for _ in range(19):
        a.member(of=opgave)
    with counting_queries() as twenty:
        client.get(url(opgave))

    assert twenty.number == one.number

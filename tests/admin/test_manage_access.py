"""Beheer: take access away, and never lose the last administrator."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from board.config import Settings
from board.core.opgaven.opgaven import Membership
from board.core.people import sign_ins
from board.core.people.people import OrgRole, Person, Visibility
from board.core.record.history import Change
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

PASSWORD = "vier stenen op een rij"


def admin(a: Builder, name: str = "Bea Beheerder") -> Person:
    person = a.person(name, org_role=OrgRole.ADMIN)
    sign_ins.set_password(person, PASSWORD)
    db.commit()
    return person


@pytest.fixture
def bea(a: Builder) -> Person:
    return admin(a)


@pytest.fixture
def client(sign_in: Callable[[Person], Client], bea: Person) -> Client:
    return sign_in(bea)


def of(person: Person, **fields: str) -> dict[str, str]:
    role = person.org_role.value if person.org_role else ""
    return {"name": person.name, "email": person.email, "job_title": "", "org_role": role} | fields


def test_taking_access_away_ends_everything_but_the_history(
    client: Client, a: Builder, sign_in: Callable[[Person], Client]
) -> None:
    opgave = a.opgave()
    ruth = a.member(opgave, visibility=Visibility.FULL)
    sign_ins.set_password(ruth, PASSWORD)
    card, done = a.card(opgave, owner=ruth), a.card(opgave, owner=ruth)
    a.result(done)
    browser = sign_in(ruth)
    token = sign_ins.make_link(ruth)
    db.commit()

    client.post(f"/bord/beheer/mensen/{ruth.id}/weg")

    db.expire_all()
    assert browser.get("/bord/ik").status_code == 302
    assert browser.get(f"/bord/wachtwoord/{token}").status_code == 404
    assert (ruth.password_hash, ruth.org_role, ruth.visibility) == (None, None, Visibility.TEAM)
    assert db.scalars(select(Membership).where(Membership.person_id == ruth.id)).all() == []
    assert (card.owner, done.owner) == (None, ruth)
    gone = db.scalars(select(Change).where(Change.kind == "membership", Change.verb == "removed")).one()
    assert gone.opgave_id == opgave.id


def test_who_lost_access_gets_no_link_by_asking(
    client: Client, visitor: Client, a: Builder, settings: Settings
) -> None:
    ruth = a.person()
    sign_ins.set_password(ruth, PASSWORD)
    db.commit()
    client.post(f"/bord/beheer/mensen/{ruth.id}/weg")
    visitor.post("/bord/wachtwoord-vergeten", data={"email": ruth.email})

    assert not (settings.instance / "mail").exists()


def test_the_last_administrator_stays(client: Client, bea: Person, a: Builder) -> None:
    a.admin()  # invited, but cannot sign in yet

    for answer in (
        client.post(f"/bord/beheer/mensen/{bea.id}", data=of(bea, org_role="manager")),
        client.post(f"/bord/beheer/mensen/{bea.id}/weg"),
    ):
        assert answer.status_code == 422
        assert "nog geen andere beheerder" in answer.text
    db.expire_all()
    assert bea.org_role is OrgRole.ADMIN
    assert client.get("/bord/beheer").status_code == 200


def test_with_another_administrator_one_may_go(client: Client, bea: Person, a: Builder) -> None:
    admin(a, "Fatou")
    answer = client.post(f"/bord/beheer/mensen/{bea.id}/weg")

    assert answer.location == "/bord/inloggen"
    assert client.get("/bord/beheer").status_code == 302

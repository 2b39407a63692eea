"""Beheer: who may come in, and with which role."""

import re
from collections.abc import Callable

import pytest

from board.config import Settings
from board.core.people import sign_ins
from board.core.people.people import OrgRole, Person, Role, by_email
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

PASSWORD = "vier stenen op een rij"
NEW = {
    "first_name": "Anh",
    "last_name": "Nguyen",
    "email": "Anh@Lindewaard.example",
    "job_title": "wijkcoach",
    "org_role": "",
}


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
    parts = {"first_name": person.first_name, "last_name": person.last_name}
    return {**parts, "email": person.email, "job_title": "", "org_role": role} | fields


def test_the_list_says_who_does_what_where(client: Client, a: Builder) -> None:
    a.lead(a.opgave("Schulden"))
    page = client.get("/bord/beheer").text

    assert "Yasmina El Idrissi" in page
    assert "(opgavemanager)" in page
    assert "Schulden" in page
    assert "Beheerder" in page


def test_the_list_counts_nothing_about_a_person(client: Client, a: Builder) -> None:
    opgave = a.opgave()
    person = a.member(opgave, email="x@lindewaard.example")
    for _ in range(7):
        a.card(opgave, owner=person)

    page = client.get("/bord/beheer").text
    assert not re.search(r"\b7\b", re.sub(r"<[^>]+>", " ", page.split("</header>")[1]))


def test_a_new_person_gets_a_link_by_mail_and_from_the_administrator(
    client: Client, visitor: Client, settings: Settings
) -> None:
    answer = client.post("/bord/beheer/mensen/nieuw", data=NEW)

    link = re.search(r"http://127.0.0.1:8000(/bord/wachtwoord/[\w-]+)", answer.text)
    assert link
    assert answer.headers["Cache-Control"] == "no-store"
    (mail,) = (settings.instance / "mail").iterdir()
    assert link[0] in mail.read_text()
    visitor.post(link[1], data={"password": PASSWORD})
    entered = visitor.post("/bord/inloggen", data={"email": "anh@lindewaard.example", "password": PASSWORD})
    assert entered.status_code == 303


def test_the_link_is_shown_once(client: Client) -> None:
    client.post("/bord/beheer/mensen/nieuw", data=NEW)
    page = client.get("/bord/beheer").text

    assert "Kan een wachtwoord kiezen, tot" in page
    assert "/bord/wachtwoord/" not in page


@pytest.mark.parametrize(
    "email",
    [
        "geen adres",
        "a@b",
        "a@b.nl\nBcc: c@d.nl",
        "a b@c.nl",
        "x@demo.example",
        "a@b.nl,c@d.nl",
        "<a@b.nl>",
        "a@.",
        "",
    ],
)
def test_what_is_no_address_is_refused(client: Client, email: str) -> None:
    answer = client.post("/bord/beheer/mensen/nieuw", data=NEW | {"email": email})

    assert answer.status_code == 422
    assert 'value="Nguyen"' in answer.text


def test_an_address_belongs_to_one_person(client: Client, a: Builder) -> None:
    a.person("Joris", email="anh@lindewaard.example")
    answer = client.post("/bord/beheer/mensen/nieuw", data=NEW)

    assert answer.status_code == 422
    assert "Dit adres is al van Joris." in answer.text


def test_a_person_can_get_another_name_address_and_role(client: Client, a: Builder) -> None:
    person = a.person("Anh")
    answer = client.post(
        f"/bord/beheer/mensen/{person.id}",
        data=of(person, first_name="Anh", last_name="Tran", email="tran@x.nl", org_role="manager"),
    )

    assert answer.location == "/bord/beheer"
    db.expire_all()
    assert (person.name, person.email, person.org_role) == ("Anh Tran", "tran@x.nl", OrgRole.MANAGER)


def test_a_link_to_the_old_address_ends_with_it(client: Client, visitor: Client, a: Builder) -> None:
    person = a.person()
    token = sign_ins.make_link(person)
    db.commit()
    client.post(f"/bord/beheer/mensen/{person.id}", data=of(person, email="nieuw@x.nl"))

    assert visitor.get(f"/bord/wachtwoord/{token}").status_code == 404


def test_an_administrator_makes_a_new_link_for_who_lost_theirs(client: Client, a: Builder) -> None:
    person = a.person()

    assert "/bord/wachtwoord/" in client.post(f"/bord/beheer/mensen/{person.id}/link").text


def test_a_made_up_role_is_refused(client: Client) -> None:
    assert client.post("/bord/beheer/mensen/nieuw", data=NEW | {"org_role": "koning"}).status_code == 422
    assert by_email(NEW["email"]) is None


def test_a_person_who_is_not_there_is_not_there(client: Client) -> None:
    assert client.get("/bord/beheer/mensen/999999").status_code == 404


def test_a_role_on_an_opgave_opens_no_beheer(sign_in: Callable[[Person], Client], a: Builder) -> None:
    opgave = a.opgave()
    for person in (a.member(opgave, Role.LEAD), a.manager()):
        assert sign_in(person).get("/bord/beheer").status_code == 403

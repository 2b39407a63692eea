"""A first and a last name: asked when somebody comes in, mended by whom they are of, and looked at in Beheer."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people import sign_ins
from board.core.people.name_parts import split
from board.core.people.names import Name
from board.core.people.people import OrgRole, Person, Role, Visibility
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
PASSWORD = "vier stenen op een rij"


def unsure(a: Builder, text: str, **fields: object) -> Person:
    """Somebody whose name came out of one text."""
    person = a.person(text, name_in_doubt=True, **fields)
    db.commit()
    return person


def plain(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def admin(sign_in: SignIn, a: Builder) -> Client:
    return sign_in(a.admin())


def test_beheer_lists_the_names_that_are_in_doubt_until_somebody_looked(admin: Client, a: Builder) -> None:
    wang, jansen = unsure(a, "Wang Xiaoming"), unsure(a, "Dr. Jansen")
    page = admin.get("/bord/beheer").text
    assert "Kloppen deze namen?" in page
    assert page.index(f"/mensen/{jansen.id}/naam") < page.index(f"/mensen/{wang.id}/naam")

    admin.post(f"/bord/beheer/mensen/{wang.id}/naam", data={"first_name": "Xiaoming", "last_name": "Wang"})
    assert "Xiaoming Wang staat goed." in plain(admin.get("/bord/beheer").text)
    admin.post(f"/bord/beheer/mensen/{jansen.id}/naam", data={"first_name": "", "last_name": "Dr. Jansen"})

    db.expire_all()
    assert (wang.full_name, jansen.full_name) == (Name("Xiaoming", "Wang"), Name("", "Dr. Jansen"))
    assert "Kloppen deze namen?" not in admin.get("/bord/beheer").text


def test_whoever_saves_the_page_of_a_person_says_that_the_name_is_right(admin: Client, a: Builder) -> None:
    wang = unsure(a, "Wang Xiaoming")
    address = f"/bord/beheer/mensen/{wang.id}"
    assert "Kloppen voornaam en achternaam?" in admin.get(address).text
    old_page = {"name": "Wang Xiaoming", "email": wang.email, "job_title": "", "org_role": ""}
    admin.post(address, data=old_page)
    assert wang.name_in_doubt, "a page from before there were two fields shows nothing to agree with"

    admin.post(address, data=old_page | {"first_name": "Wang", "last_name": "Xiaoming"})

    db.expire_all()
    assert wang.full_name == Name("Wang", "Xiaoming")


def test_a_name_without_a_letter_is_refused_and_the_list_stays(admin: Client, a: Builder) -> None:
    wang = unsure(a, "Wang Xiaoming")
    answer = admin.post(f"/bord/beheer/mensen/{wang.id}/naam", data={"first_name": " ", "last_name": "\u200b"})

    assert answer.status_code == 422
    assert "Vul een voornaam of een achternaam in." in answer.text
    assert wang.name_in_doubt


def test_two_who_mend_one_name_lose_nothing(admin: Client, sign_in: SignIn, a: Builder) -> None:
    wang = unsure(a, "Wang Xiaoming")
    address = f"/bord/beheer/mensen/{wang.id}/naam"
    page = admin.get("/bord/beheer").text
    seen = re.search(r'name="gezien" type="hidden" value="([^"]*)"', page.split(address)[1])
    sign_in(wang).post("/bord/ik", data={"first_name": "Xiaoming", "last_name": "Wang", "job_title": ""})

    answer = admin.post(address, data={"first_name": "Xiao", "last_name": "Xiaoming", "gezien": seen and seen[1]})

    assert answer.status_code == 409
    assert "Wat Xiaoming schreef" in answer.text
    db.expire_all()
    assert wang.full_name == Name("Xiaoming", "Wang")


def test_who_comes_in_for_the_first_time_says_their_name(visitor: Client, a: Builder) -> None:
    person = unsure(a, "Wang Xiaoming")
    link = f"/bord/wachtwoord/{sign_ins.make_link(person)}"
    db.commit()
    page = visitor.get(link).text
    assert 'value="Wang"' in page
    assert "Klopt je naam?" in page

    answer = visitor.post(link, data={"password": PASSWORD, "first_name": "Xiaoming", "last_name": "Wang"})

    assert answer.status_code == 303
    db.expire_all()
    assert person.full_name == Name("Xiaoming", "Wang")


def test_who_forgot_a_password_is_asked_for_no_name(visitor: Client, a: Builder) -> None:
    person = a.person()
    sign_ins.set_password(person, PASSWORD)
    link = f"/bord/wachtwoord/{sign_ins.make_link(person)}"
    db.commit()

    assert "first_name" not in visitor.get(link).text


def test_until_then_inwoners_read_no_part_of_the_name(sign_in: SignIn, visitor: Client, a: Builder) -> None:
    opgave = a.opgave("Schulden")
    person = a.member(opgave, name="Jansen Piet", name_in_doubt=True, visibility=Visibility.FIRST_NAME)
    result = a.public_result(opgave, owner=person)
    db.commit()
    assert "Jansen" not in plain(visitor.get(f"/resultaten/{result.id}").text)
    assert "Zeg eerst op je eigen pagina wat je voornaam is." in sign_in(person).get("/bord/ik/in-beeld").text
    assert "Klopt je naam?" in sign_in(person).get("/bord/ik").text

    sign_in(person).post("/bord/ik", data={"first_name": "Piet", "last_name": "Jansen", "job_title": ""})

    page = plain(visitor.get(f"/resultaten/{result.id}").text)
    assert "Piet" in page
    assert "Jansen" not in page


@pytest.mark.parametrize("text", ["Jansen, Piet", "van der Berg, Els", "Wang Xiaoming", "S. Jansen", "Dr. Jansen"])
def test_a_whole_name_in_one_field_is_split_with_care(admin: Client, a: Builder, text: str) -> None:
    admin.post("/bord/beheer/mensen/nieuw", data={"name": text, "email": "x@lindewaard.nl", "org_role": ""})

    person = db.query(Person).filter_by(email="x@lindewaard.nl").one()
    assert person.full_name == split(text)


def test_a_surname_in_the_field_of_the_first_name_is_looked_at(admin: Client, a: Builder) -> None:
    typed = {"first_name": "Jansen, Piet", "last_name": "", "email": "x@lindewaard.nl", "org_role": ""}
    admin.post("/bord/beheer/mensen/nieuw", data=typed)

    assert db.query(Person).filter_by(email="x@lindewaard.nl").one().name_in_doubt


ANY_ALPHABET = [
    ("Ĳsbrand", "ﬁ Łódź"),
    ("王小明", "Øß"),
    ("محمد", "بن علي"),
    ("👩🏽‍🚒 Zoë", "d’Ancona-’t Hart"),
    ("e\u0301", "Nguyễn"),
    ("<b>Piet</b>", 'O\'Brien & "Zn."'),
]


def test_what_people_type_in_any_alphabet_comes_out_whole(sign_in: SignIn, a: Builder) -> None:
    person = a.person()
    db.commit()
    client = sign_in(person)
    for first, last in ANY_ALPHABET:
        client.post("/bord/ik", data={"first_name": f" {first}\n", "last_name": last, "job_title": ""})
        db.expire_all()
        assert (person.first_name, person.last_name) == (first, last)
        assert f"{first} {last}" in unescape(client.get("/bord/ik").text)


def two_piets(a: Builder) -> tuple[Opgave, Person, Person]:
    opgave = a.opgave("Schulden")
    jansen = a.member(opgave, name="Piet Jansen")
    berg = a.member(opgave, Role.LEAD, name="Piet van der Berg")
    a.member(opgave, name="Els de Boer")
    db.commit()
    return opgave, jansen, berg


def test_on_a_board_the_surname_tells_two_of_one_first_name_apart(sign_in: SignIn, a: Builder) -> None:
    opgave, jansen, berg = two_piets(a)
    card = a.card(opgave, owner=jansen, state=CardState.PLANNED)
    a.card(opgave, "Bel de ander", owner=berg)
    db.commit()
    client = sign_in(berg)
    board = f"/bord/opgaven/{opgave.slug}"
    page = plain(client.get(board).text)
    assert page.count("Piet J.") == page.count("Piet B.") == 2, "on a card, and in the choice of who"
    assert "Els d" not in page

    moved = client.htmx(f"{board}/verplaats", {"kaart": card.id, "van": card.place, "staat": "bezig"})
    assert "Piet J." in plain(moved.text)
    wie = client.get(f"{board}/kaarten/{card.id}").text.split('name="owner_id"')[1].split("</select>")[0]
    assert re.findall(r">([^<]+)</option>", wie)[1:] == ["Piet van der Berg", "Els de Boer", "Piet Jansen"]


def test_two_of_one_whole_name_are_told_apart_by_what_they_do(sign_in: SignIn, a: Builder) -> None:
    opgave, jansen, _berg = two_piets(a)
    a.member(opgave, name="Piet Jansen", job_title="wijkcoach")
    card = a.card(opgave)
    db.commit()
    wie = sign_in(jansen).get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text

    assert "Piet Jansen (wijkcoach)" in wie
    assert f"Piet Jansen ({jansen.email})" in wie


LISTED = ["Åsa Aalto", "Laura d'Ancona", "Jan van der Berg", "piet Berg", "Émile Çelik", "Ömer Öztürk", "Anne De Vries"]


def test_people_stand_in_one_order_on_both_databases(admin: Client, sign_in: SignIn, a: Builder) -> None:
    opgave = a.opgave()
    for text in LISTED[::-1]:
        a.member(opgave, name=text, job_title="iemand")
    lead = a.member(opgave, Role.LEAD, name="Zus Alderink", org_role=OrgRole.ADMIN)
    db.commit()

    for address in ("/bord/beheer", f"/bord/opgaven/{opgave.slug}/team", "/bord/mensen?q=iemand"):
        page = plain(sign_in(lead).get(address).text)
        assert sorted(LISTED, key=page.index) == LISTED, address

"""My page: my name, how inwoners see me, my password."""

from collections.abc import Callable

import pytest

from board.core.people import sign_ins
from board.core.people.people import Person, Visibility
from board.core.undo.versions import public_version
from board.db import session as db
from tests.builders import Builder
from tests.client import Client

OLD, NEW = "vier stenen op een rij", "vijf stenen op een rij"
ME = {"name": "Ruth Pinas", "job_title": "schuldhulpverlener"}


@pytest.fixture
def ruth(a: Builder) -> Person:
    person = a.member(a.opgave("Schulden"), job_title="schuldhulpverlener")
    sign_ins.set_password(person, OLD)
    db.commit()
    return person


@pytest.fixture
def client(sign_in: Callable[[Person], Client], ruth: Person) -> Client:
    return sign_in(ruth)


def test_the_page_shows_how_inwoners_see_me_and_leads_to_the_choice(client: Client) -> None:
    page = client.get("/bord/ik").text

    assert "<strong>Team Schulden</strong>" in page
    assert 'href="/bord/ik/in-beeld"' in page
    assert "Niemand vraagt waarom." in page


def test_another_name_leaves_the_choice_as_it_was(client: Client, ruth: Person) -> None:
    ruth.visibility = Visibility.FIRST_NAME
    db.commit()
    before = public_version()

    answer = client.post("/bord/ik", data=ME | {"name": "Anna Vos", "visibility": "full"})

    assert answer.location == "/bord/ik?bewaard=1"
    assert "<strong>Anna</strong>Team Schulden" in client.get(answer.location).text
    assert (ruth.name, ruth.visibility) == ("Anna Vos", Visibility.FIRST_NAME)
    assert public_version() > before, "pages and feeds that citizens have must be made again"


def test_an_empty_name_is_refused_and_what_was_typed_stays(client: Client) -> None:
    answer = client.post("/bord/ik", data=ME | {"name": " ", "job_title": "stadsmarinier"})

    assert answer.status_code == 422
    assert "Vul een voornaam of een achternaam in." in answer.text
    assert "stadsmarinier" in answer.text


def test_who_is_in_no_team_has_a_page_too(sign_in: Callable[[Person], Client], a: Builder) -> None:
    assert "Team van je opgave" in sign_in(a.person()).get("/bord/ik").text


def test_another_password_needs_the_one_of_now(client: Client, ruth: Person) -> None:
    answer = client.post("/bord/ik/wachtwoord", data={"current": "mis", "password": NEW})

    assert answer.status_code == 422
    assert "Dit is niet je wachtwoord van nu." in answer.text
    assert sign_ins.password_fits(ruth, OLD)


def test_another_password_is_saved_and_one_stays_in(client: Client, ruth: Person) -> None:
    answer = client.post("/bord/ik/wachtwoord", data={"current": OLD, "password": NEW})

    assert answer.location == "/bord/ik?gewijzigd=1"
    assert "Je nieuwe wachtwoord is bewaard" in client.get(answer.location).text
    db.expire_all()
    assert sign_ins.password_fits(ruth, NEW)


def test_guessing_the_password_of_an_open_browser_stops(client: Client) -> None:
    for _ in range(5):
        client.post("/bord/ik/wachtwoord", data={"current": "mis", "password": NEW})

    assert client.post("/bord/ik/wachtwoord", data={"current": OLD, "password": NEW}).status_code == 429


def test_another_password_is_not_too_short_and_not_the_address(client: Client, ruth: Person) -> None:
    for weak in ("kort", ruth.email):
        assert client.post("/bord/ik/wachtwoord", data={"current": OLD, "password": weak}).status_code == 422


def test_there_is_a_way_out(client: Client) -> None:
    assert 'action="/bord/uitloggen"' in client.get("/bord/ik").text

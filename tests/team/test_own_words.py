"""A sentence of one’s own and a job are read by inwoners too: who is named there by others is asked about."""

from collections.abc import Callable

import pytest

from board.core.people.names import Name
from board.core.people.people import Person, Visibility
from board.core.publishing.faces import FaceSettings, save_choice
from board.core.record.personal_data import PersonalData
from board.core.record.publishable import PublicationReason
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import BSN, SECRET, WHY
from tests.support.reasons import stops_and_passes

SignIn = Callable[[Person], Client]
NAMED = "Samen met mevrouw De Vries."


@pytest.fixture
def ruth(a: Builder) -> Person:
    return a.member(a.opgave(), name="Ruth Pinas", visibility=Visibility.FULL)


def test_own_words_stop_and_pass(sign_in: SignIn, ruth: Person) -> None:
    client, page = sign_in(ruth), "/bord/ik/in-beeld"

    stops_and_passes(client, page, {"visibility": "first_name", "own_words": SECRET, "photo_until": ""})

    assert ruth.own_words == SECRET
    assert WHY in client.get(page).text


def test_a_job_that_inwoners_read_stops_and_passes(sign_in: SignIn, ruth: Person) -> None:
    stops_and_passes(sign_in(ruth), "/bord/ik", {"name": "Ruth Pinas", "job_title": SECRET})

    assert ruth.job_title == SECRET


def test_so_it_does_for_who_lets_people_in(a: Builder, sign_in: SignIn, ruth: Person) -> None:
    typed = {"name": "Ruth Pinas", "email": ruth.email, "job_title": SECRET, "org_role": ""}

    stops_and_passes(sign_in(a.admin()), f"/bord/beheer/mensen/{ruth.id}", typed)


def test_a_new_person_is_not_asked_about(a: Builder, sign_in: SignIn) -> None:
    typed = {"name": "Sam Bos", "email": "sam@lindewaard.nl", "job_title": SECRET, "org_role": ""}

    assert sign_in(a.admin()).post("/bord/beheer/mensen/nieuw", data=typed).status_code == 200
    assert not session.query(PublicationReason).all()


def test_ones_own_name_is_ones_own(ruth: Person) -> None:
    save_choice(ruth, FaceSettings(Visibility.FULL, "Ik ben Ruth Pinas, bel mij gerust."))
    session.flush()

    with pytest.raises(PersonalData):
        save_choice(ruth, FaceSettings(Visibility.FULL, f"Ik ben Ruth Pinas. {NAMED}"))
    assert ruth.own_words == "Ik ben Ruth Pinas, bel mij gerust."


def test_a_new_name_is_ones_own_too_and_a_stop_leaves_the_old_one(ruth: Person) -> None:
    ruth.introduce(Name("Karim", "El Idrissi"), "helpt u, vraag naar Karim El Idrissi")
    session.flush()

    with pytest.raises(PersonalData):
        ruth.introduce(Name("Sam", "Bos"), SECRET)
    assert ruth.name == "Karim El Idrissi"


def test_what_only_the_team_reads_waits_until_it_is_shown(ruth: Person) -> None:
    save_choice(ruth, FaceSettings(Visibility.TEAM, NAMED))
    session.flush()

    ruth.visibility = Visibility.ROLE
    with pytest.raises(PersonalData):
        session.flush()


def test_beside_a_first_name_no_job_is_read(ruth: Person) -> None:
    save_choice(ruth, FaceSettings(Visibility.FIRST_NAME))
    ruth.introduce(Name("Ruth", "Pinas"), SECRET)
    session.flush()

    assert BSN in ruth.job_title

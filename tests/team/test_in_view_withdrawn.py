"""The way back: one click, without a question; an administrator hides everyone; who leaves shows nothing any more."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from board.blocks.shared import leaving
from board.config import files
from board.core.people import sign_ins
from board.core.people.organisation import organisation
from board.core.people.people import OrgRole, Person, Visibility
from board.core.publishing.faces import LEFT, WORDING, choices_of, throw_old_photos_away
from board.core.record.photos import PhotoSize
from board.core.record.weeks import today
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.photos import give_face

PAGE = "/bord/ik/in-beeld"
Enter = Callable[[Person], Client]


@pytest.fixture
def ruth(a: Builder) -> Person:
    """Somebody who shows everything."""
    person = a.member(a.opgave("Schulden"), visibility=Visibility.FULL, own_words="Ik bel liever.")
    give_face(person)
    return person


def bytes_kept() -> int:
    return db.scalar(select(func.count()).select_from(PhotoSize)) or 0


def test_my_photo_goes_in_one_click_and_the_rest_stays(sign_in: Enter, ruth: Person) -> None:
    client = sign_in(ruth)
    assert "Haal mijn foto weg" in client.get(PAGE).text

    assert client.post(f"{PAGE}/foto-weg").location == PAGE

    assert (ruth.photo, ruth.photo_until, bytes_kept()) == (None, None, 0)
    assert (ruth.visibility, ruth.own_words) == (Visibility.FULL, "Ik bel liever.")
    assert "Haal mijn foto weg" not in client.get(PAGE).text
    assert not choices_of(ruth)[0].with_photo


def test_i_am_nowhere_any_more_in_one_click(sign_in: Enter, ruth: Person) -> None:
    client = sign_in(ruth)

    assert client.post(f"{PAGE}/nergens").location == PAGE

    assert (ruth.visibility, ruth.own_words, ruth.photo, bytes_kept()) == (Visibility.TEAM, "", None, 0)
    assert "Inwoners zien nu alleen je team." in client.get(PAGE).text
    assert choices_of(ruth)[0].visibility is Visibility.TEAM


def test_pressing_twice_does_no_harm(sign_in: Enter, ruth: Person) -> None:
    client = sign_in(ruth)
    for _ in range(2):
        for button in ("foto-weg", "nergens"):
            assert client.post(f"{PAGE}/{button}").status_code == 303

    assert len(choices_of(ruth)) == 2


def test_an_administrator_cannot_choose_for_somebody(sign_in: Enter, ruth: Person, a: Builder) -> None:
    admin = sign_in(a.admin())
    address = f"/bord/beheer/mensen/{ruth.id}"

    assert "visibility" not in admin.get(address).text
    admin.post(address, data={"name": ruth.name, "email": ruth.email, "org_role": "", "visibility": "team"})

    assert ruth.visibility is Visibility.FULL


def test_an_administrator_hides_all_faces_and_shows_them_again(sign_in: Enter, ruth: Person, a: Builder) -> None:
    admin, client = sign_in(a.admin()), sign_in(ruth)

    assert admin.post("/bord/beheer/gezichten/verberg").status_code == 303
    hidden = client.get(PAGE).text
    assert "Bea Beheerder verborg alle gezichten op" in hidden
    assert "Bea Beheerder verborg alle gezichten op" in admin.get("/bord/beheer").text
    assert "<strong>Ruth Pinas</strong>" not in hidden
    assert "Ruth Pinas" not in client.htmx(f"{PAGE}/voorbeeld?visibility=full").text
    since = organisation().faces_hidden_since
    admin.post("/bord/beheer/gezichten/verberg")
    assert organisation().faces_hidden_since == since

    assert admin.post("/bord/beheer/gezichten/toon").status_code == 303
    assert organisation().faces_hidden_since is None
    assert "<strong>Ruth Pinas</strong>" in client.get(PAGE).text


@pytest.mark.parametrize("what", ["verberg", "toon"])
def test_only_an_administrator_hides_faces(sign_in: Enter, ruth: Person, a: Builder, what: str) -> None:
    for person in (ruth, a.manager()):
        assert sign_in(person).post(f"/bord/beheer/gezichten/{what}").status_code == 403


def test_who_loses_access_is_in_the_team_without_photo_or_words(ruth: Person) -> None:
    leaving.take_access_away(ruth)
    db.flush()

    assert (ruth.visibility, ruth.own_words, ruth.photo, bytes_kept()) == (Visibility.TEAM, "", None, 0)
    assert choices_of(ruth)[0].asked == LEFT


def test_after_its_last_day_a_photo_is_thrown_away(sign_in: Enter, ruth: Person, a: Builder) -> None:
    kept = a.member(a.opgave())
    give_face(kept, until=today())
    ruth.photo_until = today() - timedelta(days=1)
    db.flush()
    assert "De laatste dag van deze foto is voorbij." in sign_in(ruth).get(PAGE).text

    throw_old_photos_away()
    db.flush()

    assert ruth.photo is None
    assert (kept.photo_until, bytes_kept()) == (today(), 2)


def test_a_colleague_sees_only_a_photo_that_its_owner_shows(sign_in: Enter, ruth: Person, a: Builder) -> None:
    colleague = sign_in(a.person(org_role=OrgRole.ADMIN))
    assert ruth.photo is not None
    address = f"/bord/gezichten/{ruth.photo.key}-320.webp"
    assert colleague.get(address).status_code == 200

    ruth.visibility = Visibility.FIRST_NAME

    assert colleague.get(address).status_code == 404
    assert sign_in(ruth).get(address).status_code == 200


def test_other_words_about_the_choice_have_another_date() -> None:
    """What people read before they chose is part of the proof: change the words, and WORDING with them."""
    words = (files("templates") / "team/my_face/_words.html").read_bytes()

    assert (WORDING, hashlib.sha256(words).hexdigest()[:12]) == ("2026-11-22", "17140f7b4f06")


def test_whoever_signs_in_sweeps_old_photos_out(visitor: Client, ruth: Person, a: Builder) -> None:
    other = a.person()
    sign_ins.set_password(other, "vier stenen op een rij")
    ruth.photo_until = today() - timedelta(days=1)

    visitor.post("/bord/inloggen", data={"email": other.email, "password": "vier stenen op een rij"})

    assert bytes_kept() == 0

"""“Zo sta ik in beeld”: I choose, it holds at once, each choice is kept, and the way back is one click."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from board.core.people.people import Person, Visibility
from board.core.publishing.faces import WORDING, FaceChoice, choices_of
from board.core.record.photos import Photo, PhotoSize
from board.core.record.weeks import today
from board.core.undo.versions import public_version
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.photos import give_face, large_form, picture, upload

PAGE = "/bord/ik/in-beeld"
SOON = today() + timedelta(days=30)


@pytest.fixture
def ruth(a: Builder) -> Person:
    return a.member(a.opgave("Schulden"), job_title="schuldhulpverlener")


@pytest.fixture
def client(sign_in: Callable[[Person], Client], ruth: Person) -> Client:
    return sign_in(ruth)


def form(visibility: str = "team", **typed: Any) -> dict[str, Any]:
    return {"visibility": visibility, "own_words": "", "photo_until": SOON.isoformat()} | typed


def choose(client: Client, visibility: str, **typed: Any) -> str:
    """The page after a choice that was kept."""
    answer = client.post(PAGE, data=form(visibility, **typed))
    assert (answer.status_code, answer.location) == (303, PAGE)
    return client.get(PAGE).text


def count(model: Any) -> int:
    return db.scalar(select(func.count()).select_from(model)) or 0


def test_the_page_shows_each_way_to_be_seen_and_says_what_happens(client: Client) -> None:
    page = client.get(PAGE).text

    for seen in ("Ruth Pinas, schuldhulpverlener", "Ruth, Team Schulden", "Schuldhulpverlener, Team Schulden"):
        assert seen in page
    assert "Alleen jij kiest." in page
    assert "Nog niets. Zolang je niets kiest, zien inwoners alleen je team." in page


@pytest.mark.parametrize("kind", list(Visibility))
def test_a_choice_holds_at_once_and_everywhere(client: Client, ruth: Person, kind: Visibility) -> None:
    ruth.visibility = Visibility.ROLE if kind is Visibility.TEAM else Visibility.TEAM
    before = public_version()

    assert "Bewaard. Dit geldt nu overal." in choose(client, kind.value)

    assert ruth.visibility is kind
    assert public_version() > before, "pages and feeds that citizens have must be made again"


def test_each_choice_that_changes_something_is_kept_as_proof(client: Client, ruth: Person) -> None:
    choose(client, "first_name")
    choose(client, "first_name")
    page = choose(client, "full", own_words="Ik bel liever.", photo=upload())

    newest, first = choices_of(ruth)
    assert (first.visibility, first.with_photo, first.photo_until, first.own_words) == (
        Visibility.FIRST_NAME,
        False,
        None,
        "",
    )
    assert (newest.visibility, newest.with_photo, newest.photo_until) == (Visibility.FULL, True, SOON)
    assert (newest.own_words, newest.asked) == ("Ik bel liever.", WORDING)
    assert page.index("met foto, tot en met") < page.index("<strong>Voornaam</strong>")


def test_a_photo_comes_in_and_is_shown_to_its_owner(client: Client, ruth: Person) -> None:
    page = choose(client, "team", photo=upload())

    assert ruth.photo is not None
    assert "Inwoners zien deze foto niet" in page
    seen = client.get(f"/bord/gezichten/{ruth.photo.key}-96.webp")
    assert (seen.status_code, seen.mimetype) == (200, "image/webp")
    assert count(PhotoSize) == 2


def test_another_photo_takes_the_place_of_the_one_before(client: Client, ruth: Person) -> None:
    before = give_face(ruth).key

    choose(client, "full", photo=upload())

    assert ruth.photo is not None
    assert ruth.photo.key != before
    assert (count(Photo), count(PhotoSize)) == (1, 2)
    assert client.get(f"/bord/gezichten/{before}-96.webp").status_code == 404


def test_without_a_new_file_the_photo_stays(client: Client, ruth: Person) -> None:
    photo = give_face(ruth, SOON)

    choose(client, "role")

    assert (ruth.photo, ruth.photo_until) == (photo, SOON)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Dit bestand is leeg."),
        (b"<svg/>", "Dit is geen foto die we kunnen lezen."),
        (b"\xff\xd8\xff\xe0" + bytes(99), "Dit"),
    ],
)
def test_what_is_no_photo_is_refused_at_the_field_and_nothing_typed_is_lost(
    client: Client, ruth: Person, content: bytes, says: str
) -> None:
    answer = client.post(PAGE, data=form("full", own_words="Ik bel liever.", photo=upload(content)))

    assert answer.status_code == 422
    assert says in answer.text
    assert 'id="photo-fout"' in answer.text
    assert "Ik bel liever." in answer.text
    assert (ruth.visibility, ruth.photo) == (Visibility.TEAM, None)
    assert count(FaceChoice) == 0


def test_a_heavy_photo_gets_its_sentence_and_a_far_too_heavy_one_is_cut_off(client: Client, app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True  # its token is read from the same large form
    held = sent_by(client.get(PAGE).text, PAGE)

    heavy = client.post(PAGE, **large_form(b"x" * 40_000_001, **held | form("full")))
    assert heavy.status_code == 422
    assert "Deze foto is groter dan 40 MB." in heavy.text

    fine = client.post(PAGE, **large_form(picture() + bytes(9_000_000), **held | form("full")))
    assert fine.status_code == 303

    far_too_heavy = client.post(PAGE, **large_form(b"x" * 61_000_000, **held | form("full")))
    assert far_too_heavy.status_code == 413


def test_who_is_not_signed_in_sends_nothing_large(visitor: Client) -> None:
    assert visitor.post(PAGE, **large_form(b"x" * 3_000_000)).status_code == 401


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("", "Kies een dag."),
        ("morgen", "Kies een dag."),
        (today().isoformat(), "Kies een dag die nog komt."),
        ((today() - timedelta(days=1)).isoformat(), "Kies een dag die nog komt."),
        (date(today().year + 6, 1, 1).isoformat(), "niet verder weg"),
    ],
)
def test_a_photo_has_a_last_day_that_is_to_come(client: Client, ruth: Person, until: str, says: str) -> None:
    answer = client.post(PAGE, data=form("full", photo=upload(), photo_until=until))

    assert answer.status_code == 422
    assert says in answer.text
    assert ruth.photo is None


def test_without_a_photo_no_day_is_asked(client: Client) -> None:
    assert client.post(PAGE, data=form("full", photo_until="")).status_code == 303


def test_two_years_stand_there_and_five_are_the_most(client: Client) -> None:
    page = client.get(PAGE).text

    assert f'value="{today().year + 2}-' in page
    assert f'max="{today().year + 5}-' in page


@pytest.mark.parametrize("typed", [{"visibility": "alles"}, {"visibility": ""}, {"own_words": "x" * 141}])
def test_what_cannot_be_is_refused(client: Client, ruth: Person, typed: dict[str, str]) -> None:
    assert client.post(PAGE, data=form("full") | typed).status_code == 422
    assert ruth.visibility is Visibility.TEAM


def test_the_preview_follows_what_is_chosen_and_keeps_nothing(client: Client, ruth: Person) -> None:
    shown = client.htmx(f"{PAGE}/voorbeeld?visibility=full&own_words=Ik+luister+eerst.").text

    assert "<strong>Ruth Pinas</strong>" in shown
    assert "<q>Ik luister eerst.</q>" in shown
    assert ruth.visibility is Visibility.TEAM


@pytest.mark.parametrize("visibility", ["", "alles", "team"])
def test_the_preview_falls_back_to_the_team(client: Client, visibility: str) -> None:
    shown = client.htmx(f"{PAGE}/voorbeeld?visibility={visibility}&own_words=Hoi").text

    assert "Team Schulden" in shown
    assert "Ruth" not in shown
    assert "Hoi" not in shown


def test_a_role_is_only_shown_when_there_is_one(client: Client, ruth: Person) -> None:
    ruth.job_title = ""

    assert "Vul eerst je functie in." in client.get(PAGE).text


def test_who_is_in_no_team_has_a_page_too(sign_in: Callable[[Person], Client], a: Builder) -> None:
    assert "Team van je opgave" in sign_in(a.person()).get(PAGE).text

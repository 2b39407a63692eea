"""A photo of the work: brought by the team, with words for who cannot see it, and a yes of who stands on it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.publishing.result_photos import ResultPhoto, photo_of, photos_of
from board.core.record.photos import Photo, PhotoSize
from board.core.record.publishable import PublicationReason
from board.core.undo.versions import public_version
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.photos import ALT, give_photo, opened, picture, upload
from tests.support.card_page import url
from tests.support.reasons import asked_of

Enter = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden")


@pytest.fixture
def ruth(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave)


@pytest.fixture
def client(sign_in: Enter, ruth: Person) -> Client:
    return sign_in(ruth)


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    """A done card, of which the result is not public yet."""
    card = a.card(opgave)
    a.result(card)
    return card


def form(**typed: Any) -> dict[str, Any]:
    return {"photo": upload(picture(2000, 1500)), "alt": ALT, "credit": "", "agreed": "y"} | typed


def test_a_photo_comes_in_with_its_words_and_who_said_yes(client: Client, ruth: Person, card: Card) -> None:
    assert client.post(url(card, "/foto"), data=form(credit="de wijkraad")).location == url(card, "/publiceer")

    found = photo_of(card.result)
    assert found is not None
    assert (found.alt, found.credit, found.confirmed_by) == (ALT, "de wijkraad", ruth)
    assert (found.photo.width, found.photo.height) == (1600, 1200)
    page = client.get(url(card, "/foto")).text
    assert f'alt="{ALT}"' in page
    assert "Ruth Pinas zei op" in page


def test_the_team_sees_it_before_anyone_else(client: Client, card: Card, visitor: Client, a: Builder) -> None:
    client.post(url(card, "/foto"), data=form())

    assert url(card, "/foto-480.webp") in client.get(url(card, "/publiceer")).text
    assert url(card, "/foto-480.webp") in client.get(url(card, "/rond-af")).text
    seen = client.get(url(card, "/foto-480.webp"))
    assert opened(seen.data).size == (480, 360)
    assert seen.headers["Cache-Control"] == "private, no-cache"
    assert visitor.get(url(card, "/foto-480.webp")).status_code == 302
    assert client.get(url(card, "/foto-99.webp")).status_code == 404
    assert client.get(url(a.card(card.opgave), "/foto-480.webp")).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"alt": " "}, "Schrijf op wat er te zien is"),
        ({"agreed": ""}, "Zeg dat dit klopt."),
        ({"photo": None}, "Kies eerst een foto."),
        ({"photo": b"<svg/>"}, "Dit is geen foto"),
        ({"photo": picture(200, 200)}, "te klein"),
    ],
)
def test_what_misses_is_asked_and_what_was_typed_stays(
    client: Client, card: Card, typed: dict[str, Any], says: str
) -> None:
    data = form(credit="de wijkraad") | typed
    photo = data.pop("photo")
    brought = {"photo": upload(photo)} if isinstance(photo, bytes) else {"photo": photo} if photo else {}
    answer = client.post(url(card, "/foto"), data=data | brought)

    assert answer.status_code == 422
    assert says in answer.text
    assert "de wijkraad" in answer.text
    assert photo_of(card.result) is None


def test_better_words_need_no_new_photo_and_no_new_yes(client: Client, card: Card, ruth: Person, a: Builder) -> None:
    assert card.result is not None
    found = give_photo(card.result, a.person("Anna Vos"))
    kept = found.photo.key

    answer = client.post(url(card, "/foto"), data={"alt": "Een brief op tafel.", "credit": ""})

    assert answer.status_code == 303
    assert (found.alt, found.photo.key, found.confirmed_by and found.confirmed_by.name) == (
        "Een brief op tafel.",
        kept,
        "Anna Vos",
    )


def test_another_photo_throws_the_one_before_away(client: Client, card: Card, ruth: Person, a: Builder) -> None:
    assert card.result is not None
    found = give_photo(card.result, a.person("Anna Vos"))

    client.post(url(card, "/foto"), data=form())

    assert found.confirmed_by is ruth
    assert db.scalar(select(func.count()).select_from(Photo)) == 1


def test_it_can_be_taken_away(client: Client, card: Card, a: Builder) -> None:
    assert card.result is not None
    give_photo(card.result, a.person())

    assert client.post(url(card, "/foto/weg")).location == url(card, "/foto")

    assert [db.scalar(select(func.count()).select_from(one)) for one in (ResultPhoto, Photo, PhotoSize)] == [0, 0, 0]
    assert client.post(url(card, "/foto/weg")).status_code == 303


@pytest.mark.parametrize("what", ["new", "words", "gone"])
def test_of_a_public_result_each_change_is_told(client: Client, opgave: Opgave, a: Builder, what: str) -> None:
    result = a.public_result(opgave)
    card = db.scalars(select(Card).where(Card.result_id == result.id)).one()
    if what != "new":
        give_photo(result, a.person())
        result.changed_at = None
    assert ("staat erbij dat het gewijzigd is" in client.get(url(card, "/foto")).text) is True
    before = public_version()

    data = {"new": form(), "words": {"alt": "Een brief.", "credit": ""}}.get(what)
    client.post(url(card, "/foto" if data else "/foto/weg"), data=data)

    assert result.changed_at is not None
    assert public_version() > before


def test_words_with_a_name_wait_for_a_reason(client: Client, card: Card, ruth: Person) -> None:
    waits = client.post(url(card, "/foto"), data=form(alt="Mevrouw De Wit leest haar brief."))
    assert waits.status_code == 422
    assert "Waarom mag dit er staan?" in waits.text
    assert "Kies hem nog een keer." in waits.text
    assert photo_of(card.result) is None

    because = form(alt="Mevrouw De Wit leest haar brief.", because="Zij vroeg er zelf om.")
    because["asked_of"] = asked_of(waits.text)
    assert client.post(url(card, "/foto"), data=because).status_code == 303

    assert db.scalars(select(PublicationReason)).one().kind == "result_photo"


def test_only_the_team_brings_photos(sign_in: Enter, opgave: Opgave, card: Card, a: Builder) -> None:
    for person in (a.reader(opgave), a.manager()):
        assert sign_in(person).get(url(card, "/foto")).status_code == 403
        assert sign_in(person).post(url(card, "/foto"), data=form()).status_code == 403


def test_a_card_without_a_result_has_no_photo(client: Client, opgave: Opgave, a: Builder) -> None:
    assert client.get(url(a.card(opgave), "/foto")).status_code == 404


def test_a_done_card_leads_to_its_photo(client: Client, card: Card) -> None:
    assert url(card, "/foto") in client.get(url(card)).text


def test_the_photos_of_many_results_are_asked_at_once(card: Card, a: Builder) -> None:
    assert card.result is not None
    found = give_photo(card.result, a.person())

    assert photos_of([card.result.id, 0]) == {card.result.id: found}

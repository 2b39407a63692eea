"""Beheer: an opgave goes for good, after all of it was put in a file; and where it was, that is said."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import func, select

from board.core.opgaven import teams
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.opgaven.removed_opgaven import RemovedOpgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.photos import Photo, PhotoSize
from board.db import Base
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.world import World

SignIn = Callable[[Person], Client]
TYPED = {"name": "schulden "}


@pytest.fixture
def world(a: Builder) -> World:
    """An opgave with one of everything, beside another one."""
    other = a.opgave("School", slug="school", title="Elk kind veilig naar school")
    a.public_result(other, "U steekt veilig over.")
    return World(a)


@pytest.fixture
def admin(world: World, a: Builder, sign_in: SignIn) -> Client:
    return sign_in(a.person("Bea Beheerder", org_role=a.admin().org_role))


def there(page: str) -> str:
    """The address of a page about the opgave that goes."""
    number = db.scalar(select(Opgave.id).where(Opgave.slug == "schulden"))
    return f"/bord/beheer/opgaven/{number}/{page}"


def counts() -> dict[str, int]:
    tables = Base.metadata.sorted_tables
    return {table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def exported(client: Client) -> tuple[dict[str, Any], list[str]]:
    answer = client.post(there("bestand"))
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    archive = ZipFile(BytesIO(answer.data))
    return json.loads(archive.read("opgave.json")), archive.namelist()


def test_the_file_holds_all_that_goes(world: World, admin: Client) -> None:
    before = counts()
    told, names = exported(admin)
    assert admin.post(there("weg"), data=TYPED).status_code == 303
    after = counts()

    left_out = {"search_text", "week_fact", "upload", "opgave_export", "removed_opgave", "sent", "sign_in"}
    for name in before.keys() - left_out:
        gone = before[name] - after[name]
        assert gone == len(told["tables"].get(name, [])), name
    assert len(told["tables"]) > 20
    assert len([name for name in names if name.startswith("photos/")]) == len(told["tables"]["photo_size"]) > 0
    assert "Yasmina" in str(told["people"]) or told["people"]


def test_nothing_is_left_that_refers_to_it(world: World, admin: Client) -> None:
    number = world.opgave.id
    exported(admin)
    admin.post(there("weg"), data=TYPED)

    for table in Base.metadata.sorted_tables:
        if "opgave_id" in table.c:
            assert db.scalar(select(func.count()).select_from(table).where(table.c.opgave_id == number)) == 0, (
                table.name
            )
    assert db.scalar(select(func.count()).select_from(Opgave)) == 1
    assert db.scalars(select(Photo.id)).all() == db.scalars(select(Person.photo_id).where(Person.photo_id > 0)).all()
    assert db.scalars(select(PhotoSize.photo_id)).all(), "a face is of its person"
    things = {
        table.name: set(db.scalars(select(table.c.id))) for table in Base.metadata.sorted_tables if "id" in table.c
    }
    assert all(thing in things[kind] for kind, thing in db.execute(select(Change.kind, Change.thing_id)))


def test_it_goes_only_after_a_file_was_made_and_nothing_changed_since(world: World, admin: Client, a: Builder) -> None:
    first = admin.post(there("weg"), data=TYPED)
    assert first.status_code == 409
    assert "Download het eerst" in first.text

    exported(admin)
    assert "Sindsdien veranderde er niets" in admin.get(there("weg")).text
    a.card(world.opgave, "Nog een kaart")
    db.commit()

    assert "Sindsdien veranderde er niets" not in admin.get(there("weg")).text
    assert admin.post(there("weg"), data=TYPED).status_code == 409
    exported(admin)
    assert admin.post(there("weg"), data=TYPED).status_code == 303


def test_another_name_removes_nothing(world: World, admin: Client) -> None:
    exported(admin)

    for typed in ("", "school", "Schuld"):
        assert admin.post(there("weg"), data={"name": typed}).status_code == 422
    assert db.scalar(select(func.count()).select_from(Opgave)) == 2


def test_only_an_administrator_removes(world: World, sign_in: SignIn) -> None:
    for name in ("opgavemanager", "manager", "lid"):
        client = sign_in(world.people[name])
        assert client.get(there("weg")).status_code == 403
        assert client.post(there("bestand")).status_code == 403
        assert client.post(there("weg"), data=TYPED).status_code == 403


def test_inwoners_read_that_it_is_gone(world: World, admin: Client, visitor: Client) -> None:
    number = world.values["public.number"]
    addresses = [f"/resultaten/{number}", "/opgaven/schulden", "/opgaven/schulden/alles", "/opgaven/schulden/feed.atom"]
    assert [visitor.get(address).status_code for address in addresses] == [200] * 4
    exported(admin)
    admin.post(there("weg"), data=TYPED)

    for address in addresses:
        gone = visitor.get(address)
        assert gone.status_code == 410, address
        assert "Wat hier stond, hebben we verwijderd." in gone.text
        assert "Niemand zijn huis uit" not in gone.text
    assert "Niemand zijn huis uit" not in visitor.get("/").text + visitor.get("/opgaven").text
    assert visitor.get("/opgaven/nooit").status_code == 404
    assert visitor.get("/resultaten/99999").status_code == 404
    assert "U steekt veilig over." in visitor.get("/").text


def test_an_opgave_that_inwoners_never_knew_is_simply_not_there(a: Builder, sign_in: SignIn, visitor: Client) -> None:
    a.opgave("Schulden", slug="schulden", public=False)
    client = sign_in(a.admin())
    exported(client)
    client.post(there("weg"), data=TYPED)

    assert visitor.get("/opgaven/schulden").status_code == 404
    assert client.get("/bord/opgaven/schulden").status_code == 404


def test_beheer_says_who_removed_what_and_when(world: World, admin: Client) -> None:
    exported(admin)
    admin.post(there("weg"), data=TYPED)

    page = " ".join(admin.get("/bord/beheer").text.split())
    assert "Niemand zijn huis uit om een kleine schuld, op " in page
    assert "door Bea Beheerder" in page


def test_no_number_and_no_address_of_it_is_given_again(world: World, admin: Client, a: Builder, app: Flask) -> None:
    number, last = world.opgave.id, db.scalar(select(func.max(Result.id))) or 0
    exported(admin)
    admin.post(there("weg"), data=TYPED)
    words = {"title": "Iets anders", "short_name": "Schulden", "summary": ""}

    new = teams.begin_opgave(words, Audience.INTERNAL, a.person())

    assert (new.slug, new.id > number) == ("schulden-2", True)
    assert a.public_result(new).id > last


def test_a_file_twice_without_a_change_is_the_same_work(world: World, admin: Client) -> None:
    first, second = exported(admin)[0], exported(admin)[0]

    assert first["tables"] == second["tables"]
    assert db.scalar(select(func.count()).select_from(RemovedOpgave)) == 0

"""Who withdraws their face is nowhere at the next request: every public address is asked, also by who kept a copy."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role, Visibility
from board.core.publishing.week_pages import week_page
from board.core.record.weeks import Week, today
from board.db import session
from board.public.site.pages import addresses, export
from tests.builders import Builder
from tests.client import Client
from tests.photos import give_face
from tests.public.crawl import everything_public

NAME, JOB, WORDS = "Quirina Zonderling", "zoutzieder", "Ik proef eerst of het klopt."
NAMES = ("Quirina", "Zonderling")
Enter = Callable[[Person], Client]


@dataclass
class Copy:
    """What somebody kept of each public address: how it answered, and with which words."""

    status: dict[str, int] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def where(self, trace: str) -> set[str]:
        return {address for address, words in self.words.items() if trace.lower() in words.lower()}


def copy(visitor: Client, kept: Copy | None = None) -> Copy:
    """Ask every address, with the tag of the copy that was kept; what is unchanged is read from that copy."""
    kept, made = kept or Copy(), Copy()
    for address in {*everything_public(visitor), *kept.status}:
        tag = {"If-None-Match": kept.etags[address]} if address in kept.etags else {}
        answer = visitor.get(address, headers=tag)
        made.status[address], made.etags[address] = answer.status_code, answer.headers.get("ETag", '"none"')
        # A copy that still holds shows what it held.
        told = kept.words[address] if answer.status_code == 304 else answer.data.decode("utf-8", "replace")
        made.words[address] = f"{answer.headers}\n{told}"
    return made


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden", slug="schulden", active=False)


@pytest.fixture
def quirina(a: Builder, opgave: Opgave) -> Person:
    """Somebody who is everywhere a name can be, with all that can be shown of a person."""
    person = a.person(NAME, job_title=JOB, own_words=WORDS, visibility=Visibility.FULL)
    a.membership(opgave, person, Role.LEAD)
    worries.sign(opgave, "Ik lig wakker van de post.", person).show(today())
    a.public_result(opgave, owner=person)
    page = week_page(Week.now())
    page.write("Deze week belden wij elke dag.", by=person)
    page.show()
    session.add(page)
    give_face(person)
    session.flush()
    return person


def face_of(person: Person) -> str:
    assert person.photo is not None
    return f"/gezichten/{person.photo.key}-96.webp"


def test_before_anything_is_withdrawn_it_can_be_seen(visitor: Client, app: Flask, quirina: Person) -> None:
    seen = copy(visitor)

    everywhere = seen.where(NAME)
    assert {"/", f"/week/{Week.now()}", "/opgaven", "/opgaven/schulden", "/feed.atom"} <= everywhere
    assert any(address.startswith("/resultaten/") for address in everywhere)
    assert {"/", "/opgaven/schulden"} <= seen.where(face_of(quirina))
    assert len(seen.where(WORDS)) >= 2
    assert seen.status[face_of(quirina)] == 200


def test_the_crawl_comes_at_every_address_that_anyone_may_read(visitor: Client, app: Flask, quirina: Person) -> None:
    found = everything_public(visitor)
    at = app.url_map.bind("127.0.0.1")
    met = {at.match(address.partition("?")[0])[0] for address in found if not address.startswith("/static/")}
    met |= {"photos.work"}  # of results, not of people: see test_photos.py

    for rule in app.url_map.iter_rules():
        guard = getattr(app.view_functions[rule.endpoint], "guard")  # noqa: B009  set by the guard
        is_ours = guard.public and not rule.rule.startswith(("/bord", "/static", "/huisstijl"))
        if is_ours and not rule.rule.endswith(".pdf"):
            assert rule.endpoint in met or rule.endpoint == "public.sitemap_part", rule.rule


def is_nowhere(kept: Copy, visitor: Client, *traces: str) -> Copy:
    now = copy(visitor, kept)
    for trace in traces:
        assert not now.where(trace), trace
    return now


def test_who_withdraws_is_nowhere_at_the_next_request(visitor: Client, sign_in: Enter, quirina: Person) -> None:
    kept, face = copy(visitor), face_of(quirina)

    assert sign_in(quirina).post("/bord/ik/in-beeld/nergens").status_code == 303

    now = is_nowhere(kept, visitor, *NAMES, JOB, WORDS, face.removesuffix("-96.webp"), "WEBPVP8")
    assert now.status[face] == 404


def test_while_an_administrator_hides_all_faces_nobody_is_anywhere(
    visitor: Client, sign_in: Enter, quirina: Person, a: Builder
) -> None:
    kept, face, admin = copy(visitor), face_of(quirina), sign_in(a.admin())

    admin.post("/bord/beheer/gezichten/verberg")
    assert is_nowhere(kept, visitor, *NAMES, JOB, WORDS, face, "WEBPVP8").status[face] == 404

    admin.post("/bord/beheer/gezichten/toon")
    again = copy(visitor, kept)
    assert again.where(NAME) == kept.where(NAME)
    assert again.status[face] in {200, 304}


def test_after_its_last_day_the_photo_is_gone_and_the_name_stays(visitor: Client, quirina: Person) -> None:
    last = today() + timedelta(days=1)
    quirina.photo_until = last
    kept, face = copy(visitor), face_of(quirina)

    with time_machine.travel(datetime.combine(last, time(21), UTC), tick=False):
        assert copy(visitor, kept).where(face), "on the last day it may still be seen"
    with time_machine.travel(datetime.combine(last + timedelta(days=1), time(9), UTC), tick=False):
        now = copy(visitor, kept)

    assert not now.where(face)
    assert now.status[face] == 404
    assert now.where(NAME)


def test_beside_one_result_somebody_shows_less_and_only_there(
    visitor: Client, sign_in: Enter, quirina: Person, opgave: Opgave, a: Builder
) -> None:
    result = a.public_result(opgave, "U hoort het dezelfde dag.", owner=quirina)
    kept, address = copy(visitor), f"/resultaten/{result.id}"
    assert address in kept.where(NAME)

    answer = sign_in(quirina).post(f"/bord/ik/in-beeld/resultaten/{result.id}", data={"visibility": "role"})

    assert answer.status_code == 303
    now = copy(visitor, kept)
    assert kept.where(NAME) - now.where(NAME) == {address}
    assert kept.where(face_of(quirina)) - now.where(face_of(quirina)) == {address}
    assert "<strong>Zoutzieder</strong> Team Schulden" in now.words[address]
    [article] = re.findall(rf'<article[^>]*id="r{result.id}".*?</article>', now.words["/"], re.DOTALL)
    assert NAME not in article


def test_a_face_that_stands_nowhere_is_given_to_nobody(
    visitor: Client, sign_in: Enter, a: Builder, opgave: Opgave
) -> None:
    """Full beside one result only; there limited, the file has no page to stand on."""
    worries.sign(opgave, "Ik lig wakker van de post.", None, "wethouder").show(today())
    person = a.person(NAME, visibility=Visibility.FULL, job_title=JOB)
    result = a.public_result(opgave, owner=person)
    give_face(person)
    address = face_of(person)
    assert visitor.get(address).status_code == 200

    sign_in(person).post(f"/bord/ik/in-beeld/resultaten/{result.id}", data={"visibility": "first_name"})

    assert visitor.get(address).status_code == 404


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    return ((str(path.relative_to(folder)), path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def test_a_new_export_is_without_the_name_and_the_photo(
    app: Flask, sign_in: Enter, quirina: Person, tmp_path: Path
) -> None:
    session.commit()
    export(app, tmp_path / "site")
    before = dict(files(tmp_path / "site"))
    assert f"{face_of(quirina)[1:]}" in before
    assert any(NAME.encode() in content for content in before.values())

    sign_in(quirina).post("/bord/ik/in-beeld/nergens")
    export(app, tmp_path / "site")

    after = dict(files(tmp_path / "site"))
    assert not [name for name in after if name.startswith("gezichten/")]
    traces = [trace.encode() for trace in (*NAMES, JOB, WORDS)]
    assert not [name for name, content in after.items() for trace in traces if trace in content]
    assert list(addresses(app))

"""What is made once and shown again: only to whom it fits, and in no more bytes than it may take."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from flask import Flask
from flask_babel import force_locale
from hypothesis import given, settings
from hypothesis import strategies as st

from board.core.people.people import Person
from board.web.cache import ROOMS, Fit, Room, Shelf, room, shelf, size_of
from board.web.release import RELEASE
from tests.builders import Builder
from tests.client import Client

NOON = "2026-11-16 12:00"
FIT = Fit("release", date(2026, 11, 16), (), "nl")


@pytest.fixture
def looking(app: Flask) -> Iterator[Flask]:
    with app.test_request_context("/bord"), time_machine.travel(NOON, tick=False):
        yield app


def made(on: Shelf, words: str, version: int = 1) -> str:
    return on.remember("what", version, lambda: words)


def test_what_was_made_is_shown_again(looking: Flask) -> None:
    assert [made(shelf("cards", rights=("lid",)), words) for words in ("first", "second")] == ["first", "first"]


def test_two_roles_languages_releases_and_versions_never_get_what_is_anothers(looking: Flask) -> None:
    made(shelf("cards", rights=("lid",)), "of a member, in Dutch")

    assert made(shelf("cards", rights=("meelezer",)), "of a reader") == "of a reader"
    with force_locale("en_GB"):
        assert made(shelf("cards", rights=("lid",)), "in English") == "in English"
    assert made(shelf("boards", rights=("lid",)), "of another kind") == "of another kind"
    looking.config[RELEASE] = "the next"
    assert made(shelf("cards", rights=("lid",)), "of the next release") == "of the next release"
    assert made(shelf("cards", rights=("lid",)), "changed", version=2) == "changed"
    assert made(shelf("cards", rights=("lid",)), "put back", version=1) == "put back", "an older version is gone"


def test_after_midnight_nothing_of_the_day_before_is_left(looking: Flask) -> None:
    made(shelf("cards", rights=("lid",)), "vandaag")
    with time_machine.travel("2026-11-17 00:30", tick=False):
        assert made(shelf("cards", rights=("lid",)), "morgen") == "morgen"
    assert len(room(looking, "cards")) == 1


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 700)), max_size=60))
@settings(max_examples=40, deadline=None)
def test_bytes_are_bounded_with_what_was_asked_last_in_them(entries: list[tuple[int, int]]) -> None:
    most = 4000
    small = Room(most)
    for number, length in entries:
        small.put(FIT, number, length, "x" * length)
        assert small.bytes <= most
        assert small.get(FIT, number, length) == "x" * length
    assert small.bytes >= sum(length for _number, length in entries[-1:])


def test_what_is_very_large_is_not_kept_and_what_it_replaces_is_gone() -> None:
    small = Room(4000)
    small.put(FIT, "board", 1, "x" * 100)
    small.put(FIT, "board", 2, "x" * 3000)

    assert (len(small), small.bytes, small.get(FIT, "board", 1)) == (0, 0, None)


def test_bytes_count_what_is_in_it_and_the_key_too() -> None:
    long = "woord " * 100

    assert size_of((long, {"name": [long]})) > 2 * len(long)
    by_key, by_value = Room(4000), Room(4000)
    by_key.put(FIT, long, 1, "")
    by_value.put(FIT, "", 1, long)
    assert by_key.bytes == by_value.bytes > len(long)


def test_each_board_is_kept_for_who_has_the_same_rights(
    app: Flask, a: Builder, sign_in: Callable[[Person], Client]
) -> None:
    """A reader after a lead, and a lead after a reader: each sees what fits them."""
    opgave = a.opgave()
    a.card(opgave)
    lead, member, reader = a.lead(opgave), a.member(opgave), a.reader(opgave)
    address, addable = f"/bord/opgaven/{opgave.slug}", "/kaarten/nieuw"
    for order in ((reader, lead), (lead, reader), (member, member)):
        room(app, "boards").clear()
        seen = {person.id: sign_in(person).get(address).text for person in order}
        assert {number: addable in page for number, page in seen.items()} == {
            person.id: person is not reader for person in order
        }
        assert len(room(app, "boards")) == len(set(order))


def test_all_rooms_together_are_a_part_of_the_memory_of_a_process() -> None:
    assert sum(ROOMS.values()) <= 60_000_000

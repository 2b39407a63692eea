"""Once is once: a form that arrives twice makes one thing, and its answer is as true as the first."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from board.blocks.citizen.models import Need, Signal
from board.core.opgaven import sent_forms
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.people.sign_ins import set_password
from board.core.record.weeks import now, today
from board.db import session
from tests.builders import Builder
from tests.client import Client

KEY = "Vr8sleutelvandeform"
BOARD = "/bord/opgaven/schulden"


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def ruth(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave)


@pytest.fixture
def client(sign_in: Callable[[Person], Client], ruth: Person) -> Client:
    return sign_in(ruth)


def how_many(kind: type[Any]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def key_in(page: str) -> str:
    found = re.search(r'name="sleutel"[^>]*value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_card_that_is_sent_twice_stands_there_once(client: Client) -> None:
    form = {"action": "Bel tien mensen", "blok": "increments", "sleutel": KEY}

    first = client.post(f"{BOARD}/kaarten/nieuw", data=form)
    again = client.post(f"{BOARD}/kaarten/nieuw", data=form)

    assert how_many(Card) == 1
    assert (again.status_code, again.location) == (303, first.location)
    assert "Dit had je al verstuurd" in client.get(BOARD).text


def test_a_signal_a_note_and_a_line_are_made_once(client: Client, a: Builder, opgave: Opgave) -> None:
    card = a.card(opgave)
    page = f"{BOARD}/kaarten/{card.id}"
    forms: tuple[tuple[type[Any], str, dict[str, str]], ...] = (
        (Signal, "/bord/signalen/nieuw", {"text": "Wie helpt mij?", "kind": "vraag", "heard_on": today().isoformat()}),
        (CardNote, f"{page}/opmerkingen", {"text": "Ik bel morgen."}),
        (CheckItem, f"{page}/lijstje", {"lines": "Bel\nSchrijf"}),
        (Need, f"{BOARD}/inwoner", {"text": "Bel mij eerst", "heard_on": today().isoformat()}),
    )
    for kind, address, words in forms:
        first = client.post(address, data=words | {"sleutel": KEY})
        made = how_many(kind)
        again = client.post(address, data=words | {"sleutel": KEY})

        assert made > 0, address
        assert (how_many(kind), again.status_code, again.location) == (made, 303, first.location)


def test_a_card_that_is_split_twice_has_one_first_step(client: Client, a: Builder, opgave: Opgave) -> None:
    card = a.card(opgave, "Bel honderd mensen")
    form = {"first": "Bel tien mensen", "rest": "Bel de anderen", "sleutel": KEY}

    for _time in range(2):
        assert client.post(f"{BOARD}/kaarten/{card.id}/splits", data=form).status_code == 303

    assert how_many(Card) == 2


def test_who_goes_back_and_changes_a_word_makes_something_new(client: Client) -> None:
    for action in ("Bel tien mensen", "Schrijf tien mensen"):
        client.post(f"{BOARD}/kaarten/nieuw", data={"action": action, "blok": "increments", "sleutel": KEY})

    assert how_many(Card) == 2


def test_each_form_has_a_key_of_its_own(client: Client) -> None:
    keys = {key_in(client.get("/bord/signalen/nieuw").text) for _time in range(2)}

    assert len(keys) == 2


def test_the_same_words_in_a_new_form_are_meant(client: Client) -> None:
    for key in ("eerste-keer", "tweede-keer"):
        client.post(f"{BOARD}/kaarten/nieuw", data={"action": "Bel", "blok": "increments", "sleutel": key})

    assert how_many(Card) == 2


def test_a_form_that_came_back_with_an_error_keeps_its_key(client: Client) -> None:
    wrong = client.post(f"{BOARD}/kaarten/nieuw", data={"action": "", "blok": "increments", "sleutel": KEY})
    assert (wrong.status_code, key_in(wrong.text)) == (422, KEY)

    client.post(f"{BOARD}/kaarten/nieuw", data={"action": "Bel", "blok": "increments", "sleutel": KEY})
    assert how_many(Card) == 1


def test_a_form_without_a_key_works_as_it_did(client: Client) -> None:
    for _time in range(2):
        client.post(f"{BOARD}/kaarten/nieuw", data={"action": "Bel", "blok": "increments"})

    assert how_many(Card) == 2
    assert how_many(sent_forms.Sent) == 0


def test_the_key_of_a_colleague_is_not_mine(
    client: Client, a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]
) -> None:
    form = {"action": "Bel", "blok": "increments", "sleutel": KEY}
    client.post(f"{BOARD}/kaarten/nieuw", data=form)
    sign_in(a.member(opgave, name="Femke")).post(f"{BOARD}/kaarten/nieuw", data=form)

    assert how_many(Card) == 2


def test_what_was_taken_back_may_be_made_again_by_the_same_form(client: Client) -> None:
    form = {"text": "Bel mij eerst", "heard_on": today().isoformat(), "sleutel": KEY}
    client.post(f"{BOARD}/inwoner", data=form)
    need = session.scalars(select(Need)).one()
    client.post(f"{BOARD}/inwoner/{need.id}/weg")

    client.post(f"{BOARD}/inwoner", data=form)

    standing = session.scalars(select(Need).where(Need.removed_at.is_(None))).all()
    assert [one.text for one in standing] == ["Bel mij eerst"]
    client.post(f"{BOARD}/inwoner", data=form)
    assert how_many(Need) == 2


def test_the_quick_field_gets_a_new_key_after_each_card(client: Client) -> None:
    form = {"action": "Bel", "blok": "increments", "sleutel": KEY}
    answer = client.htmx(f"{BOARD}/kaarten/nieuw", data=form)
    assert key_in(answer.text) != KEY

    again = client.htmx(f"{BOARD}/kaarten/nieuw", data=form)

    assert how_many(Card) == 1
    assert "ob:kijk" in again.headers["HX-Trigger"]
    assert 'id="nieuw-klein"' in again.text
    assert key_in(again.text) != KEY


def test_a_card_that_is_finished_twice_has_one_result_and_no_complaint(
    client: Client, a: Builder, opgave: Opgave
) -> None:
    card = a.card(opgave, state=CardState.DOING)
    form = {"sentence": "U krijgt één brief.", "outcome": "gelukt", "happened_on": today().isoformat(), "sleutel": KEY}
    first = client.post(f"{BOARD}/kaarten/{card.id}/rond-af", data=form)
    again = client.post(f"{BOARD}/kaarten/{card.id}/rond-af", data=form)

    assert (again.status_code, again.location) == (303, first.location)


def test_old_keys_are_thrown_away_when_somebody_signs_in(client: Client, ruth: Person, visitor: Client) -> None:
    client.post(f"{BOARD}/kaarten/nieuw", data={"action": "Bel", "blok": "increments", "sleutel": KEY})
    session.scalars(select(sent_forms.Sent)).one().at = now() - sent_forms.REMEMBERED * 2
    set_password(ruth, "vier stenen op een rij")

    visitor.post("/bord/inloggen", data={"email": ruth.email, "password": "vier stenen op een rij"})

    assert how_many(sent_forms.Sent) == 0

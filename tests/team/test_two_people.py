"""Two people on one card, and rubbish in its form: nobody's words are lost."""

from collections.abc import Callable
from typing import Any

import pytest

from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.support.card_page import save, url

SignIn = Callable[[Person], Client]


def test_two_people_changing_different_fields_both_get_their_way(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    seen = member.opened(url(card))
    save(member, card, citizen_result="U hoort iets.")

    answer = member.post(url(card), data=seen | {"action": "Bel elf mensen"})

    assert answer.status_code == 303
    assert (card.action, card.citizen_result) == ("Bel elf mensen", "U hoort iets.")


def test_two_people_changing_the_same_field_see_both_texts(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    seen = member.opened(url(card))
    save(member, card, action="Bel tien huurders")

    answer = member.post(url(card), data=seen | {"action": "Bel elf mensen", "description": "Mijn hele verhaal"})

    assert answer.status_code == 409
    assert "Bel tien huurders" in answer.text
    assert 'value="Bel elf mensen"' in answer.text
    assert "Mijn hele verhaal" in answer.text
    assert (card.action, card.description) == ("Bel tien huurders", "")


def test_after_reading_both_texts_saving_again_works(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    seen = member.opened(url(card))
    save(member, card, action="Bel tien huurders")
    answer = member.post(url(card), data=seen | {"action": "Bel elf mensen"})

    member.post(url(card), data=sent_by(answer.text, url(card)) | {"action": "Bel elf huurders"})

    assert card.action == "Bel elf huurders"


def test_the_same_change_by_two_people_is_no_conflict(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    seen = member.opened(url(card))
    save(member, card, action="Bel elf mensen")

    assert member.post(url(card), data=seen | {"action": "Bel elf mensen"}).status_code == 303


@pytest.mark.parametrize(
    ("field", "rubbish"),
    [
        ("owner_id", "999999"),
        ("owner_id", "x"),
        ("block", "process"),
        ("week", "999999"),
        ("helpers", ["77777"]),
    ],
)
def test_rubbish_is_refused_and_loses_nothing(a: Builder, sign_in: SignIn, field: str, rubbish: Any) -> None:
    opgave = a.opgave()
    card = a.card(opgave)

    answer = save(sign_in(a.member(of=opgave)), card, action="Nieuwe tekst", **{field: rubbish})

    assert answer.status_code == 422
    assert "Nieuwe tekst" in answer.text
    assert card.action == "Bel tien mensen"


def test_too_long_and_empty_texts_are_refused(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))

    assert save(member, card, action="").status_code == 422
    assert "Houd het bij 280 tekens" in save(member, card, citizen_result="x" * 281).text
    assert save(member, card, description="nul\x00teken").status_code == 303
    assert card.description == "nulteken"

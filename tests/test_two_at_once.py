"""Two people on one thing, whichever it is: nobody's words are lost, and who is second reads what happened."""

from collections.abc import Callable
from typing import Any

import pytest

from board.core.people.people import Person
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.two_at_once import TwoAtOnce
from tests.two_at_once.blocks import BLOCKS
from tests.two_at_once.screens import SCREENS

SignIn = Callable[[Person], Client]
CASES = BLOCKS | SCREENS


class Scene:
    """Two people with the same form before them, and then the colleague saves."""

    def __init__(self, case: TwoAtOnce, a: Builder, sign_in: SignIn) -> None:
        opgave = a.opgave()
        me = a.member(of=opgave, role=case.role, name="Sanne Bakker")
        colleague = me if case.alone else a.member(of=opgave, role=case.role, name="Ruth Pinas")
        self.address = case.address(a, opgave, me)
        session.commit()
        self.mine, self.theirs = sign_in(me), sign_in(colleague)
        self.seen = self.mine.opened(self.address)

    def colleague_saves(self, field: str, text: str) -> None:
        answer = self.theirs.post(self.address, data=self.theirs.opened(self.address) | {field: text})
        assert answer.status_code == 303, answer.text

    def now(self) -> dict[str, Any]:
        return self.mine.opened(self.address)

    def pairs(self) -> set[tuple[str, str]]:
        return {(key, ", ".join(value) if isinstance(value, list) else value) for key, value in self.now().items()}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.theirs])
def test_what_a_colleague_changed_elsewhere_in_the_form_stays(name: str, a: Builder, sign_in: SignIn) -> None:
    case = CASES[name]
    assert case.theirs is not None
    scene = Scene(case, a, sign_in)
    scene.colleague_saves(*case.theirs)

    answer = scene.mine.post(scene.address, data=scene.seen | dict([case.mine]))

    assert answer.status_code == 303, answer.text
    assert _named(case) in scene.mine.get(answer.location).text
    assert {case.mine, case.theirs} <= scene.pairs()


@pytest.mark.parametrize("name", CASES)
def test_when_both_changed_a_field_both_texts_are_there_and_nothing_is_kept(
    name: str, a: Builder, sign_in: SignIn
) -> None:
    case, scene = CASES[name], Scene(CASES[name], a, sign_in)
    field, text = case.mine
    scene.colleague_saves(field, _other(text))

    answer = scene.mine.post(scene.address, data=scene.seen | {field: text})

    assert answer.status_code == 409
    assert text in answer.text
    assert _other(text) in answer.text
    assert sent_by(answer.text, scene.address)[field] == text
    assert scene.now()[field] == _other(text)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("choice", ["mijn", "hun"])
def test_who_read_both_texts_chooses(name: str, choice: str, a: Builder, sign_in: SignIn) -> None:
    case, scene = CASES[name], Scene(CASES[name], a, sign_in)
    field, text = case.mine
    scene.colleague_saves(field, _other(text))
    asked = sent_by(scene.mine.post(scene.address, data=scene.seen | {field: text}).text, scene.address)
    assert asked[f"{field}-keus"] == "mijn"

    answer = scene.mine.post(scene.address, data=asked | {f"{field}-keus": choice})

    assert answer.status_code == 303, answer.text
    assert scene.now()[field] == (text if choice == "mijn" else _other(text))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.theirs])
def test_saving_again_after_a_question_wipes_nothing_that_was_not_shown(name: str, a: Builder, sign_in: SignIn) -> None:
    case, scene = CASES[name], Scene(CASES[name], a, sign_in)
    assert case.theirs is not None
    field, text = case.mine
    scene.colleague_saves(*case.theirs)
    scene.colleague_saves(field, _other(text))

    asked = scene.mine.post(scene.address, data=scene.seen | {field: text})
    answer = scene.mine.post(scene.address, data=sent_by(asked.text, scene.address))

    assert (asked.status_code, answer.status_code) == (409, 303)
    assert {case.mine, case.theirs} <= scene.pairs()


@pytest.mark.parametrize("name", CASES)
def test_a_form_that_does_not_say_what_was_seen_overwrites_nothing(name: str, a: Builder, sign_in: SignIn) -> None:
    case, scene = CASES[name], Scene(CASES[name], a, sign_in)
    field, text = case.mine
    scene.colleague_saves(field, _other(text))

    sent = {key: "" if key.endswith("gezien") else value for key, value in scene.seen.items()}
    answer = scene.mine.post(scene.address, data=sent | {field: text})

    assert answer.status_code == 409
    assert scene.now()[field] == _other(text)


def _named(case: TwoAtOnce) -> str:
    return "Zelf veranderde je intussen ook" if case.alone else "Ruth veranderde intussen ook"


def _other(text: str) -> str:
    return f"{text}, zei Ruth"

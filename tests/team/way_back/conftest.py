"""Two people on one board with one card in hand."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def ruth(a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(opgave, name="Ruth Pinas"))


@pytest.fixture
def femke(a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(opgave, name="Femke de Vries"))


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    return a.card(opgave, "Bel tien mensen", state=CardState.DOING)

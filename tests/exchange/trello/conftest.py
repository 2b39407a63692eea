"""One opgave, and the client of who leads it."""

from collections.abc import Callable

import pytest

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def lead(sign_in: Callable[[Person], Client], a: Builder, opgave: Opgave) -> Client:
    return sign_in(a.lead(opgave))

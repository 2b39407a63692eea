"""One moment, and an opgave of which inwoners can read one result."""

from collections.abc import Iterator

import pytest
import time_machine

from board.core.opgaven.opgaven import Opgave
from tests.builders import Builder
from tests.managers.council import AUTUMN, NOW


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW) as clock:
        yield clock


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    made = a.opgave("Schulden", slug="schulden")
    a.public_result(made, "U krijgt één brief.", deed="wij gooiden zes brieven weg", happened_on=AUTUMN)
    return made

"""Addresses that nobody types in good faith: not found, never a failure."""

from collections.abc import Callable

import pytest

from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client

STRANGE = [
    "/opgaven/%00",
    "/resultaten/99999999999999999999",
    "/resultaten/0",
    "/week/2026-99",
    "/week/%00",
    "/%FF",
    "/../x",
]
STRANGE_AT_WORK = ["/bord/opgaven/%00", "/bord/opgaven/x%00y/kaarten/1", "/bord/bestaat-niet"]


@pytest.mark.parametrize("address", STRANGE)
def test_a_citizen_finds_nothing_there(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize("address", STRANGE_AT_WORK)
def test_a_colleague_finds_nothing_there(a: Builder, sign_in: Callable[[Person], Client], address: str) -> None:
    assert sign_in(a.person()).get(address).status_code == 404


def test_a_number_that_fits_in_no_table_is_no_card(a: Builder, sign_in: Callable[[Person], Client]) -> None:
    opgave = a.opgave()
    member = sign_in(a.member(of=opgave))

    for number in ("0", "999999999", "9999999999", "-1", "1.5"):
        assert member.get(f"/bord/opgaven/{opgave.slug}/kaarten/{number}").status_code == 404

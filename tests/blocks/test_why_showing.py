"""Inwoners read a worry only when somebody shows it on purpose, and no longer when somebody takes it back."""

from collections.abc import Callable

import pytest

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
OLD = "Ik lig wakker van de post die niemand opent."
NEW = "Ik lig wakker van de deurwaarder die voor ons belt."


def step(opgave: Opgave, what: str) -> str:
    worry = worries.worry_of(opgave)
    assert worry
    return f"/bord/opgaven/{opgave.slug}/waarom/zorgen/{worry.id}/{what}"


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    """Inwoners read the old worry; the team signed a new one."""
    made = a.opgave()
    a.public_result(made)
    worries.sign(made, NEW, None, "opgavemanager")
    session.flush()
    return made


def test_a_new_worry_is_for_the_team_until_somebody_shows_it(
    opgave: Opgave, a: Builder, sign_in: SignIn, visitor: Client
) -> None:
    address, member = f"/opgaven/{opgave.slug}", sign_in(a.member(opgave))
    assert OLD in visitor.get(address).text
    assert NEW not in visitor.get(address).text + visitor.get("/").text
    assert "Inwoners lezen deze zorg nog niet." in member.get(f"/bord/opgaven/{opgave.slug}/waarom").text

    assert member.post(step(opgave, "laat-lezen")).status_code == 303
    assert NEW in visitor.get(address).text

    assert member.post(step(opgave, "alleen-het-team")).status_code == 303
    assert NEW not in visitor.get(address).text
    assert OLD in visitor.get(address).text


def test_who_only_reads_shows_nothing(opgave: Opgave, a: Builder, sign_in: SignIn, visitor: Client) -> None:
    reader = sign_in(a.reader(opgave))

    assert reader.post(step(opgave, "laat-lezen")).status_code == 403
    assert "Laat inwoners dit lezen" not in reader.get(f"/bord/opgaven/{opgave.slug}/waarom").text
    assert NEW not in visitor.get(f"/opgaven/{opgave.slug}").text


def test_an_opgave_of_which_no_worry_is_shown_still_has_its_page(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(active=False)
    worries.sign(opgave, NEW, None, "opgavemanager")
    a.public_result(opgave, "U krijgt één brief.")

    for address in (f"/opgaven/{opgave.slug}", "/", "/opgaven", f"/opgaven/{opgave.slug}/feed.atom"):
        page = visitor.get(address)
        assert page.status_code == 200
        assert NEW not in page.text

"""Every address that changes something is known: a form that carries what was seen, one that makes, or one press."""

from collections.abc import Callable

import pytest
from flask import Flask

from board.access_table import doors
from board.core.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import EDITS, MAKES, PRESSES, page_of, seen_on
from tests.world import World

SignIn = Callable[[Person], Client]


def posts(app: Flask) -> set[str]:
    return {rule.endpoint for method, rule, _ in doors(app) if method == "POST"}


def test_a_new_address_says_what_its_form_does(app: Flask) -> None:
    """Does it change what stands there already? Then its form is an EditForm, and two people lose nothing in it."""
    known = [*EDITS, *MAKES, *PRESSES]

    assert sorted(known) == sorted(posts(app))


@pytest.mark.parametrize("endpoint", EDITS)
def test_a_form_on_what_stands_there_carries_what_was_seen(
    endpoint: str, app: Flask, a: Builder, sign_in: SignIn
) -> None:
    world = World(a)
    rule = next(rule for method, rule, _ in doors(app) if method == "POST" and rule.endpoint == endpoint)
    address = world.address(app, rule)
    page = page_of(app, address)
    assert page is not None

    carried = [seen_on(sign_in(person).get(page).text, address) for person in world.people.values()]

    assert any(carried), f"nobody gets a form with “gezien” for {address} on {page}"

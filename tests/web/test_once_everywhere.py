"""Every form that makes something carries a key that counts once; a new one that does not fails here."""

import html
import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from board.core.people.people import Person
from board.core.record.history import Audited
from board.db import Base, session
from board.web.guard_table import doors
from tests.builders import Builder
from tests.client import Client
from tests.support.making import HARMLESS, MAKES
from tests.support.making import world as world  # noqa: PLC0414  a fixture
from tests.world import World

FORM = re.compile(r'<form\b(?=[^>]*method="post")[^>]*\baction="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)


def test_of_every_form_it_is_known_whether_it_makes_something(app: Flask) -> None:
    posts = {rule.endpoint for method, rule, _guard in doors(app) if method == "POST"}
    harmless = [endpoint for endpoints in HARMLESS.values() for endpoint in endpoints.split()]

    assert sorted([*MAKES, *harmless]) == sorted(posts), "put a new route in MAKES, or say why it is harmless"


def rows() -> int:
    """How many things stand in the tables whose history is kept."""
    kinds = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Audited)]
    return sum(session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds)


@pytest.mark.parametrize("endpoint", MAKES)
def test_sent_twice_it_is_made_once_and_answered_alike(
    app: Flask, sign_in: Callable[[Person], Client], world: World, a: Builder, endpoint: str
) -> None:
    name, form = MAKES[endpoint]
    known = {"place": world.values["place"], "opgave": world.opgave.id, "person": world.people["manager"].id}
    words = {field: text.format(**known, email=world.people["zonder rol"].email) for field, text in form.items()}
    rule = next(rule for _method, rule, _guard in doors(app) if rule.endpoint == endpoint)
    client, address, before = sign_in(world.people[name]), world.address(app, rule), rows()

    first = client.post(address, data=words | {"sleutel": "dezelfde-sleutel"})
    made = rows()
    again = client.post(address, data=words | {"sleutel": "dezelfde-sleutel"})

    assert first.status_code in {200, 303}, endpoint
    assert made > before, f"{endpoint} made nothing: {first.location}"
    assert rows() == made
    assert (again.status_code, again.location) == (first.status_code, first.location)


def pages(app: Flask, world: World, person: Person) -> Iterator[str]:
    """The address of every page of the work."""
    for method, rule, _guard in doors(app):
        if method == "GET" and rule.rule.startswith("/bord"):
            yield world.address(app, rule)
    yield f"/bord/mensen/{person.id}"


def test_every_form_on_every_page_that_makes_something_carries_a_key(
    app: Flask, sign_in: Callable[[Person], Client], world: World
) -> None:
    seen: set[str] = set()
    adapter = app.url_map.bind("localhost")
    for name in ("opgavemanager", "lid", "manager", "beheerder", "zonder rol"):
        client = sign_in(world.people[name])
        for address in list(pages(app, world, world.people[name])):
            page = FlaskClient.open(client, address)  # other tests read it
            for action, inside in FORM.findall(page.text) if page.mimetype == "text/html" else ():
                endpoint, _values = adapter.match(html.unescape(action).partition("?")[0], method="POST")
                if endpoint in MAKES:
                    seen.add(endpoint)
                    assert 'name="sleutel"' in inside, f"{address}: the form of {endpoint} has no key"

    assert set(MAKES) - seen == set(), "no page has these forms"

"""Who may come where: every route declares it, the page about it is true, and the doors do what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Connection
from werkzeug.test import TestResponse

from board.config import Settings
from board.core.people.people import OrgRole, Person, Role
from board.web import guards
from board.web.guard_table import VISITORS, Verdict, answer, doors, table
from board.web.guards import Guard, UnguardedRoute, allow, public, signed_in
from tests.builders import Builder
from tests.client import Client
from tests.world import World

PAGE = Path(__file__).parents[2] / "docs" / "toegang.md"


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    """An organisation that set all that opens a door of its own."""
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')
    elsewhere = ("https://www.lindewaard.example",)
    return replace(settings, logo=logo, security_contact="mailto:veilig@lindewaard.example", embed_hosts=elsewhere)


def test_every_route_has_a_guard(app: Flask) -> None:
    for _method, rule, guard in doors(app):
        assert isinstance(guard, Guard), rule.rule


def test_the_app_does_not_start_with_a_route_that_forgot_its_guard() -> None:
    app = Flask("small", static_folder=None)
    app.add_url_rule("/los", view_func=lambda: "iedereen!")

    with pytest.raises(UnguardedRoute, match="/los"):
        guards.check_every_route(app)


def test_routes_are_only_fetched_or_posted(app: Flask) -> None:
    assert {method for method, _rule, _guard in doors(app)} == {"GET", "POST"}


def test_what_is_public_is_either_for_citizens_or_the_door(app: Flask) -> None:
    inside = {rule.endpoint for _method, rule, guard in doors(app) if guard.public and rule.rule.startswith("/bord")}

    assert all(endpoint.startswith("sign_in.") for endpoint in inside), inside


def test_citizens_pages_only_read(app: Flask) -> None:
    assert [rule.rule for method, rule, _ in doors(app) if method == "POST" and not rule.rule.startswith("/bord")] == []


def test_an_opgave_in_the_address_of_the_work_is_always_guarded_by_a_role_on_it(app: Flask) -> None:
    for _method, rule, guard in doors(app):
        if "slug" in rule.arguments and rule.rule.startswith("/bord"):
            assert guard.of_opgave, rule.rule


@pytest.mark.parametrize(
    ("guard", "said"),
    [
        (public(lambda: "").guard, "ja ja ja ja ja ja ja ja"),  # type: ignore[attr-defined]
        (signed_in()(lambda: "").guard, "inloggen ja ja ja ja ja ja ja"),  # type: ignore[attr-defined]
        (signed_in(OrgRole.ADMIN)(lambda: "").guard, "inloggen nee nee nee nee nee nee ja"),  # type: ignore[attr-defined]
        (allow(Role.LEAD)(lambda: "").guard, "inloggen – nee nee nee ja nee nee"),  # type: ignore[attr-defined]
        (allow(*guards.READERS)(lambda: "").guard, "inloggen – ja ja ja ja ja ja"),  # type: ignore[attr-defined]
    ],
)
def test_the_table_reads_a_guard_as_the_door_does(guard: Guard, said: str) -> None:
    assert " ".join(answer(guard, roles).value for roles in VISITORS.values()) == said


def test_the_page_about_access_is_true(app: Flask) -> None:
    assert PAGE.read_text() == table(app), "run: opgavebord toegang > docs/toegang.md"


@pytest.fixture
def world(a: Builder) -> World:
    return World(a)


@pytest.mark.parametrize("name", list(VISITORS))
def test_each_door_does_what_the_table_says(
    app: Flask,
    connection: Connection,
    sign_in: Callable[[Person], Client],
    visitor: Client,
    world: World,
    name: str,
) -> None:
    client = visitor if name == "niemand" else sign_in(world.people[name])
    app.config["PROPAGATE_EXCEPTIONS"] = False
    mine = client.get_cookie("opgavebord", path="/bord")
    cookie, wrong = mine.value if mine else "", []
    for method, rule, guard in doors(app):
        address = world.address(app, rule)
        client.set_cookie("opgavebord", cookie, path="/bord")
        before = connection.begin_nested()
        response = FlaskClient.open(
            client, address, method=method, data=world.forms.get(rule.endpoint)
        )  # other tests read the pages
        before.rollback()  # each door finds the world as it was
        expected = answer(guard, VISITORS[name])
        if verdict_of(response, method) is not expected or response.status_code >= 500:
            wrong.append(f"{method} {address}: {response.status_code}, not “{expected.value}”")

    assert not wrong, "\n".join(wrong)


def test_what_belongs_to_another_opgave_is_not_here(
    app: Flask, connection: Connection, sign_in: Callable[[Person], Client], world: World, a: Builder
) -> None:
    other = a.opgave("School", slug="school")
    client = sign_in(a.member(other, Role.LEAD, org_role=OrgRole.ADMIN))
    open_doors = []
    for method, rule, guard in doors(app):
        if guard.of_opgave and (rule.arguments - {"slug", "block"} or rule.endpoint in world.forms):
            address = world.address(app, rule, slug="school")
            before = connection.begin_nested()
            response = FlaskClient.open(client, address, method=method, data=world.forms.get(rule.endpoint))
            before.rollback()
            if response.status_code != 404:
                open_doors.append(f"{method} {address}: {response.status_code}")

    assert not open_doors, "\n".join(open_doors)


def verdict_of(response: TestResponse, method: str) -> Verdict:
    """What the visitor heard at this door."""
    to_the_door = response.status_code == 302 and (response.location or "").startswith("/bord/inloggen?verder=")
    if response.status_code == 401 or (to_the_door and method == "GET"):
        return Verdict.SIGN_IN
    if response.status_code == 403:
        return Verdict.FORBIDDEN
    return Verdict.NOT_HERE if response.status_code == 404 else Verdict.YES

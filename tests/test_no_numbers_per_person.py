"""No number anywhere depends on who did the work (PRODUCT.md, rule 7): spread in another way, work says the same.

Everything that people do is there a dozen times. Once Sanne did nearly all of it, once she and Joris did half each. A
page that counts what one of them did, or how much the busiest did, cannot say the same twice.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select
from sqlalchemy.engine import Connection

from board.blocks.weekly import WeekFact, keep
from board.config import Settings
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import session
from board.web.guard_table import doors
from board.web.guards import Guard
from tests.builders import Builder
from tests.client import Client
from tests.conftest import app_on
from tests.numbers_said import numbers_said
from tests.two_colleagues import MANY, TwoColleagues, person_columns
from tests.world import World

READERS = ("opgavemanager", "opdrachtgever", "manager", "beheerder")
# A picture says no number, the poster is the page of its week once more, on paper, and a proof is made of chance.
NO_WORDS = (".webp", ".pdf", ".svg", "/inloggen/blijk")
# The cards of one person are a list, and it is as long as it is: its cards and the weeks above them are passed over.
LISTS_OF_ONE = ("?wie=", "?lens=week&wie=")
A_LIST = ("article", "h3")
Said = dict[tuple[str, str], Counter[str]]


@pytest.fixture
def world(a: Builder) -> World:
    return World(a)


@pytest.fixture
def two(a: Builder, world: World) -> TwoColleagues:
    return TwoColleagues(a, world.opgave)


class Reading:
    """Reads every page there is, as all sorts of people who did nothing themselves."""

    def __init__(self, app: Flask, world: World, two: TwoColleagues) -> None:
        self.app, self.world, self.two = app, world, two

    def everything(self) -> Said:
        said: Said = {}
        for name in READERS:
            client = self._client(self.world.people[name])
            for address in [*self._addresses("/bord"), *self._of_a_person()]:
                said |= self._read(client, name, address)
        for address in self._addresses("/"):
            said |= self._read(self._client(None), "niemand", address)
        return said

    def _client(self, person: Person | None) -> Client:
        client = self.app.test_client()
        assert isinstance(client, Client)
        if person is not None:
            client.sign_in(person)
        return client

    def _addresses(self, under: str) -> Iterator[str]:
        for method, rule, _guard in doors(self.app):
            if method == "GET" and rule.rule.startswith("/bord") == (under == "/bord"):
                address = self.world.address(self.app, rule)
                if not address.endswith(NO_WORDS):
                    yield address

    def _of_a_person(self) -> Iterator[str]:
        """Pages with one of both in the address."""
        for person in (self.two.sanne, self.two.joris):
            yield from (f"/bord/{part}/{person.id}" for part in ("mensen", "beheer/mensen"))
            yield from (f"/bord/opgaven/{self.world.opgave.slug}{query}{person.id}" for query in LISTS_OF_ONE)
            yield from (f"/bord/{part}?q={person.first_name}" for part in ("zoek", "mensen", "talenten", "geleerd"))

    def _read(self, client: Client, name: str, address: str) -> Said:
        answer = FlaskClient.open(client, address)
        if answer.status_code != 200:
            return {}
        without = A_LIST if any(query in address for query in LISTS_OF_ONE) else ()
        return {(name, address): numbers_said(answer.text, answer.mimetype or "", without)}


def read_twice(connection: Connection, settings: Settings, world: World, two: TwoColleagues) -> tuple[Said, Said]:
    """Everything, when Sanne did nearly all and when she did half."""
    said = []
    with time_machine.travel(now(), tick=False):
        for most in (True, False):
            two.spread(most)
            session.execute(delete(WeekFact))
            keep()
            app = app_on(connection, settings)
            app.add_url_rule("/bord/geplant", view_func=Planted(two.sanne))
            said.append(Reading(app, world, two).everything())
    return said[0], said[1]


class Planted:
    """A page as it may never be: it counts the cards of one person."""

    guard = Guard(public=True)
    __name__ = "planted"

    def __init__(self, person: Person) -> None:
        self.number = person.id

    def __call__(self) -> str:
        cards = session.scalar(select(func.count()).where(Card.owner_id == self.number))
        return f'<main aria-label="Sanne: {cards} kaarten">Sanne</main>'


def test_no_number_depends_on_who_did_the_work(
    connection: Connection, settings: Settings, world: World, two: TwoColleagues
) -> None:
    """One page is planted that does: it shows that this test can fail."""
    most, half = read_twice(connection, settings, world, two)
    assert most.keys() == half.keys()
    different = {
        page: (most[page] - half[page]) + (half[page] - most[page]) for page in most if most[page] != half[page]
    }

    planted = {page for page in different if page[1] == "/bord/geplant"}
    assert len(planted) == len(READERS)
    assert not {page: said for page, said in different.items() if page not in planted}


def test_all_that_somebody_can_do_is_there_to_be_counted(two: TwoColleagues) -> None:
    """A new column with a person in it must be filled in tests/two_colleagues.py, or told there why it is not work."""
    for table, column in person_columns():
        filled = session.connection().scalar(select(func.count()).where(column.is_not(None)))
        assert (filled or 0) >= MANY, f"{table.name}.{column.name}: only {filled}"


@pytest.mark.parametrize(
    "page",
    [
        "<p>Sanne: 17</p>",
        '<b title="17 kaarten">Sanne</b>',
        '<svg role="img" aria-label="Sanne, 17"></svg>',
        "<svg><text>17</text></svg>",
        '<meter value="17" max="20"></meter>',
        '<i data-aantal="17"></i>',
        "<option>Sanne (17)</option>",
    ],
)
def test_a_number_is_heard_wherever_it_is_said(page: str) -> None:
    assert numbers_said(page)["17"] == 1


@pytest.mark.parametrize(
    "page",
    [
        '<a href="/bord/mensen/17">Sanne</a>',
        '<input type="hidden" name="versie" value="17">',
        '<p id="kaart-17">Sanne</p>',
        "<style>p { width: 17px }</style>",
    ],
)
def test_an_address_or_a_version_is_no_number_that_is_said(page: str) -> None:
    assert not numbers_said(page)


def test_a_file_says_its_numbers_too() -> None:
    assert numbers_said("naam,kaarten\nSanne,17\nhttps://lindewaard.example/9\n", "text/csv") == {"17": 1}


def test_what_stands_in_a_list_of_one_is_passed_over() -> None:
    assert numbers_said("<h2>3</h2><article>17 <p>18</p></article><p>4</p>", without=["article"]) == {"3": 1, "4": 1}

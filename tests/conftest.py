"""Both databases, the app, the people, and a client that lints each page it fetches."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, MethodType
from typing import Any, ClassVar

import pytest
from argon2 import PasswordHasher
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Engine
from sqlalchemy.engine import Connection
from werkzeug.routing import Rule

from board import db
from board.app import create_app
from board.config import Settings, load_settings
from board.core.people import sign_ins
from board.core.people.people import OrgRole, Person
from board.core.record.weeks import Week
from board.managers.review.keeping import KEPT
from tests import clock
from tests.builders import Builder
from tests.client import Client
from tests.postgres import Postgres
from tests.support.databases import Databases
from tests.together import living_app


def pytest_configure(config: pytest.Config) -> None:
    """Before any test module is read: some know at that moment what day it is."""
    if travel := clock.live_then():
        config.add_cleanup(travel.stop)


def pytest_report_header() -> str:
    return f"The tests live on {clock.said()}"


@pytest.fixture(scope="session", autouse=True)
def light_passwords() -> None:
    """Passwords are slow to check on purpose; hundreds of sign-ins in tests need not be."""
    sign_ins.HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


class OnceCompiled(Rule):
    """A route of any app. Reading its address and writing the code for it is most of the work of making an app."""

    known: ClassVar[dict[object, dict[str, Any]]] = {}

    def compile(self) -> None:
        route = (self.rule, self.subdomain, self.host, self.merge_slashes, repr(self.defaults))
        if route not in self.known:
            super().compile()
            self.known[route] = {name: vars(self)[name] for name in ("_parts", "_trace", "_converters", "arguments")}
            self.known[route] |= {name: getattr(self, name).__func__ for name in ("_build", "_build_unknown")}
        vars(self).update(self.known[route])
        self._build, self._build_unknown = MethodType(self._build, self), MethodType(self._build_unknown, self)


@pytest.fixture(scope="session", autouse=True)
def light_apps() -> None:
    """Each test has an app of its own and leaves it behind; what all apps share is not looked through to clean up."""
    Flask.url_rule_class = OnceCompiled
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a test makes many things and leaves all at its end


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One real PostgreSQL for the whole run; the address of an own one may stand in OPGAVEBORD_TEST_POSTGRES."""
    with Postgres() as server:
        yield server


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Databases with our tables, or with the demo, for a test that needs one of its own."""
    return Databases(tmp_path_factory.mktemp("databases"), lambda: request.getfixturevalue("postgres"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, databases: Databases
) -> Iterator[Engine]:
    """A database with our tables, made by the migrations as a user's is; each test runs on both kinds."""
    made = db.make_engine(databases.with_tables(request.param, tmp_path_factory.mktemp("sqlite") / "test.sqlite"))
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A transaction around the test, of which nothing stays."""
    with engine.connect() as opened:
        outer = opened.begin()
        yield opened
        outer.rollback()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(
        {},
        instance=tmp_path,
        secret_key="test",
        organisation="Gemeente Lindewaard",
        contact_phone="088 000 00 00",
    )


@pytest.fixture
def app(settings: Settings, connection: Connection) -> Flask:
    return app_on(connection, settings)


class OnceRead(BytecodeCache):
    """The templates of all apps of this process: each is compiled once."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self.codes[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = OnceRead()


def app_on(connection: Connection, settings: Settings) -> Flask:
    """The app on a connection that is already open, so that all its work is rolled back after the test."""
    made = create_app(settings)
    made.jinja_env.bytecode_cache = TEMPLATES
    # The first change in a new app would judge twelve weeks; a test about that takes this away.
    made.extensions[KEPT] = Week.now()
    made.extensions["engine"] = connection
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    made.test_client_class = Client
    return made


@pytest.fixture
def session(connection: Connection) -> Iterator[object]:
    """The test's own view on the database."""
    with db.opened(connection) as opened:
        yield opened


@pytest.fixture
def a(session: object) -> Builder:
    """a.opgave(), a.member(of=…), a.card(opgave): the things of the product, ready made."""
    return Builder()


@pytest.fixture
def visitor(app: Flask, session: object) -> Client:
    """Somebody without an account."""
    return _client(app)


@pytest.fixture
def sign_in(app: Flask, session: object) -> Callable[[Person], Client]:
    """A client in which this person is signed in."""

    def enter(person: Person) -> Client:
        client = _client(app)
        client.sign_in(person)
        return client

    return enter


@pytest.fixture(params=["sqlite", "postgresql"])
def live(
    request: pytest.FixtureRequest, tmp_path: Path, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    """The app as several people use it at the same moment, on a database of its own."""
    monkeypatch.setattr(db, "PATIENCE", 60)  # a turn that comes late on a busy machine is not what they test
    with living_app(databases.with_tables(request.param, tmp_path / "live.sqlite"), tmp_path) as running:
        yield running


def _client(app: Flask) -> Client:
    client = app.test_client()
    assert isinstance(client, Client)
    return client


@pytest.fixture
def manager(a: Builder, sign_in: Callable[[Person], Client]) -> Client:
    """A manager of the organisation, signed in."""
    return sign_in(a.person("Fatou Diallo", org_role=OrgRole.MANAGER))

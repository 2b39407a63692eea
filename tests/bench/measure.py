"""Asking one thing many times, in process, and noting what it costs."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from statistics import quantiles

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from board import db
from board.core.people import sign_ins
from board.core.people.people import by_email
from tests.counting import counting_queries

HTMX = {"HX-Request": "true"}
LIKE_A_BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass(frozen=True)
class Ask:
    """One request, and the status it must get."""

    path: str
    data: dict[str, str] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Scene:
    """Something people do, as often as we want: each call of `next_ask` is one more time."""

    name: str
    shown: int
    reader: FlaskClient
    next_ask: Callable[[], Ask]


@dataclass(frozen=True)
class Patience:
    """How long one scene may take: so many times, or so many seconds when that is sooner."""

    times: int
    seconds: float


@dataclass(frozen=True)
class Figures:
    """What one scene costs. Times in milliseconds, sizes in bytes."""

    name: str
    shown: int
    in_database: int
    queries: int
    raw: int
    sent: int
    p50: float
    p95: float
    cpu: float
    nodes: int


class Nodes(HTMLParser):
    """Counts what a browser keeps in memory for a page: elements, and the texts between them."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def handle_starttag(self, _tag: str, _attrs: object) -> None:
        self.number += 1

    def handle_data(self, _data: str) -> None:
        self.number += 1


def nodes(html: str) -> int:
    """The DOM nodes of a page; so many will a browser count, or a few more that it adds itself."""
    counter = Nodes()
    counter.feed(html)
    counter.close()
    return counter.number


def reader(app: Flask, email: str | None = None) -> FlaskClient:
    """Somebody with a browser; with an address it is that person, signed in."""
    client = app.test_client()
    if email is not None:
        with db.transaction(app.extensions["engine"]):
            person = by_email(email)
            assert person is not None, email
            token = sign_ins.begin_session(person, hours=12)
        with client.session_transaction(path="/bord") as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True
    return client


def ask(client: FlaskClient, wanted: Ask, **headers: str) -> TestResponse:
    """One answer, read to its end. Raises AssertionError when it is not the expected one."""
    method = "GET" if wanted.data is None else "POST"
    response = client.open(
        wanted.path, method=method, data=wanted.data, headers={**wanted.headers, **headers}, buffered=True
    )
    assert response.status_code == wanted.status, (wanted, response.status_code, response.text[:2000])
    return response


def measure(scene: Scene, in_database: int, patience: Patience) -> Figures:
    """Ask it bare for its size and nodes, then as a browser does, counted and timed."""
    bare = ask(scene.reader, scene.next_ask(), **{"Accept-Encoding": "identity"})
    with counting_queries() as queries:
        sent = ask(scene.reader, scene.next_ask(), **LIKE_A_BROWSER)
    walls, cpus = _timed(scene, patience)
    return Figures(
        name=scene.name,
        shown=scene.shown,
        in_database=in_database,
        queries=queries.number,
        raw=len(bare.data),
        sent=len(sent.data),
        p50=percentile(walls, 50) * 1000,
        p95=percentile(walls, 95) * 1000,
        cpu=percentile(cpus, 50) * 1000,
        nodes=nodes(bare.text) if bare.mimetype == "text/html" and bare.data else 0,
    )


def _timed(scene: Scene, patience: Patience) -> tuple[list[float], list[float]]:
    """Wall and processor seconds of each time, after one to warm up."""
    ask(scene.reader, scene.next_ask(), **LIKE_A_BROWSER)
    walls: list[float] = []
    cpus: list[float] = []
    end = time.perf_counter() + patience.seconds
    while len(walls) < patience.times and (time.perf_counter() < end or len(walls) < 2):
        wanted = scene.next_ask()
        wall, cpu = time.perf_counter(), time.thread_time()
        ask(scene.reader, wanted, **LIKE_A_BROWSER)
        cpus.append(time.thread_time() - cpu)
        walls.append(time.perf_counter() - wall)
    return walls, cpus


def percentile(values: list[float], part: int) -> float:
    return quantiles(values, n=100, method="inclusive")[part - 1]

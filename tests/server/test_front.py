"""The front of the server: half-sent forms cost nobody anything, and who waits lets others go first."""

import asyncio
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, request

from board.db.turns import Turns
from board.server.bodies import BodyLimits
from board.server.front import Front
from tests.bench.server import WORKERS, Server
from tests.load.silent import SECRET, prepare, silent, stops_within, work
from tests.loop import run

FORM = "application/x-www-form-urlencoded"


class Bare:
    """Something to wait for that can do no more than what granian hands out: nothing can be thrown into it."""

    def __init__(self, waited_for: Any) -> None:
        self.steps = asyncio.ensure_future(waited_for).__await__()

    def __await__(self) -> "Bare":
        return self

    __iter__ = __await__

    def __next__(self) -> Any:
        return next(self.steps)


class Proto:
    """What granian hands over: the parts that are sent, and room for an answer."""

    def __init__(self, *parts: bytes, silent_after: bool = False) -> None:
        self.parts, self.silent_after = parts, silent_after
        self.status, self.headers, self.body = 0, dict[str, str](), b""

    def __aiter__(self) -> "Proto":
        self.to_come = list(self.parts)
        return self

    def __anext__(self) -> Bare:
        return Bare(self._next())

    async def _next(self) -> bytes:
        if not self.to_come and self.silent_after:
            await asyncio.sleep(60)
        return self.to_come.pop(0) if self.to_come else b""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.body = status, body
        self.headers = {name.lower(): value for name, value in headers}

    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None:
        self.response_bytes(status, headers, b"")


class Headers(dict[str, str]):
    """As granian gives them."""


def scope(method: str, path: str, **headers: str) -> Any:
    named = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    return SimpleNamespace(
        method=method,
        path=path,
        query_string="",
        http_version="1.1",
        server="127.0.0.1:8000",
        client="10.0.0.7:4711",
        scheme="http",
        authority=None,
        headers=named,
    )


def ask(app: Flask, asked: Any, proto: Proto, limits: BodyLimits | None = None) -> Proto:
    run(Front(app, limits).__rsgi__(asked, proto))
    return proto


def test_a_page_and_a_form_go_through(app: Flask, session: object) -> None:
    assert ask(app, scope("GET", "/", host="bord.nl"), Proto()).status == 200
    typed = b"email=a%40b.nl&password=x"
    sent = scope("POST", "/bord/inloggen", content_type=FORM, content_length=str(len(typed)))
    answer = ask(app, sent, Proto(typed[:5], typed[5:]))
    assert (answer.status, b"horen niet bij elkaar" in answer.body) == (422, True)


def test_what_a_browser_says_is_heard(app: Flask) -> None:
    seen: dict[str, object] = {}

    @app.before_request
    def look() -> str:
        seen.update(path=request.path, address=request.remote_addr, host=request.host, cookies=dict(request.cookies))
        return "gezien"

    ask(app, scope("GET", "/één\ufffd", host="bord.nl", cookie="a=1; b=2", x_odd="1"), Proto())
    assert seen == {"path": "/één\ufffd", "address": "10.0.0.7", "host": "bord.nl", "cookies": {"a": "1", "b": "2"}}


def test_who_falls_silent_gets_a_page_that_says_so(app: Flask, session: object) -> None:
    half = scope("POST", "/bord/inloggen", content_type=FORM, content_length="100")
    answer = ask(app, half, Proto(b"email", silent_after=True), BodyLimits(silence=0.05))

    assert (answer.status, answer.headers["connection"]) == (408, "close")
    assert "Het versturen duurde te lang" in answer.body.decode()


def test_a_line_that_breaks_does_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "wsgi_app", lambda *_call: pytest.fail("half a form was used"))
    half = scope("POST", "/bord/inloggen", content_length="100")

    assert ask(app, half, Proto(b"email")).status == 400


@pytest.mark.parametrize("length", ["2000001", "60000000"])
def test_only_who_is_signed_in_sends_much(app: Flask, session: object, length: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    large = scope("POST", "/bord/ik/in-beeld", content_type="multipart/form-data; boundary=x", content_length=length)

    assert ask(app, large, Proto(b"x" * 100)).status == 413


def test_everybody_gets_a_turn_in_the_order_of_coming() -> None:
    turns, done = Turns(), list[int]()
    waiting = [threading.Event() for _ in range(5)]

    def one(number: int) -> None:
        waiting[number].set()
        with turns.take():
            done.append(number)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(5)]
    with turns.take():
        for number, thread in enumerate(threads):
            thread.start()
            waiting[number].wait()
            while len(turns._waiting) <= number:
                pass
        assert not done
    for thread in threads:
        thread.join()

    assert done == list(range(5))


def test_who_waits_lets_others_go_first_and_is_next() -> None:
    turns, story = Turns(), list[str]()
    others_done = threading.Event()

    def other(name: str) -> None:
        with turns.take():
            story.append(name)
            others_done.set()

    with turns.take():
        story.append("begins")
        threading.Thread(target=other, args=("other",)).start()
        with turns.aside():
            others_done.wait(30)
        story.append("goes on")

    assert story == ["begins", "other", "goes on"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_half_sent_form_costs_nobody_anything(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    """On the real server: everybody else is answered, and it stops when it is asked to."""
    url = f"sqlite:///{tmp_path / 'silent.sqlite'}"
    if kind == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    team = prepare(url, tmp_path, people=2)
    with (
        Server({"DATABASE_URL": url, "INSTANCE": str(tmp_path), "SECRET_KEY": SECRET}) as server,
        silent(server.port, 4 * WORKERS),
        silent(server.port, WORKERS, f"{team.board}/kaarten/nieuw"),
    ):
        waited = work(server.port, team, times=5)
        stopped = stops_within(server)

    assert (len(waited.made), len(waited.read), waited.statuses) == (10, 10, {200, 303})
    assert stopped < 10

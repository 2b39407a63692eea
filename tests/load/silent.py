"""What half-sent forms cost others: `python -m tests.load.silent` prints it, for both databases.

As many silent senders as four for each worker send half a form and then nothing. Meanwhile people make cards and
inwoners read; their waiting is set beside that without silent senders.
"""

import http.client
import re
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from board import db
from board.app import create_app
from board.config import load_settings
from board.core.people import sign_ins
from board.core.people.people import Person
from board.db import schema
from tests.bench.measure import percentile
from tests.bench.server import WORKERS, Server
from tests.builders import Builder
from tests.postgres import Postgres

SECRET = "only for measurements, and so long that it may be one"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HALF = (
    "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na"
)


@dataclass(frozen=True)
class Team:
    """People who make cards on one opgave, each signed in with a cookie."""

    board: str
    cookies: list[str]


@dataclass(frozen=True)
class Waited:
    """How long answers took, in milliseconds, and which statuses came."""

    made: list[float]
    read: list[float]
    statuses: set[int]

    def p95(self) -> tuple[float, float]:
        return percentile(self.made, 95), percentile(self.read, 95)


def prepare(url: str, folder: Path, people: int) -> Team:
    """A database with a team in it."""
    app = create_app(load_settings({}, instance=folder, secret_key=SECRET, database_url=url))
    engine = app.extensions["engine"]
    schema.upgrade(engine)
    with db.transaction(engine) as session:
        a = Builder()
        opgave = a.opgave()
        members = [a.member(opgave) for _ in range(people)]
        session.flush()
        numbers, board = [one.id for one in members], f"/bord/opgaven/{opgave.slug}"
    cookies = [_cookie(app.test_client(), engine, number) for number in numbers]
    engine.dispose()
    return Team(board, cookies)


def _cookie(client: object, engine: object, number: int) -> str:
    with db.transaction(engine) as session:  # type: ignore[arg-type]
        token = sign_ins.begin_session(session.get_one(Person, number), hours=12)
    with client.session_transaction(path="/bord") as cookie:  # type: ignore[attr-defined]
        cookie["_user_id"], cookie["_fresh"] = token, True
    return f"opgavebord={client.get_cookie('opgavebord', path='/bord').value}"  # type: ignore[attr-defined]


@contextmanager
def silent(port: int, number: int, path: str = "/bord/inloggen") -> Iterator[list[socket.socket]]:
    """So many forms of which the rest never comes; some know who they are, most do not."""
    with ExitStack() as stack:
        lines = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(number)]
        for line in lines:
            line.sendall(HALF.format(path=path).encode())
        time.sleep(0.5)
        yield lines


def work(port: int, team: Team, times: int) -> Waited:
    """Everybody makes so many cards, while one inwoner reads on connections that are new each time."""
    waited = Waited([], [], set())
    with ThreadPoolExecutor(len(team.cookies) + 1) as pool:
        jobs = [pool.submit(_make, port, team.board, cookie, times, waited) for cookie in team.cookies]
        reading = pool.submit(_read, port, times * 2, waited)
        for job in (*jobs, reading):
            job.result()
    return waited


def _make(port: int, board: str, cookie: str, times: int, waited: Waited) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    page, cookie = _form(line, f"{board}/kaarten/nieuw?blok=increments", cookie)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    for number in range(times):
        typed = {"csrf_token": token[1] if token else "", "action": f"Bel {number}", "blok": "increments"}
        began = time.perf_counter()
        status = _ask(line, "POST", f"{board}/kaarten/nieuw", FORM | {"Cookie": cookie}, urlencode(typed))[0]
        waited.made.append((time.perf_counter() - began) * 1000)
        waited.statuses.add(status)
        line.close()  # the next one may come to any worker
    line.close()


def _form(line: http.client.HTTPConnection, path: str, cookie: str) -> tuple[str, str]:
    """A page with a form, and the cookie that goes with it."""
    line.request("GET", path, headers={"Cookie": cookie})
    answer = line.getresponse()
    page = answer.read().decode()
    return page, (answer.headers["Set-Cookie"] or cookie).split(";")[0]


def _read(port: int, times: int, waited: Waited) -> None:
    for _ in range(times):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        began = time.perf_counter()
        status = _ask(line, "GET", "/opgaven", {})[0]
        waited.read.append((time.perf_counter() - began) * 1000)
        waited.statuses.add(status)
        line.close()


def _ask(
    line: http.client.HTTPConnection, method: str, path: str, headers: dict[str, str], body: str = ""
) -> tuple[int, str]:
    line.request(method, path, body or None, headers)
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def stops_within(server: Server) -> float:
    """Seconds until the server is gone after it was asked to stop."""
    began = time.perf_counter()
    server.process.terminate()
    server.process.wait(60)
    return time.perf_counter() - began


def measure(name: str, url: str, folder: Path, times: int, rounds: int) -> str:
    """One line of figures: waiting with and without silent senders, in turns, and the stop."""
    team = prepare(url, folder, 4)
    settings = {"DATABASE_URL": url, "INSTANCE": str(folder), "SECRET_KEY": SECRET}
    without, beside = Waited([], [], set()), Waited([], [], set())
    with Server(settings) as server:
        work(server.port, team, 10)
        for _ in range(rounds):
            _add(without, work(server.port, team, times))
            with silent(server.port, 4 * WORKERS):
                _add(beside, work(server.port, team, times))
        with silent(server.port, 4 * WORKERS):
            stop = stops_within(server)
    (made, read), (made_beside, read_beside) = without.p95(), beside.p95()
    return (
        f"{name}: p95 of making a card {made:.1f} → {made_beside:.1f} ms ({made_beside / made:.2f} ×), "
        f"of a public page {read:.1f} → {read_beside:.1f} ms ({read_beside / read:.2f} ×); "
        f"statuses {sorted(without.statuses | beside.statuses)}; stopped after {stop:.1f} s"
    )


def _add(whole: Waited, more: Waited) -> None:
    whole.made.extend(more.made)
    whole.read.extend(more.read)
    whole.statuses.update(more.statuses)


def main() -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="opgavebord-silent-")))
        server = stack.enter_context(Postgres())
        databases = {"SQLite": f"sqlite:///{folder / 'silent.sqlite'}", "PostgreSQL": server.new_database()}
        for name, url in databases.items():
            sys.stdout.write(measure(name, url, folder, times=40, rounds=3) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

"""A busy Monday: a team on one board of a real server, while workers are killed and the server is started again."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from argon2 import PasswordHasher
from sqlalchemy import Engine

from board import db
from board.core.people.people import Role
from board.db import schema
from tests.bench.measure import percentile
from tests.bench.server import Server, family
from tests.builders import Builder
from tests.load.aftermath import wrongs
from tests.load.editor import Editor

PASSWORD = "een lang wachtwoord voor maandag"


@dataclass(frozen=True)
class Plan:
    """How busy it is: people, seconds, and how many seconds somebody thinks between two steps."""

    editors: int
    seconds: float
    pause: float
    workers: int = 4
    kills: int = 0
    restarts: int = 0


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    database: str
    steps: Counter[str]
    statuses: Counter[int]
    broken: list[str]
    # Seconds, in order, of each change that was accepted at once.
    accepted: list[float]
    sent_again: int
    wrongs: list[str]

    def lines(self) -> Iterator[str]:
        """The figures, for people."""
        yield f"{self.database}: {sum(self.steps.values())} steps, {len(self.accepted)} accepted at once"
        yield "  steps     " + ", ".join(f"{verb} {number}" for verb, number in sorted(self.steps.items()))
        yield "  answers   " + ", ".join(f"{status}: {number}" for status, number in sorted(self.statuses.items()))
        if self.accepted:
            p50, p95 = (percentile(self.accepted, part) * 1000 for part in (50, 95))
            yield f"  accepted  p50 {p50:.0f} ms, p95 {p95:.0f} ms, slowest {max(self.accepted) * 1000:.0f} ms"
        yield f"  sent again after a lost line: {self.sent_again}"
        yield f"  answers of 5xx: {len(self.broken)} {sorted(set(self.broken))[:5] or ''}"
        yield from (f"  WRONG     {one}" for one in self.wrongs[:20])
        yield f"  promises broken: {len(self.wrongs)}"


def monday(database: str, url: str, folder: Path, plan: Plan) -> Outcome:
    """Work on a new board for as long as the plan says, and look at what is left."""
    engine = db.make_engine(url)
    schema.upgrade(engine)
    slug, people = _team(engine, plan.editors)
    settings = {
        "INSTANCE": str(folder),
        "DATABASE_URL": url,
        "SECRET_KEY": "only for a busy monday, thirty-two letters",
    }
    with Server(settings, workers=plan.workers) as server:
        editors = [Editor(server.port, slug, f"{number}q", seed=number) for number in range(plan.editors)]
        with ThreadPoolExecutor(8) as door:
            list(door.map(lambda pair: pair[0].visitor.sign_in(pair[1], PASSWORD), zip(editors, people, strict=True)))
        for editor in editors:
            editor.visitor.tally.accepted.clear()  # signing in is slow on purpose, and is no change of the work
        with _troubles(server, plan):
            _work(editors, plan)
    for editor in editors:
        editor.visitor.hang_up()
    written = [one for editor in editors for one in editor.written]
    outcome = _outcome(database, editors, wrongs(engine, written))
    engine.dispose()
    return outcome


def _team(engine: Engine, size: int) -> tuple[str, list[str]]:
    """A new opgave with some cards and a team, all with the same password; its slug, and their addresses."""
    light = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with db.transaction(engine):
        a = Builder()
        opgave = a.opgave("Maandag")
        people = [a.member(of=opgave, role=Role.MEMBER, name=f"Lid {number}") for number in range(size)]
        for person in people:
            person.password_hash = light
        for number in range(max(10, size)):
            a.card(opgave, f"Kaart {number}")
        return opgave.slug, [person.email for person in people]


def _work(editors: list[Editor], plan: Plan) -> None:
    until, stop = time.monotonic() + plan.seconds, Event()
    with ThreadPoolExecutor(len(editors)) as room:
        jobs = [room.submit(editor.work, until, plan.pause, stop) for editor in editors]
        try:
            for job in jobs:
                job.result()
        finally:
            stop.set()  # where one stumbles over something unheard of, the others stop too


@contextmanager
def _troubles(server: Server, plan: Plan) -> Iterator[None]:
    """Workers die and the server is started again, spread over the time; until the end of the block."""
    moments = ["kill"] * plan.kills + ["restart"] * plan.restarts
    over = Event()

    def go() -> None:
        for what in moments:
            if over.wait(plan.seconds / (len(moments) + 1)):
                return
            if what == "restart":
                server.restart()
            elif workers := family(server.process.pid)[1:]:
                os.kill(workers[-1], signal.SIGKILL)

    thread = Thread(target=go)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _outcome(database: str, editors: list[Editor], wrong: list[str]) -> Outcome:
    steps: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    for editor in editors:
        steps.update(editor.done)
        statuses.update(editor.visitor.tally.statuses)
    tallies = [editor.visitor.tally for editor in editors]
    return Outcome(
        database,
        steps,
        statuses,
        broken=[one for tally in tallies for one in tally.broken],
        accepted=sorted(took for tally in tallies for took in tally.accepted),
        sent_again=sum(tally.sent_again for tally in tallies),
        wrongs=wrong,
    )

"""The demo as anyone starts it, on a port of its own, and a hand in its database to prepare a test."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from sqlalchemy import Engine, select

from board import db
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.opgaven.order import at_the_end
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people import sign_ins
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder

COMMAND = Path(sys.executable).with_name("opgavebord")
POLL_SECONDS = 2
PATIENCE = 60  # seconds; two databases may be starting beside it


class Live:
    """A running Opgavebord: its address, and its data."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url, self.engine = url, engine

    def new_opgave(self, active: bool = True) -> str:
        """A small public opgave of our own, of which the demo's member is lead and its manager a member."""
        with db.transaction(self.engine) as session:
            a = Builder()
            slug = f"proef-{time.time_ns()}"
            made = a.opgave("Proef", active=active, title="Iedereen krijgt snel antwoord", slug=slug)
            for key, role in (("lid", Role.LEAD), ("manager", Role.MEMBER)):
                person = session.scalars(select(Person).where(Person.email == f"{key}@demo.example")).one()
                session.add(Membership(opgave=made, person=person, role=role))
            return made.slug

    def put_away(self, slug: str) -> None:
        """Nobody sees it any more. It is not deleted: nobody can do that, and its number would come back."""
        with db.transaction(self.engine) as session:
            opgave = session.scalars(select(Opgave).where(Opgave.slug == slug)).one()
            opgave.visibility = Audience.INTERNAL
            for membership in session.scalars(select(Membership).where(Membership.opgave_id == opgave.id)):
                session.delete(membership)

    def card(self, slug: str, action: str, **fields: object) -> int:
        """A card at the end of its column."""
        with db.transaction(self.engine) as session:
            opgave = session.scalars(select(Opgave).where(Opgave.slug == slug)).one()
            fields = {"block": "increments"} | fields
            card = Card(opgave=opgave, action=action, position=at_the_end(opgave.id), **fields)
            session.add(card)
            session.flush()
            return card.id

    def colleague(self, slug: str, name: str, role: Role = Role.MEMBER) -> str:
        """Somebody who has a role here and nowhere else, and signs in as the demo's guests do; says as who."""
        key = f"collega-{name.split(maxsplit=1)[0].lower()}"
        with db.transaction(self.engine) as session:
            a, guest, person = Builder(), _person("lid"), _person(key)
            if person is None:
                person = a.person(name, email=f"{key}@demo.example", password_hash=guest and guest.password_hash)
            a.membership(session.scalars(select(Opgave).where(Opgave.slug == slug)).one(), person, role)
        return key

    def result(self, slug: str, action: str, sentence: str) -> int:
        """A finished card with what the inwoner notices, not yet published; the number of the card."""
        with db.transaction(self.engine) as session:
            card = Builder().card(session.scalars(select(Opgave).where(Opgave.slug == slug)).one(), action)
            Builder().result(card, sentence)
            return card.id

    def weeks_pass(self, slug: str, weeks: int) -> None:
        """Nobody said for so long to be awake of the worry."""
        with db.transaction(self.engine) as session:
            worry = session.scalars(select(Worry).join(Opgave).where(Opgave.slug == slug)).one()
            worry.signed_on = worry.confirmed_on = today() - timedelta(weeks=weeks)

    def password_link(self, key: str) -> str:
        """The address in the letter by which this person chooses a password."""
        with db.transaction(self.engine) as session:
            person = session.scalars(select(Person).where(Person.email == f"{key}@demo.example")).one()
            return f"/bord/wachtwoord/{sign_ins.make_link(person)}"

    def withdrawn(self) -> str:
        """The address of a result that was taken back."""
        with db.opened(self.engine) as session:
            number = session.scalars(select(Result.id).where(Result.withdrawn_at.is_not(None))).first()
            return f"/resultaten/{number}"

    def change(self, slug: str, named: str, **fields: object) -> None:
        """A colleague changes a card."""
        with db.transaction(self.engine) as session:
            found = select(Card).join(Opgave).where(Opgave.slug == slug, Card.action == named)
            for name, value in fields.items():
                setattr(session.scalars(found).one(), name, value)


def _person(key: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == f"{key}@demo.example"))


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def running(folder: Path, database_url: str, **settings: str) -> Iterator[Live]:
    """`opgavebord demo`, until the end of the block; `settings` by name, without their prefix."""
    port = free_port()
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPGAVEBORD_")}
    own |= {"OPGAVEBORD_INSTANCE": str(folder), "OPGAVEBORD_WORKERS": "1"}
    own |= {"OPGAVEBORD_DATABASE_URL": database_url, "OPGAVEBORD_POLL_SECONDS": str(POLL_SECONDS)}
    own |= {f"OPGAVEBORD_{name.upper()}": text for name, text in settings.items()}
    log = folder / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen([COMMAND, "demo", "--port", str(port)], env=own, stdout=out, stderr=out)
    engine = db.make_engine(database_url)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server, log)
        yield Live(url, engine)
    finally:
        engine.dispose()
        server.terminate()
        server.wait(timeout=20)


def _wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(url, timeout=5):  # noqa: S310  our own server
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the demo did not start:\n{log.read_text()}")

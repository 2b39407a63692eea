"""Every form filled in with whatever: it may be refused, and it never breaks."""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask

from board import db, demo
from board.app import create_app
from board.config import load_settings
from board.db import schema
from tests.load.forms import Found, Guest, all_forms

GUESTS = ("lid", "manager", "beheer")
SECRET = "only to throw rubbish at, so it may stand here"
# What people, their telephones and those who mean harm put into a field.
VALUES: tuple[Any, ...] = (
    "",
    " ",
    "x",
    "0",
    "-1",
    "1",
    "2147483648",
    "99999999999999999999",
    "1e308",
    "NaN",
    "ja",
    "gedaan",
    "why",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "202653",
    "U krijgt één brief in plaats van drie.",
    "Bel mevrouw De Vries op 06 12345678, BSN 111222333",
    "'; DROP TABLE card; --",
    "<b>vet</b>{{ 7*7 }}${7}",
    "../../etc/passwd",
    "https://[kijk.hier",
    "//elders.example",
    "\r\nSet-Cookie: a=b",
    "een\x00twee",
    "\u200b\u202e",
    "😀" * 200,
    "e\u0301" * 150,
    "woord " * 900,
    "w" * 70_000,
    ["1", "2", "3"],
    ["x", ""],
)
NUMBER = re.compile(r"(?<=/)\d+")


@dataclass
class Rubbish:
    """What came of it."""

    database: str
    sent: int = 0
    kinds: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_kind: str = ""

    def lines(self) -> Iterator[str]:
        """The figures, for people."""
        yield f"{self.database}: {self.sent} strange forms to {len(self.kinds)} kinds of address"
        yield "  answers   " + ", ".join(f"{status}: {number}" for status, number in sorted(self.statuses.items()))
        yield f"  slowest   {self.slowest * 1000:.0f} ms, {self.slowest_kind}"
        yield f"  answers of 5xx: {len(self.broken)} {sorted(set(self.broken))[:10] or ''}"


def fill(url: str) -> None:
    """The demo in a new database."""
    engine = db.make_engine(url)
    schema.upgrade(engine)
    with db.transaction(engine):
        demo.load()
    engine.dispose()


def demo_app(url: str, folder: Path) -> Flask:
    """The app on a database with the demo in it."""
    return create_app(load_settings({}, instance=folder, secret_key=SECRET, database_url=url, demo=True))


def throw(app: Flask, database: str, number: int, seed: int = 1, pages: int = 150) -> Rubbish:
    """Send so many strange forms, spread over all there are."""
    chance, outcome = random.Random(seed), Rubbish(database)
    forms = {who: all_forms(app, who, pages) for who in GUESTS}
    guests = {who: Guest(app, who) for who in GUESTS}
    fresh = {who: _token(guest) for who, guest in guests.items()}
    everything = [form for found in forms.values() for form in found]
    chance.shuffle(everything)
    for turn in range(number):
        form = everything[turn % len(everything)]
        fields = _strange(form, chance)
        if chance.random() < 0.98:
            fields["csrf_token"] = fresh[form.who]
        _send(guests[form.who], form, _address(form, chance), fields, outcome)
        if turn % 50 == 49:
            for who, guest in guests.items():
                if guest.enter():
                    fresh[who] = _token(guest)
    app.extensions["engine"].dispose()
    return outcome


def _token(guest: Guest) -> str:
    """What proves that a form of this guest is ours."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', guest.client.get("/bord/ik").text)
    return found[1] if found else ""


def _strange(form: Found, chance: random.Random) -> dict[str, Any]:
    """The form as it stood, with one or some fields as nobody expects them."""
    fields = dict(form.fields)
    for name in chance.sample(sorted(fields), min(len(fields), chance.choice([1, 1, 2, 5]))):
        if name != "csrf_token":
            fields[name] = chance.choice(VALUES)
    if fields and chance.random() < 0.15:
        fields.pop(chance.choice(sorted(fields)))
    if chance.random() < 0.1:
        fields[chance.choice(["naar", "id", "person", "state", "because", "gezien", "sleutel"])] = chance.choice(VALUES)
    return fields


def _address(form: Found, chance: random.Random) -> str:
    """Where it goes; now and then to another thing, perhaps of another team, or of nobody."""
    if chance.random() < 0.15:
        return NUMBER.sub(lambda _found: str(chance.choice([0, 1, 2, 7, 40, 999999999])), form.action)
    return form.action


def _send(guest: Guest, form: Found, address: str, fields: dict[str, Any], outcome: Rubbish) -> None:
    htmx = {"HX-Request": "true"} if outcome.sent % 3 == 0 else {}
    began = time.perf_counter()
    answer = guest.client.post(address, data=fields, headers={"Sec-Fetch-Site": "same-origin", **htmx})
    took = time.perf_counter() - began
    outcome.sent += 1
    outcome.kinds.add(form.kind)
    outcome.statuses[answer.status_code] += 1
    if took > outcome.slowest:
        outcome.slowest, outcome.slowest_kind = took, form.kind
    if answer.status_code >= 500:
        typed = {name: str(value)[:40] for name, value in fields.items() if value != form.fields.get(name)}
        outcome.broken.append(f"{answer.status_code} {form.kind} {typed}")

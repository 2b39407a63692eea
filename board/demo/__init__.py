"""A realistic Dutch organisation to look around in: Gemeente Lindewaard, and everything in it, is invented."""

import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from board.blocks import BLOCKS
from board.blocks.contract import Block
from board.core.opgaven.invented import DatabaseContents, beside_the_demo
from board.core.people import sign_ins
from board.core.people.people import OrgRole, Person, Visibility
from board.core.record.weeks import today
from board.db import session
from board.demo import past, photos, week
from board.demo.opgave import OpgaveLoader

HERE = Path(__file__).parent
ORGANISATION = "Gemeente Lindewaard"
PHONE, HOURS, EMAIL = "088 000 00 00", "werkdagen van 9 tot 17 uur", "hallo@lindewaard.example"
# What such an organisation would fill in; the rest is still empty, as on a first day.
STATEMENTS = {
    "ACCESSIBILITY_STATUS": "C",
    "PRIVACY_CONTROLLER": "het college van burgemeester en wethouders van Lindewaard",
    "PRIVACY_OFFICER": "privacy@lindewaard.example",
    "PRIVACY_LOGS": "14 dagen",
    "SECURITY_CONTACT": "mailto:veilig@lindewaard.example",
}
# The accounts that anyone may enter; the other people of the demo have no password.
GUESTS = ("lid", "manager", "beheer")
PASSWORD = "demo"  # noqa: S105  a demo is open to all, and refused outside demo mode
# Three to look around in; the small ones in opgaven/ each tell one thing to whoever looks along.
OPGAVEN = ("schulden", "school", "balie", *sorted(f"opgaven/{file.stem}" for file in HERE.glob("opgaven/*.toml")))


def contents() -> DatabaseContents:
    """What stands in the database of the current session, beside the demo."""
    return beside_the_demo({_read(name)["opgave"]["slug"] for name in OPGAVEN})


def load() -> None:
    """Put the demo into the empty database of the current session."""
    people = _people(_read("people")["person"])
    opgaven = {Path(name).name: OpgaveLoader(_read(name), people, today()) for name in OPGAVEN}
    for loader in opgaven.values():
        loader.load()
    for block in BLOCKS:
        if story := _story_of(block):
            story.load(opgaven, people, today())
    for rest in (photos, past):
        rest.load(opgaven, people, today())
    week.load(_read("week")["page"], people, today())


def _story_of(block: Block) -> Any:
    """The module of the demo that fills a block, called by its key; None for a block without a story."""
    name = f"{__name__}.{block.key}"
    return import_module(name) if find_spec(name) else None


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _people(rows: list[dict[str, Any]]) -> dict[str, Person]:
    # Made once for all guests: a password takes long to hash, on purpose.
    password = sign_ins.HASHER.hash(PASSWORD)
    people = {row["key"]: _person(row, password if row["key"] in GUESTS else None) for row in rows}
    session.add_all(people.values())
    session.flush()
    return people


def _person(row: dict[str, Any], password: str | None) -> Person:
    return Person(
        email=row["key"] + sign_ins.DEMO,
        first_name=row["first_name"],
        last_name=row["last_name"],
        job_title=row["job_title"],
        portrait=row.get("portrait"),
        visibility=Visibility(row["visibility"]),
        org_role=OrgRole(row["org_role"]) if "org_role" in row else None,
        password_hash=password,
    )

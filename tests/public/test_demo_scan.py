"""The whole demo as citizens get it, on the server and as files: no name without a choice, no address, no draft."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from board import demo
from board.blocks.citizen.models import Need, Signal
from board.blocks.leadership.models import Decision, SupportRequest
from board.blocks.why.models import Story
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.cards import Card
from board.core.opgaven.results import Result
from board.core.opgaven.worries import Worry
from board.core.people.people import Person, Visibility
from board.db import session
from board.public.site import pages as site
from tests.client import Client
from tests.public.crawl import everything_public

LONG_ENOUGH = 12  # a shorter text may stand on a public page for another reason
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


@pytest.fixture
def all_of_it(visitor: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Every public answer of the demo by address, and every file of its site by name."""
    demo.load()
    session.commit()
    monkeypatch.setattr("board.public.routes.poster.as_pdf", lambda address, inside: inside.ask(address).body)
    monkeypatch.setattr("board.public.routes.poster.can_make", lambda: True)
    found = everything_public(visitor)
    app: Flask = visitor.application
    site.export(app, tmp_path / "site")
    for file in (tmp_path / "site").rglob("*"):
        if file.suffix in {".html", ".atom", ".json", ".csv", ".xml", ".pdf", ".txt", ".svg"}:
            found[str(file.relative_to(tmp_path))] = file.read_text()
    return {address: unescape(text) for address, text in found.items()}


def inside_only() -> set[str]:
    """What the team wrote for itself: drafts, plans, notes, stories, questions, and what was taken back."""
    drafts = select(Result).where((Result.published_at.is_(None)) | (Result.withdrawn_at.is_not(None)))
    texts = [
        text for one in session.scalars(drafts) for text in (one.sentence, one.deed, one.lesson, one.evidence_text)
    ]
    texts += [one.action for one in session.scalars(select(Card))]
    texts += [one.description for one in session.scalars(select(Card))]
    for kind in (CardNote, Need, Signal, Story, SupportRequest, Decision):
        texts += [str(one.text) for one in session.scalars(select(kind))]  # type: ignore[attr-defined]
    texts += list(session.scalars(select(Worry.text).where(Worry.public_since.is_(None))))
    said = set(session.scalars(select(Result.deed).where(Result.published_at.is_not(None))))
    return {text for text in texts if len(text) >= LONG_ENOUGH and not any(text in one for one in said)}


def hidden_names() -> set[str]:
    """The names that their owners do not show: all of it, or what comes after the first name."""
    names = set()
    for person in session.scalars(select(Person)):
        if person.visibility is not Visibility.FULL:
            names |= {person.name, *person.name.split()[1:]} - {"van", "de", "der", "El"}
    shown = session.scalars(select(Person).where(Person.visibility == Visibility.FULL))
    return names - {part for person in shown for part in person.name.split()}


def test_nothing_of_the_inside_is_in_it(all_of_it: dict[str, str]) -> None:
    mails = {person.email for person in session.scalars(select(Person))}
    names, texts = hidden_names(), inside_only()
    assert len(all_of_it) > 100
    assert len(names) > 5
    assert len(texts) > 40

    for address, text in all_of_it.items():
        assert mails.isdisjoint(MAIL.findall(text)), address
        assert not [one for one in texts if one in text], address
        words = set(re.findall(r"[^\W\d_]+", text))
        assert not [name for name in names if set(name.split()) <= words and name in text], address

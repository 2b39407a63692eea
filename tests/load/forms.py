"""Every form there is, as three people of the demo find them by following links."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient

from board.core.people import sign_ins
from board.core.people.people import by_email
from board.db import transaction
from tests.edit_forms import Fields, Forms

LINK = re.compile(r'<a [^>]*?href="(/bord[^"#]*)')
# Following these leads out, or to a file.
NOT_FOLLOWED = re.compile(r"/uitloggen|/zoek|\.csv|\.pdf|verder=|/bord/lees-mee")
# Sending these ends the visit, and nothing is found any more.
NOT_SENT = re.compile(r"/uitloggen|/wachtwoord|/inloggen")
# Two cards of one opgave have the same forms; so many of a kind are opened.
OF_A_KIND = 3


@dataclass(frozen=True)
class Found:
    """A form: who may send it, where it goes, and what a browser would send of it."""

    who: str
    action: str
    fields: Fields

    @property
    def kind(self) -> str:
        """Its address without the numbers and names in it."""
        return kind_of(self.action)


def kind_of(address: str) -> str:
    """An address with a sign for what differs between two things of a kind."""
    return re.sub(r"/opgaven/(?!nieuw)[\w-]+", "/opgaven/…", re.sub(r"[0-9]+", "…", urlsplit(address).path))


class Guest:
    """Somebody of the demo, signed in without the form."""

    def __init__(self, app: Flask, who: str) -> None:
        self.app, self.who = app, who
        self.client: FlaskClient = app.test_client()
        self.enter()

    def enter(self) -> bool:
        """Sign in (again); False when there is nobody by this name any more."""
        with self.app.app_context(), transaction(self.app.extensions["engine"]):
            person = by_email(f"{self.who}@demo.example")
            token = sign_ins.begin_session(person, hours=12) if person else ""
        with self.client.session_transaction(path="/bord") as cookie:
            cookie["_user_id"], cookie["_fresh"] = token, True
        return bool(token)


def all_forms(app: Flask, who: str, pages: int) -> list[Found]:
    """The forms on so many pages of this person, each address once."""
    return list({form.action: form for form in _forms(Guest(app, who), pages)}.values())


def _forms(guest: Guest, pages: int) -> Iterator[Found]:
    waiting, known, kinds = deque(["/bord"]), {"/bord"}, dict[str, int]()
    while waiting and pages:
        page = guest.client.get(waiting.popleft())
        pages -= 1
        if page.mimetype != "text/html":
            continue
        for action, fields in Forms(page.text).found.items():
            if "csrf_token" in fields and not NOT_SENT.search(action):
                yield Found(guest.who, action, fields)
        for link in map(unescape, LINK.findall(page.text)):
            kind = kind_of(link)
            if link in known or NOT_FOLLOWED.search(link) or kinds.get(kind, 0) >= OF_A_KIND:
                continue
            known.add(link)
            kinds[kind] = kinds.get(kind, 0) + 1
            waiting.append(link)

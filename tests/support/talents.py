"""What people can, a request for a talent, and the way back."""

import re
from collections.abc import Callable
from datetime import timedelta

from werkzeug.test import TestResponse

from board.blocks.talents.models import Talent, TalentKind, TalentRequest
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import now, today
from board.db import session
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/talenten{rest}"


def asked(
    opgave: Opgave,
    words: str = "filmpje maken",
    days_ago: int = 3,
    found: int | None = None,
    card: Card | None = None,
) -> TalentRequest:
    """A request, so many days old; found so many days ago."""
    request = TalentRequest(opgave=opgave, card=card, words=words, asked_on=today() - timedelta(days=days_ago))
    request.noted_at = now() - timedelta(days=days_ago)
    request.found_on = None if found is None else today() - timedelta(days=found)
    session.add(request)
    session.flush()
    return request


def can(person: Person, text: str, kind: TalentKind = TalentKind.CAN) -> Talent:
    """What this person wrote of themself."""
    talent = Talent(person=person, text=text, kind=kind)
    session.add(talent)
    session.flush()
    return talent


def undo(client: Client, page: TestResponse) -> TestResponse:
    """Press “Ongedaan maken” in the message on this page."""
    found = re.search(r'action="(/bord/terug/[^"]+)"', page.text)
    assert found, "the page offers a way back"
    return client.post(found.group(1).replace("&amp;", "&"))

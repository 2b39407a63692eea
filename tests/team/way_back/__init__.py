"""The way back, as two people on one board meet it: what they press, and what they read then."""

import re

from werkzeug.test import TestResponse

from board.core.opgaven.cards import Card
from board.core.record.weeks import today
from tests.client import Client

BOARD = "/bord/opgaven/schulden"
TOLD = {
    "sentence": "U krijgt één brief.",
    "outcome": "deels",
    "lesson": "Bel eerst.",
    "situation": "geen gehoor",
    "evidence_kind": "quote",
    "evidence_text": "Dat scheelt!",
    "happened_on": today().isoformat(),
}


def page(card: Card, more: str = "") -> str:
    return f"{BOARD}/kaarten/{card.id}{more}"


def way_back(answer: TestResponse, client: Client) -> str | None:
    """The address of “Ongedaan maken” in the message that follows this answer."""
    shown = answer.text if answer.status_code == 200 else client.get(answer.location or "/bord").text
    message = re.search(r'id="melding".*?</div>\s*(?:</div>|<p)', shown, re.DOTALL)
    assert message, shown
    found = re.search(r'action="(/bord[^"]*/(?:terug|ongedaan)/[^"]*)"', message[0])
    return found[1].replace("&amp;", "&") if found else None


def said(answer: TestResponse, client: Client) -> str:
    shown = client.get(answer.location or "/bord").text if answer.status_code == 303 else answer.text
    found = re.search(r'class="ob-melding"><span>(.*?)</span>', shown)
    return found[1] if found else ""


def edit(client: Client, card: Card, **words: str) -> TestResponse:
    return client.post(page(card), data=client.opened(page(card)) | words)

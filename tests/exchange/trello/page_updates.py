"""A later export of Trello brought in through the page."""

from io import BytesIO

from board.core.opgaven.opgaven import Opgave
from board.db import session
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.page import page


def bring(client: Client, opgave: Opgave, raw: trello.Json, **fields: str) -> str:
    """Bring a file in at once; the address where it led."""
    answer = client.post(chosen_file(client, opgave, raw), data=fields)
    assert answer.status_code == 303, answer.text
    session.expire_all()
    return answer.location or ""


def chosen_file(client: Client, opgave: Opgave, raw: trello.Json) -> str:
    """Choose a file; the address where it goes on."""
    return client.post(page(opgave), data={"bestand": (BytesIO(trello.as_file(raw)), "bord.json")}).location or ""

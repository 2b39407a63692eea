"""send(client, opgave), kept(client, opgave): the steps of a lead on the page."""

from io import BytesIO

from werkzeug.test import TestResponse

from board.core.opgaven.opgaven import Opgave
from tests.client import Client
from tests.exchange.trello import trello

TO_DO, DONE = trello.a_list("Te doen"), trello.a_list("Klaar")
BOARD = trello.board(
    lists=[TO_DO, DONE],
    cards=[
        trello.card("Bel tien mensen", idMembers=["lid-Ina"]),
        trello.card("Schrijf één brief", idList=DONE["id"], cover={"color": "pink"}),
    ],
    members=[trello.member("Ina")],
)


def page(opgave: Opgave) -> str:
    return f"/bord/opgaven/{opgave.slug}/importeer"


def send(client: Client, opgave: Opgave, data: bytes = trello.as_file(BOARD)) -> TestResponse:
    return client.post(page(opgave), data={"bestand": (BytesIO(data), "bord.json")})


def kept(client: Client, opgave: Opgave) -> str:
    """Choose the file; the address where it goes on."""
    answer = send(client, opgave)
    assert answer.status_code == 303, answer.text
    assert answer.location
    return answer.location

"""A bigger result, ready made, and the way back that a page offers."""

from sqlalchemy.orm import Session

from board.blocks.increments.models import BigResult
from board.core.opgaven.opgaven import Opgave
from tests.client import Client

SENTENCE = "U hoort altijd binnen een week iets van ons."


def big_result(opgave: Opgave, session: Session, sentence: str = SENTENCE) -> BigResult:
    big = BigResult(opgave=opgave, sentence=sentence)
    session.add(big)
    session.flush()
    return big


def url(opgave: Opgave, big: BigResult, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/klein/groter/{big.id}{rest}"


def undo(client: Client, page: str) -> None:
    """Press “Ongedaan maken” in the message on this page."""
    address = page.split('class="ob-melding"', 1)[1].split('action="', 1)[1].split('"', 1)[0]
    assert client.post(address.replace("&amp;", "&")).status_code == 303

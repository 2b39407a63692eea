"""The question why a text may stand that seems to hold personal data, as a page asks it."""

from collections.abc import Mapping

from sqlalchemy import select

from board.core.record.publishable import PublicationReason
from board.db import session
from tests.client import Client
from tests.support.personal_data import BSN, WHY

MARKED = f"<mark>{BSN}</mark>"


def stored_words() -> list[str]:
    return list(session.scalars(select(PublicationReason.reason)))


def asked_of(page: str) -> str:
    """What the question on this page was about."""
    return page.split('name="asked_of" type="hidden" value="')[1].split('"', maxsplit=1)[0]


def stops_and_passes(client: Client, address: str, typed: Mapping[str, object]) -> None:
    """First a 422 that marks what was found; an empty reason is none; with a reason it goes on."""
    for reason in ("", "   "):
        stopped = client.post(address, data={**typed, "because": reason})
        assert stopped.status_code == 422
        assert MARKED in stopped.text
        assert "Waarom mag dit er staan?" in stopped.text
        assert not stored_words()
    said = dict(typed) | {"asked_of": asked_of(stopped.text)}
    assert client.post(address, data=said | {"because": "x" * 281}).status_code == 422
    assert client.post(address, data=said | {"because": WHY}).status_code == 303
    assert stored_words() == [WHY]

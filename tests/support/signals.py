"""Signals, ready made, and the addresses of what is done with them."""

from datetime import date, timedelta
from typing import Any

from board.blocks.citizen.models import Signal
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import now, today
from board.db import session

LIST = "/bord/signalen"


def caught(opgave: Opgave | None = None, text: str = "Wie helpt mij met mijn huurtoeslag?", **fields: Any) -> Signal:
    """A signal that nobody has; `days_ago` says when it was caught."""
    ago = timedelta(days=fields.pop("days_ago", 0))
    signal = Signal(opgave=opgave, text=text, heard_on=today() - ago, noted_at=now() - ago, **fields)
    session.add(signal)
    session.flush()
    return signal


def url(signal: Signal, step: str = "") -> str:
    return f"{LIST}/{signal.id}{step}"


def days(ago: int) -> date:
    return today() - timedelta(days=ago)


def main(page: str) -> str:
    """What stands in the middle of a page, without the frame."""
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def undo_address(page: str) -> str:
    """Where “Ongedaan maken” in the message of this page leads."""
    after = page.split('<form action="/bord/terug/', maxsplit=1)[1]
    return "/bord/terug/" + after.split('"', maxsplit=1)[0].replace("&amp;", "&")

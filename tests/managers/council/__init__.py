"""The council line as tests ask for it: its addresses, and its form as a browser would send it."""

from datetime import date, timedelta
from typing import Any

import html5lib
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.opgaven import Opgave
from board.core.publishing.council_lines import CouncilLine
from tests.client import Client

LIST, YEAR = "/bord/raad", "2026"
SPRING, AUTUMN = date(2026, 4, 2), date(2026, 10, 5)
NOW, LATER = date(2026, 11, 22), date(2026, 11, 23)
MOMENT = timedelta(minutes=1)
OWN = "Wij stuurden minder post. Dat zien inwoners op de mat."


def page(opgave: Opgave, period: str = YEAR) -> str:
    return f"{LIST}/{opgave.slug}?periode={period}"


def csv(client: Client, rest: str = f"periode={YEAR}") -> str:
    return client.get(f"{LIST}.csv?{rest}").text


def text_of(html: str) -> str:
    """What stands in the field from which somebody copies."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return next(part.text or "" for part in tree.iter("textarea") if part.get("id") == "tekst")


def fields(html: str) -> dict[str, str]:
    """What the form holds before anybody types."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    form = next(one for one in tree.iter("form") if any(part.get("name") == "programme" for part in one.iter("input")))
    held = {part.get("name"): part.get("value", "") for part in form.iter("input") if part.get("name")}
    return held | {part.get("name"): (part.text or "").strip() for part in form.iter("textarea")}


def write(client: Client, opgave: Opgave, period: str = YEAR, **typed: str) -> Any:
    """Change these fields on the page as it stands, and send it."""
    return client.post(page(opgave, period), data=fields(client.get(page(opgave, period)).text) | typed)


def lines(session: Session) -> list[CouncilLine]:
    """All that was written for a council."""
    return list(session.scalars(select(CouncilLine)))

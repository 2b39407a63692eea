"""A request of a team for support, ready made."""

from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from board.blocks.leadership.models import SupportKind, SupportRequest
from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/leiderschap{rest}"


def ask(opgave: Opgave, session: Session, by: Person | None, days: int = 0, **said: Any) -> SupportRequest:
    """A request, asked so many days ago: a morning without telephone, unless something else is said."""
    day = today() - timedelta(days=days)
    asked = SupportRequest(opgave=opgave, card=said.get("card"), asked_by=by, asked_on=day)
    asked.noted_at = end_of(day) - timedelta(hours=8)
    asked.ask(said.get("kind", SupportKind.TIME), said.get("text", "een ochtend zonder telefoon"), said.get("rule", ""))
    session.add(asked)
    session.flush()
    return asked

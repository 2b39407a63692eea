"""A new opgave, as it is typed, and the list of them."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.core.opgaven.opgaven import Opgave

LIST, NEW = "/bord/opgaven", "/bord/opgaven/nieuw"
GREEN = {
    "title": "Elke straat groener",
    "short_name": "Groen",
    "summary": "Hete zomers",
    "visibility": "internal",
    "goal_clear": "ja",
    "way_unclear": "ja",
    "many_parties": "ja",
}


def opgaven(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Opgave)) or 0

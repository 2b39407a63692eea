"""A card that stopped with a lesson, and who uses that lesson."""

from sqlalchemy import select

from board.blocks.talents.models import LessonUse
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.db import session
from tests.builders import Builder

GELEERD = "/bord/geleerd"


def stopped(a: Builder, opgave: Opgave, lesson: str = "Vraag eerst welk nummer klopt.", situation: str = "") -> Card:
    card = a.card(opgave, "Stuur een sms", state=CardState.DOING)
    card.stop(lesson, situation)
    session.flush()
    return card


def uses() -> list[LessonUse]:
    return list(session.scalars(select(LessonUse).where(LessonUse.removed_at.is_(None))))

"""What stands behind the fifth block: talents that are asked and found, and lessons."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import or_, select

from board.blocks.contract import Item, by_day
from board.blocks.talents.models import TalentRequest
from board.blocks.talents.queries.requests import open_now
from board.core.opgaven.cards import Card
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What is still looked for, and what was found or learned since that day. Two queries."""
    here = url_for("talents.index", slug=opgave.slug)
    asked = (
        select(TalentRequest)
        .outerjoin(Card, Card.id == TalentRequest.card_id)
        .where(TalentRequest.opgave_id == opgave.id, there(TalentRequest))
        .where(or_(open_now(today()), TalentRequest.found_on >= since))
    )
    found = [
        Item(_("talent gevonden"), one.words, one.found_on, f"{here}#talent-{one.id}")
        if one.found_on
        else Item(_("talent gevraagd"), one.words, one.asked_on, f"{here}#talent-{one.id}", waits=True)
        for one in session.scalars(asked.order_by(TalentRequest.id))
    ]
    learned = select(Lesson).where(Lesson.opgave_id == opgave.id, Lesson.learned_on >= since, there(Lesson))
    for one in session.scalars(learned.order_by(Lesson.id)):
        found.append(Item(_("les"), one.sentence, one.learned_on, url_for("lessons.lesson", lesson=one.id)))
    return by_day(found)

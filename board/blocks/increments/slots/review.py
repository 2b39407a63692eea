"""What stands behind the third block: the bricks, and the last one when it is long ago."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from board.blocks.contract import Item
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.db import session


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """The bricks since that day; and the last one before it, when there was none. One query, or two."""
    laid = (
        select(Result.sentence, Result.happened_on, Result.outcome, Card.id)
        .join(Card, Card.result_id == Result.id)
        .where(Result.opgave_id == opgave.id, Result.laid.is_(True))
        .order_by(Result.happened_on.desc(), Result.id.desc())
    )
    rows = session.execute(laid.where(Result.happened_on >= since)).all() or session.execute(laid.limit(1)).all()
    words = {Outcome.SUCCEEDED: _("gelukt"), Outcome.PARTLY: _("deels gelukt"), Outcome.LEARNED: _("geleerd")}
    return [
        Item(words[outcome], sentence, day, _card(opgave, number), outside=True, card=number)
        for sentence, day, outcome, number in rows
    ]


def _card(opgave: Opgave, number: int) -> str:
    return url_for("card.card", slug=opgave.slug, number=number)

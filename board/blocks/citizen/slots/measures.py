"""What is measured in the second block: how long an inwoner waits from a signal to a result."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from board.blocks.citizen.models import Signal
from board.blocks.contract import Item, Measure
from board.core.opgaven.cards import Card
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.db import session
from board.web.labels import days as in_words


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """The middle of the days between hearing a signal and a result of its card since that day. One query."""
    query = (
        select(Signal.id, Signal.text, Signal.heard_on, Result.happened_on)
        .join(Card, Card.id == Signal.card_id)
        .join(Result, Result.id == Card.result_id)
        .where(Card.opgave_id == opgave.id, Result.laid.is_(True), Result.happened_on >= since, there(Signal))
        .order_by(Result.happened_on.desc(), Signal.id)
    )
    items, took = [], []
    for number, text, heard_on, happened_on in session.execute(query):
        days, url = max((happened_on - heard_on).days, 0), url_for("signals.signal", number=number)
        took.append(days)
        note = _("resultaat na %(days)s", days=in_words(days)) if days else _("resultaat op dezelfde dag")
        items.append(Item(_("signaal"), text, heard_on, url, outside=True, note=note))
    here = url_for("citizen.index", slug=opgave.slug)
    return [Measure(_("Van signaal naar resultaat"), _says(took), here, items)]


def _says(days: Sequence[int]) -> str:
    if not days:
        return _("nog geen resultaat dat met een signaal begon")
    took = in_words(round(median(days)))
    return ngettext(
        "%(took)s, bij %(num)s signaal", "%(took)s in het midden van %(num)s signalen", len(days), took=took
    )

"""What stands behind the second block: needs and signals."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries.needs import needs
from board.blocks.contract import Item, by_day
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Opgave
from board.db import session


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What inwoners said since that day; and the last need before it, when there was none. Two queries."""
    heard, here = needs(opgave), url_for("citizen.index", slug=opgave.slug)
    fresh = [one for one in heard if one.heard_on >= since] or heard[:1]
    found = [Item(_("behoefte"), one.text, one.heard_on, f"{here}#behoefte-{one.id}", outside=True) for one in fresh]
    caught = select(Signal).where(Signal.opgave_id == opgave.id, Signal.heard_on >= since, there(Signal))
    for one in session.scalars(caught.order_by(Signal.id)):
        there_it_is = url_for("signals.signal", number=one.id)
        found.append(Item(_("signaal"), one.text, one.heard_on, there_it_is, outside=True))
    return by_day(found)

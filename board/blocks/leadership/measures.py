"""What is measured in the fourth block: how long a team waits for a first answer. The one thing measured of leaders."""

from datetime import date
from statistics import median

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from board.blocks.leadership.models import SupportRequest
from board.blocks.leadership.requests import open_requests
from board.blocks.protocol import Measure
from board.core.noted import there
from board.core.opgaven import Opgave
from board.core.weeks import today
from board.db import session
from board.words import days as in_words


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """Of all leaders of this opgave together, never of one. Two queries."""
    asked = select(SupportRequest.asked_on, SupportRequest.first_answered_on).where(
        SupportRequest.opgave_id == opgave.id, SupportRequest.first_answered_on >= since, there(SupportRequest)
    )
    days = [(answered - asked_on).days for asked_on, answered in session.execute(asked) if answered]
    waiting = [(today() - one.asked_on).days for one in open_requests(opgave)]
    here = url_for("leadership.index", slug=opgave.slug)
    return [
        Measure(_("Tijd tot een eerste antwoord"), _answered(days), here),
        Measure(_("Open vragen"), _open(waiting), here),
    ]


def _answered(days: list[int]) -> str:
    if not days:
        return _("nog geen vraag beantwoord")
    took = in_words(round(median(days)))
    return ngettext("%(took)s, bij %(num)s vraag", "%(took)s in het midden van %(num)s vragen", len(days), took=took)


def _open(waiting: list[int]) -> str:
    if not waiting:
        return _("geen")
    oldest = in_words(max(waiting))
    return ngettext("%(num)s, wacht %(oldest)s", "%(num)s, de oudste wacht %(oldest)s", len(waiting), oldest=oldest)

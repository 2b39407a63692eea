"""What is measured in the fourth block: how long a team waits for a first answer. The one thing measured of leaders."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from board.blocks.contract import Item, Measure
from board.blocks.leadership.models import SupportRequest
from board.blocks.leadership.queries.leaders import decisions
from board.blocks.leadership.queries.support_requests import open_requests
from board.blocks.leadership.slots.review import request_url
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.web.labels import days as in_words

DECISIONS_SHOWN = 5


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """Of all leaders of this opgave together, never of one. Three queries."""
    here = url_for("leadership.index", slug=opgave.slug)
    return [_answered(opgave, since, here), _open(opgave, here), _decided(opgave, since, here)]


def _answered(opgave: Opgave, since: date, here: str) -> Measure:
    """The middle of the days until a first word, with the requests that got one."""
    heard = select(SupportRequest).where(
        SupportRequest.opgave_id == opgave.id, SupportRequest.first_answered_on >= since, there(SupportRequest)
    )
    found = session.scalars(heard.order_by(SupportRequest.first_answered_on.desc(), SupportRequest.id)).all()
    took = [(one, one.first_answered_on, _days(one.asked_on, one.first_answered_on or today())) for one in found]
    items = [
        Item(
            _("vraag"), one.text, heard_on or one.asked_on, request_url(one), note=_("na %(days)s", days=in_words(days))
        )
        for one, heard_on, days in took
    ]
    return Measure(_("Tijd tot een eerste antwoord"), _middle([days for *_rest, days in took]), here, items)


def _middle(days: Sequence[int]) -> str:
    if not days:
        return _("nog geen vraag beantwoord")
    took = in_words(round(median(days)))
    return ngettext("%(took)s, bij %(num)s vraag", "%(took)s in het midden van %(num)s vragen", len(days), took=took)


def _open(opgave: Opgave, here: str) -> Measure:
    """What the team still waits for, each with its age; the one that waits longest first."""
    waiting = [(one, _days(one.asked_on, today())) for one in open_requests(opgave)]
    items = [
        Item(_("vraag"), one.text, one.asked_on, request_url(one), waits=True, note=_wait(days))
        for one, days in waiting
    ]
    nothing = _("Er wacht geen vraag van het team.")
    return Measure(_("Open vragen"), _how_many([days for _one, days in waiting]), here, items, nothing)


def _how_many(waiting: Sequence[int]) -> str:
    if not waiting:
        return _("geen")
    oldest = in_words(max(waiting))
    return ngettext("%(num)s, wacht %(oldest)s", "%(num)s, de oudste wacht %(oldest)s", len(waiting), oldest=oldest)


def _wait(days: int) -> str:
    return _("wacht %(days)s", days=in_words(days)) if days else _("vandaag gevraagd")


def _decided(opgave: Opgave, since: date, here: str) -> Measure:
    """What was decided since that day, the newest few."""
    found = [one for one in decisions(opgave) if one.decided_on >= since]
    items = [
        Item(
            _("besluit"),
            one.text,
            one.decided_on,
            f"{here}#besluit-{one.id}",
            note=_("Waarom: %(why)s", why=one.why) if one.why else "",
        )
        for one in found[:DECISIONS_SHOWN]
    ]
    says = ngettext("%(num)s besluit", "%(num)s besluiten", len(found)) if found else _("geen")
    if len(found) > len(items):
        says = _("%(all)s, hier de laatste %(shown)s", all=len(found), shown=len(items))
    return Measure(_("Besluiten"), says, f"{here}#besluiten", items, _("Er is in deze tijd geen knoop doorgehakt."))


def _days(since: date, until: date) -> int:
    return max((until - since).days, 0)

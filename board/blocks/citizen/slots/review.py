"""What the second block tells on Voortgang: the last need, and the needs and signals behind it."""

from collections.abc import Collection, Sequence
from datetime import date
from statistics import median

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from board.blocks.answers import Item, Measure, Progress, by_day
from board.blocks.citizen.models import Need, Signal
from board.blocks.citizen.queries.needs import last_need_days, needs
from board.blocks.citizen.queries.signals import signals_since, with_result
from board.blocks.citizen.rules import judge
from board.core.opgaven.noted import new_in
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.db import limits
from board.web.labels import days as in_words


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """How fresh the last need of each team was on that day."""
    return {number: judge(last, on, limits().need_weeks) for number, last in last_need_days(opgaven, on).items()}


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """Needs and signals that were heard."""
    return new_in(opgaven, week, Need.heard_on, Signal.heard_on)


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What inwoners said since that day; and the last need before it, when there was none. Two queries."""
    known, page = needs(opgave), url_for("citizen.index", slug=opgave.slug)
    fresh = [need for need in known if need.heard_on >= since] or known[:1]
    items = [
        Item(_("behoefte"), need.text, need.heard_on, f"{page}#behoefte-{need.id}", outside=True) for need in fresh
    ]
    items += [
        Item(_("signaal"), signal.text, signal.heard_on, _signal_url(signal), outside=True)
        for signal in signals_since(opgave, since)
    ]
    return by_day(items)


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """The middle of the days between hearing a signal and a result of its card since that day. One query."""
    took = [(signal, day, max((day - signal.heard_on).days, 0)) for signal, day in with_result(opgave, since)]
    items = [
        Item(_("signaal"), signal.text, signal.heard_on, _signal_url(signal), outside=True, note=_until_result(days))
        for signal, _day, days in took
    ]
    page = url_for("citizen.index", slug=opgave.slug)
    return [Measure(_("Van signaal naar resultaat"), _says([days for *_signal, days in took]), page, items)]


def _signal_url(signal: Signal) -> str:
    return url_for("signals.signal", number=signal.id)


def _until_result(days: int) -> str:
    return _("resultaat na %(days)s", days=in_words(days)) if days else _("resultaat op dezelfde dag")


def _says(days: Sequence[int]) -> str:
    if not days:
        return _("nog geen resultaat dat met een signaal begon")
    took = in_words(round(median(days)))
    return ngettext(
        "%(took)s, bij %(num)s signaal", "%(took)s in het midden van %(num)s signalen", len(days), took=took
    )

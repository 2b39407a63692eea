"""What the third block tells on Voortgang: how the stack grows, its bricks, and whether inwoners notice them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from board.blocks.answers import Item, Measure, Progress
from board.blocks.increments.labels import OUTCOMES
from board.blocks.increments.queries.bricks import bricks_of, bricks_on, bricks_since, count_in_week
from board.blocks.increments.rules import Silence, judge, silences
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.core.reports.card_counts import Share, known_by_week, saying
from board.core.reports.stack import stack
from board.db import limits


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """How each stack grew, as it was known at the end of that day."""
    week = Week.of(on)
    return {number: judge(bricks, week, limits().silence_weeks) for number, bricks in bricks_on(opgaven, on).items()}


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """The bricks that this week added."""
    return count_in_week(opgaven, week)


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """The bricks since that day; and the last one before it, when there was none. One query, or two."""
    return [
        Item(OUTCOMES[brick.outcome], brick.sentence, brick.happened_on, _card(opgave, card), outside=True, card=card)
        for brick, card in bricks_since(opgave, since)
    ]


def _card(opgave: Opgave, number: int) -> str:
    return url_for("card.card", slug=opgave.slug, number=number)


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """Three queries."""
    week, here = Week.of(since), url_for("review.opgave", slug=opgave.slug)
    quiet = [silence for silence in silences(bricks_of(stack(opgave)), Week.now()) if silence.last >= week]
    known = known_by_week(opgave, week).values()
    done: dict[str, Any] = {"slug": opgave.slug, "staat": "gedaan", "van": str(week), "gemerkt": "ja"}
    says: dict[str, Any] = {"slug": opgave.slug, "staat": "open", "zegt": "ja"}
    noticed = Share(sum(share.part for share in known), sum(share.whole for share in known))
    return [
        Measure(
            _("Langste stilte"), _silent(max(quiet, key=lambda silence: silence.weeks, default=None)), f"{here}#stenen"
        ),
        Measure(_("Weten we dat inwoners het merkten?"), _noticed(noticed), url_for("review.cards_behind", **done)),
        Measure(
            _("Zeggen open kaarten wat een inwoner merkt?"),
            _says(saying(opgave)),
            url_for("review.cards_behind", **says),
        ),
    ]


def _silent(silence: Silence | None) -> str:
    if silence is None:
        return _("nog geen stilte")
    if silence.weeks == 1:
        return _("1 week zonder steen: week %(number)s", number=silence.first.number)
    first, last = silence.first.number, silence.last.number
    return _("%(num)s weken zonder steen: week %(first)s t/m %(last)s", num=silence.weeks, first=first, last=last)


def _noticed(share: Share) -> str:
    if not share.whole:
        return _("nog geen resultaat")
    known = share.part
    return ngettext(
        "bij %(known)s van %(num)s resultaat", "bij %(known)s van %(num)s resultaten", share.whole, known=known
    )


def _says(share: Share) -> str:
    if not share.whole:
        return _("er staat geen kaart open")
    return ngettext("%(part)s van %(num)s kaart", "%(part)s van %(num)s kaarten", share.whole, part=share.part)

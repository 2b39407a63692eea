"""What is measured in the third block: the longest silence, and of how many results we know that it was noticed."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select

from board.blocks.increments.queries import bricks_of
from board.blocks.increments.rules import longest_silence
from board.blocks.protocol import Measure
from board.core.opgaven import Opgave
from board.core.results import Result
from board.core.stack import stack
from board.core.weeks import Week
from board.db import session


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """Two queries."""
    here = url_for("increments.index", slug=opgave.slug)
    silence = longest_silence(bricks_of(stack(opgave)), Week.now())
    laid = (Result.opgave_id == opgave.id, Result.laid.is_(True), Result.happened_on >= since)
    total, known = session.execute(select(func.count(), func.count(Result.evidence_kind)).where(*laid)).one()
    weeks = ngettext("%(num)s week zonder steen", "%(num)s weken zonder steen", silence)
    done = url_for("board.put_away", slug=opgave.slug)
    return [
        Measure(_("Langste stilte"), weeks if silence else _("nog geen stilte"), here),
        Measure(_("Weten we dat inwoners het merkten?"), _noticed(total, known), done),
    ]


def _noticed(total: int, known: int) -> str:
    if not total:
        return _("nog geen resultaat")
    return ngettext("bij %(known)s van %(num)s resultaat", "bij %(known)s van %(num)s resultaten", total, known=known)

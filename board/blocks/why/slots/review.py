"""What stands behind the first block: worries, what was said of them, and stories."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _

from board.blocks.contract import Item, by_day
from board.blocks.why.queries.heartbeats import stories
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import checks, worries


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """The worry of now, and whatever was signed, said or heard since that day. Three queries."""
    signed, here = worries(opgave), url_for("why.index", slug=opgave.slug)
    found = [Item(_("zorg"), one.text, one.signed_on, here, outside=True) for one in signed[:1]]
    found += [
        Item(_("eerdere zorg"), one.text, one.signed_on, f"{here}#zorg-{one.id}", outside=True)
        for one in signed[1:]
        if one.signed_on >= since
    ]
    said = (one for one in checks(opgave) if one.checked_on >= since)
    found += [Item(_("nog wakker van"), one.sentence, one.checked_on, here, outside=True) for one in said]
    heard = (one for one in stories(opgave) if one.heard_on >= since)
    found += [Item(_("verhaal"), one.text, one.heard_on, f"{here}#verhaal-{one.id}", outside=True) for one in heard]
    return by_day(found)

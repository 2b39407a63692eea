"""What was found in a text that waits, in words, and why another may stand."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import StringField

from board.checks import privacy
from board.checks.excerpts import excerpts
from board.checks.privacy.advice import ADVICE
from board.core.record.personal_data import PersonalDatum
from board.core.record.publishable import PublicationReason, reasons_of
from board.team.text_advice.advice import Remark, Spot, personal, presses_of
from board.web.repairs import Press


def what_was_found(found: Iterable[PersonalDatum], form: Any = ()) -> list[Spot]:
    """Each text that waits, with the words marked in their sentence, and what mends them in their field."""
    by_text: dict[str, list[Remark]] = {}
    for datum in found:
        finding = privacy.Finding(datum.kind, datum.start, datum.end)
        by_text.setdefault(datum.text, []).append(personal(datum.text, finding, _field_of(form, datum.text)))
    return [
        Spot(part.pieces, part.found, part.cut_before, part.cut_after, presses_of(part.found))
        for text, findings in by_text.items()
        for part in excerpts(text, findings)
    ]


def _field_of(form: Any, text: str) -> str:
    """The name of the field in which this text stands; none where it stands elsewhere."""
    return next((field.name for field in form if isinstance(field, StringField) and field.data == text), "")


def mending(press: Press) -> str:
    """What a press is called."""
    return _("Maak er “%(words)s” van", words=press.words) if press.words else _(ADVICE[press.kind].removal)


def why_it_stands(thing: Any) -> Sequence[PublicationReason]:
    """What colleagues said of this thing: why words may stand there that look like personal data."""
    return reasons_of(thing) if thing is not None and thing.id else []

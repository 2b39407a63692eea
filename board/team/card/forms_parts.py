"""What hangs on a card asks: lines for its checklist, and a word for colleagues."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, ValidationError
from wtforms.validators import AnyOf

from board.blocks.shared.noted_forms import NotedForm
from board.core.opgaven.card_parts import LONGEST_ITEM
from board.web.fields import Form, Making, line, text


class CheckItemsForm(Making):
    """One or more lines for the tiny checklist."""

    lines = text(_l("Zet op het lijstje"), needed=_l("Schrijf op wat er moet gebeuren."), longest=20_000, rows=2)

    def validate_lines(self, field: Any) -> None:
        for number, item in enumerate(field.data.splitlines(), 1):
            if (length := len(item.strip())) > LONGEST_ITEM:
                which = _("Regel %(number)s is te lang", number=number) if "\n" in field.data else _("Dit is te lang")
                how_long = _("%(length)s tekens, en %(max)s passen er.", length=length, max=LONGEST_ITEM)
                raise ValidationError(f"{which}: {how_long}")


class CheckItemForm(NotedForm):
    """Better words for one line of the checklist."""

    text = line(_l("Wat moet er gebeuren?"), needed=_l("Schrijf op wat er moet gebeuren."), longest=LONGEST_ITEM)


class PlaceForm(Form):
    """A button that puts a line beside another one: the one that its reader saw above or below it."""

    voor = StringField()
    na = StringField()


class TickForm(Form):
    """A button on a line of the checklist says what the line becomes: done, or open again."""

    klaar = StringField(validators=[AnyOf(["0", "1"])])


class NoteForm(NotedForm):
    """A word for colleagues."""

    text = text(_l("Schrijf erbij"), reads="binnen", needed=_l("Schrijf eerst iets op."), longest=5000, rows=2)

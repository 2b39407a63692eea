"""Where and when something was heard from an inwoner, and never who said it: the same in every block that asks."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, SelectField
from wtforms.validators import Optional, StopValidation

from board.core.record.weeks import today
from board.web.fields import Choice, options

PLACES = {
    "": _l("weet ik niet meer"),
    "balie": _l("aan de balie"),
    "telefoon": _l("aan de telefoon"),
    "brief": _l("in een brief of mail"),
    "keukentafel": _l("aan de keukentafel"),
    "wijk": _l("in de wijk"),
}


class OptionalDay(Optional):  # type: ignore[misc]
    """A day, or nothing; what is no day is said in plain words."""

    def __call__(self, form: Any, field: Field) -> None:
        if field.raw_data and str(field.raw_data[0]).strip() and field.data is None:
            field.errors[:] = []
            raise StopValidation(_l("Kies een dag."))
        super().__call__(form, field)


def place_field() -> SelectField:
    """Aan de balie, aan de telefoon, …; nobody has to know."""
    return SelectField(_l("Waar hoorde je het?"), choices=options(PLACES.items()), validators=[Choice()])


def optional_day_field(label: Any, **more: Any) -> DateField:
    """A day that may stay empty."""
    return DateField(label, validators=[OptionalDay()], **more)


def occasion_field() -> DateField:
    """The day on which it was heard; empty is today."""
    return optional_day_field(_l("Wanneer?"))


def occasion_day(field: DateField) -> date:
    """What will be heard tomorrow was not heard yet."""
    return min(field.data or today(), today())

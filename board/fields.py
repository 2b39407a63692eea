"""Form fields that are kind to who types: they trim, and say in plain words what is missing."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

# PostgreSQL refuses NUL in text, and nobody means to type it.
TRIM = (lambda text: text and text.replace("\x00", "").replace("\r\n", "\n").strip(),)


def _checks(needed: Any, longest: int) -> Sequence[Any]:
    too_long = Length(max=longest, message=_l("Houd het bij %(max)d tekens."))
    return [DataRequired(needed) if needed else Optional(), too_long]


def line(label: Any, needed: Any = None, longest: int = 200, **options: Any) -> StringField:
    """One line of text. `needed` is the sentence for who leaves it empty; without it, it may stay empty."""
    return StringField(label, filters=TRIM, validators=_checks(needed, longest), **options)


def text(label: Any, needed: Any = None, longest: int = 2000, **options: Any) -> TextAreaField:
    """Some lines of text."""
    return TextAreaField(label, filters=TRIM, validators=_checks(needed, longest), **options)


class Form(FlaskForm):  # type: ignore[misc]
    """A form of Opgavebord. Without request data it shows what it was given."""

    @property
    def first_wrong(self) -> str | None:
        """The first field that asks attention: it gets the focus."""
        return next((field.id for field in self if field.errors), None)


class Act(Form):
    """A button: no field, only the proof that it was pressed here."""

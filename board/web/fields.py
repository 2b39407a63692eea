"""Form fields that are kind to who types: they trim, and say in plain words what is missing."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, StopValidation, ValidationError
from wtforms.widgets import TextInput

from board.core.record.personal_data import PersonalData, PersonalDatum, StatedReason, fingerprint
from board.invisible import single_line, tidied
from board.web import form_keys, repairs

TRIM = (lambda text: text and tidied(text),)
ONE_LINE = (lambda text: text and single_line(text),)


# A word with a comma in it stands between quotes; those of a phone are as good as straight ones.
QUOTES = '"“”„'
ONE_NAME = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|[“„]([^“”]*)[“”]\s*(?=,|$)|([^,]*))(?:,|$)')


class NamesField(StringField):  # type: ignore[misc]
    """Words with a comma between them; each of them counts by itself."""

    @staticmethod
    def names(text: str) -> tuple[str, ...]:
        """The words, each once."""
        found = (
            (straight.replace('""', '"') or curly or plain)
            for straight, curly, plain in ONE_NAME.findall(" ".join(tidied(text).split()))
        )
        return tuple(dict.fromkeys(name for part in found if (name := " ".join(part.split()))))

    @staticmethod
    def text(names: Iterable[str]) -> str:
        """The words as somebody would type them: `names` reads the same words back."""
        return ", ".join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    if "," not in name and not name.startswith(tuple(QUOTES)):
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


class LineField(StringField):  # type: ignore[misc]
    """One line. A browser would glue the lines of an older text together; here they stand apart by a space."""

    def _value(self) -> str:
        return " ".join(str(self.data).split()) if self.data is not None else ""


class Fits:
    """A text of at most `longest` characters as they are kept. What is too long stays in its field, with this sentence.

    Not wtforms' Length: that tells the browser to cut what is pasted, which nobody sees.
    """

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self.field_flags = {"longest": longest}

    def __call__(self, _form: object, field: Any) -> None:
        if len(field.data or "") > self.longest:
            raise ValidationError(too_long(field.data, self.longest))


def too_long(text: str, longest: int) -> str:
    """What to say of a text with more than `longest` characters."""
    shorter = ngettext("Haal er %(num)s teken af.", "Haal er %(num)s tekens af.", len(text) - longest)
    return f"{_('Houd het bij %(max)s tekens.', max=longest)} {shorter}"


def _checks(needed: Any, longest: int) -> Sequence[Any]:
    return [DataRequired(needed), Fits(longest)] if needed else [Fits(longest)]


class Choice:
    """A choice that may stay open: only the really empty text is one. `Optional()` lets blanks pass the choices too."""

    field_flags: ClassVar[dict[str, bool]] = {"optional": True}

    def __call__(self, _form: object, field: Any) -> None:
        if not field.raw_data or field.raw_data[0] == "":
            field.errors[:] = []
            raise StopValidation


def line(label: Any, needed: Any = None, longest: int = 200, reads: str = "", **options: Any) -> LineField:
    """One line of text. `needed` is the sentence for who leaves it empty; without it, it may stay empty.

    `reads` says as what the checks read along while somebody types: see board/team/text_advice/purposes.py.
    """
    looks = options.pop("render_kw", {}) | _reads(reads)
    return LineField(label, filters=ONE_LINE, validators=_checks(needed, longest), render_kw=looks, **options)


def names(label: Any, longest: int = 200, **options: Any) -> NamesField:
    """Words with a comma between them; there may be none."""
    return NamesField(label, filters=TRIM, validators=_checks(None, longest), **options)


def text(
    label: Any, needed: Any = None, longest: int = 2000, rows: int = 3, reads: str = "", **options: Any
) -> TextAreaField:
    """Some lines of text, with room for `rows` of them at first. `reads` as for a line."""
    looks = {"rows": rows} | options.pop("render_kw", {}) | _reads(reads)
    filters = options.pop("filters", TRIM)
    return TextAreaField(label, filters=filters, validators=_checks(needed, longest), render_kw=looks, **options)


def sentence(
    label: Any, needed: Any = None, longest: int = 280, rows: int = 3, reads: str = "", **options: Any
) -> TextAreaField:
    """One sentence, with room to read it whole: lines that are pasted into it become one."""
    return text(label, needed, longest, rows, reads, filters=ONE_LINE, render_kw={"data-regel": ""}, **options)


def _reads(purpose: str) -> dict[str, Any]:
    return {"data-leest": purpose} if purpose else {}


def options(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """What a select or radio field offers: [(value, words)]."""
    return [SelectChoice(value, words) for value, words in pairs]


def whole_number(text: str | None) -> int | None:
    """The whole number in a text, if that is what it is.

    Nine digits at most: no number of ours is longer, and PostgreSQL refuses what does not fit.
    """
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None


class Form(FlaskForm):  # type: ignore[misc]
    """A form of Opgavebord. Without request data it shows what it was given."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """How fields are drawn."""

        def render_field(self, field: Any, render_kw: dict[str, Any]) -> Any:
            if field.type == "CSRFTokenField":
                render_kw = {"id": False} | render_kw  # a page may hold several forms
            if longest := field.flags.longest:
                render_kw = {"data-longest": longest} | render_kw
            return super().render_field(field, render_kw)

    # The field in which a press just put other words: see board/web/repairs.py.
    mended: Any = None

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """Whether what was sent is right, and asks for more than other words in one of its fields."""
        pressed = request.form.get(repairs.NAME) if self.is_submitted() else None
        if pressed:
            self.mended = repairs.mend(self, pressed)
            return False
        is_right: bool = super().validate_on_submit(extra_validators)
        return is_right

    def beside_others(self, number: int) -> Self:
        """This form on a page that holds more of its kind; `number` keeps their fields apart."""
        for field in self:
            field.id = f"{field.name}-{number}"
            field.label.field_id = field.id
        return self

    @property
    def first_wrong(self) -> str | None:
        """The first field that asks attention: it gets the focus."""
        if self.mended is not None:
            return str(self.mended.id)
        return next((field.id for field in self if field.errors), None)


class Act(Form):
    """A button: no field, only the proof that it was pressed here."""


class Making(Form):
    """A form that makes something. However often it arrives, with these words it makes that once."""

    sleutel = form_keys.KeyField()

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """Whether there is work to do. Raises SentBefore when it was done: what it made is there already."""
        is_right: bool = super().validate_on_submit(extra_validators)
        if is_right and self.sleutel.raw_data:
            form_keys.arrive(self.sleutel.data)
        return is_right


class MakingAct(Making):
    """A button that makes something."""


class OutOfSight(TextInput):  # type: ignore[misc]
    """What the page itself says in a form, at the place where it is put; `hidden` would gather it with the others."""

    input_type = "hidden"


class PublicationReasonForm(Form):
    """A form whose words become public: when they seem to hold personal data, it asks why these may stand there."""

    because = line(
        _l("Waarom mag dit er staan?"),
        longest=280,
        description=_l("Alleen jullie team leest dit. Bijvoorbeeld: zij vroeg zelf om haar naam erbij."),
    )
    # What was shown when the reason was typed; it stands beside the question (`publication_check` in _parts.html).
    asked_of = StringField(widget=OutOfSight())
    found: Sequence[PersonalDatum] = ()

    @property
    def stated_reason(self) -> StatedReason:
        """The reason that was typed, for what was shown then."""
        return StatedReason(self.because.data or "", self.asked_of.data or "")

    @property
    def asks_of(self) -> str:
        """The fingerprint of what is shown now; of what was shown before when something else is the matter."""
        return fingerprint(self.found) if self.found else self.asked_of.data or ""

    def ask_why(self, problem: PersonalData) -> None:
        """The texts wait: show what was found, and ask; also when a reason was typed for something else."""
        self.found = problem.found
        again = _l("Lees hierboven wat er nu staat. Geldt je reden daar ook voor? Verstuur het dan nog een keer.")
        anew = _l("Schrijf het anders, of zeg hier waarom het er mag staan.")
        self.because.errors = [again if self.because.data else anew]

"""How I want to be seen: by which name, with which words and photo, and until when."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, HiddenField, RadioField
from wtforms.validators import StopValidation

from board.core.people.people import Visibility
from board.core.record.pictures import FACE
from board.core.record.weeks import today
from board.web.fields import PublicationReasonForm, line, options
from board.web.labels import VISIBILITIES, day
from board.web.merging import EditForm
from board.web.photo_field import PhotoField

YEARS, MOST_YEARS = 2, 5


def years_on(years: int) -> date:
    """The same day so many years from now; of 29 February the day before."""
    now = today()
    return now.replace(year=now.year + years, day=28 if (now.month, now.day) == (2, 29) else now.day)


class LastDay:
    """The last day of a photo, when there is one: still to come, and not too far away."""

    def __call__(self, form: "InViewForm", field: DateField) -> None:
        field.errors[:] = []  # what is no day is said here, in plain words
        if not form.keeps_photo or (field.data and field.data == form.until_before):
            raise StopValidation
        if field.data is None:
            raise StopValidation(_("Kies een dag."))
        if field.data <= today():
            raise StopValidation(_("Kies een dag die nog komt."))
        if field.data > years_on(MOST_YEARS):
            latest = day(years_on(MOST_YEARS))
            raise StopValidation(_("Kies een dag die niet verder weg is dan %(day)s.", day=latest))


class InViewForm(PublicationReasonForm, EditForm):
    """Zo sta ik in beeld."""

    visibility = RadioField(
        _l("Hoe zien inwoners jou?"),
        choices=options((kind.value, word) for kind, word in VISIBILITIES.items()),
        coerce=Visibility,
    )
    own_words = line(
        _l("Een zin van jezelf"),
        longest=140,
        reads="tekst",
        description=_l("Mag leeg blijven. Bijvoorbeeld: “Ik bel liever dan dat ik schrijf.”"),
        render_kw={"autocomplete": "off"},
    )
    photo = PhotoField(
        _l("Je foto"),
        FACE,
        description=_l(
            "Zoals je telefoon hem maakt: JPEG, HEIC, PNG of WebP, hoogstens 40 MB. We knippen er een vierkant uit."
        ),
    )
    photo_until = DateField(
        _l("Tot en met welke dag mag je foto er staan?"),
        description=_l("Daarna gooien we hem weg. Hoogstens vijf jaar vooruit."),
        validators=[LastDay()],
    )

    def __init__(self, *args: Any, has_photo: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.has_photo, self.until_before = has_photo, self.photo_until.object_data
        limits = {"min": today().isoformat(), "max": years_on(MOST_YEARS).isoformat()}
        self.photo_until.render_kw = limits

    @property
    def keeps_photo(self) -> bool:
        """There is a photo to be shown until some day: the one before, or a new one."""
        return self.has_photo or bool(self.photo.data)


class LimitForm(EditForm):
    """What I show at most beside one result."""

    visibility = RadioField(_l("Hoe sta jij bij dit resultaat?"), coerce=Visibility)
    # The page to go back to.
    naar = HiddenField()

"""What a photo of the work asks: what there is to see, who made it, and that nobody on it minds."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import ValidationError

from board.core.record.pictures import WORK
from board.web.fields import PublicationReasonForm, line
from board.web.merging import EditForm
from board.web.photo_field import PhotoField


class ResultPhotoForm(PublicationReasonForm, EditForm):
    """A photo of the work, with the words beside it."""

    photo = PhotoField(
        _l("De foto"), WORK, description=_l("Zoals je telefoon hem maakt: JPEG, HEIC, PNG of WebP, hoogstens 40 MB.")
    )
    alt = line(
        _l("Wat is er te zien?"),
        needed=_l("Schrijf op wat er te zien is, voor wie de foto niet kan zien."),
        longest=200,
        reads="tekst",
        description=_l(
            "Voor wie de foto niet kan zien. Zeg in één zin wat je ziet, zonder “foto van” en zonder namen. "
            "Bijvoorbeeld: “Een witte envelop met een handgeschreven adres op een keukentafel.”"
        ),
    )
    credit = line(
        _l("Wie maakte de foto?"),
        longest=80,
        description=_l(
            "Mag leeg blijven. Dit lezen inwoners erbij: schrijf een naam alleen op als diegene dat goedvindt."
        ),
    )
    agreed = BooleanField(_l("Er staat niemand herkenbaar op, of die mensen vonden het goed."))

    def __init__(self, *args: Any, has_photo: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.has_photo = has_photo

    def validate_photo(self, field: PhotoField) -> None:
        if not field.data and not self.has_photo:
            raise ValidationError(_l("Kies eerst een foto."))

    def validate_agreed(self, field: BooleanField) -> None:
        # Who only writes better words says nothing new of the people on it.
        if self.photo.data and not field.data:
            raise ValidationError(_l("Zeg dat dit klopt. Klopt het niet, kies dan een andere foto."))


class RemovePhotoForm(EditForm):
    """Taking a photo away asks nothing, but it knows which one its reader saw."""

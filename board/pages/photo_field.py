"""A field for a photo, with a plain sentence for each reason why a file is none."""

from typing import Any

from flask import Blueprint, request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import ValidationError

from board.access import me_or_none
from board.core.photos import Photo, take
from board.core.pictures import KINDS, MOST_BYTES, Reason, Refused, Shape
from board.uploads import take_in

REFUSALS = {
    Reason.EMPTY: _l("Dit bestand is leeg. Kies een andere foto."),
    Reason.TOO_HEAVY: _l("Deze foto is groter dan 10 MB. Kies een kleinere, of maak hem eerst kleiner."),
    Reason.NOT_A_PHOTO: _l("Dit is geen foto die we kunnen lezen. Kies een JPEG, PNG of WebP."),
    Reason.TOO_LARGE: _l("Deze foto heeft te veel beeldpunten. Maak hem eerst kleiner: 40 miljoen is genoeg."),
    Reason.TOO_SMALL: _l("Deze foto is te klein of te smal. Elke kant moet ongeveer 320 beeldpunten zijn, of meer."),
    Reason.BROKEN: _l("Deze foto is niet heel aangekomen. Probeer het nog eens, of kies een andere."),
}
ACCEPT = ",".join(f"image/{kind.lower()}" for kind in KINDS)
# A photo that is too heavy gets its sentence at the field; only what is far too heavy is cut off.
READ_AT_MOST = 3 * MOST_BYTES


class PhotoField(FileField):  # type: ignore[misc]
    """Somebody's file; when the form is right, `photo` is what we keep of it, or None when nothing was chosen."""

    photo: Photo | None = None

    def __init__(self, label: Any, shape: Shape, **options: Any) -> None:
        super().__init__(label, render_kw={"accept": ACCEPT}, **options)
        self.shape = shape

    def pre_validate(self, _form: object) -> None:
        if not self.data:
            return
        try:
            self.photo = take(self.data.read(MOST_BYTES + 1), self.shape)
        except Refused as refused:
            raise ValidationError(REFUSALS[refused.reason]) from None


def receives_photos(bp: Blueprint, endpoint: str) -> None:
    """Let this one form be as large as a photo, for who is signed in; all other forms stay small."""

    @bp.before_app_request
    def receive() -> None:
        if request.endpoint == f"{bp.name}.{endpoint}" and request.method == "POST" and me_or_none() is not None:
            take_in(READ_AT_MOST)

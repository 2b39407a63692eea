"""A field for a photo, with a plain sentence for each reason why a file is none."""

import threading
from typing import Any

from flask import Blueprint, g, request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import ValidationError

from board.core.photos import Photo, keep
from board.core.pictures import KINDS, MOST_BYTES, Picture, Reason, Refused, Shape, develop
from board.turns import turns
from board.uploads import may_be_large

REFUSALS = {
    Reason.EMPTY: _l("Dit bestand is leeg. Kies een andere foto."),
    Reason.TOO_HEAVY: _l("Deze foto is groter dan 10 MB. Kies een kleinere, of maak hem eerst kleiner."),
    Reason.NOT_A_PHOTO: _l("Dit is geen foto die we kunnen lezen. Kies een JPEG, PNG of WebP."),
    Reason.TOO_LARGE: _l("Deze foto heeft te veel beeldpunten. Maak hem eerst kleiner: 7 miljoen is genoeg."),
    Reason.TOO_SMALL: _l("Deze foto is te klein of te smal. Elke kant moet ongeveer 320 beeldpunten zijn, of meer."),
    Reason.BROKEN: _l("Deze foto is niet heel aangekomen. Probeer het nog eens, of kies een andere."),
}
ACCEPT = ",".join(f"image/{kind.lower()}" for kind in KINDS)
# A photo that is too heavy gets its sentence at the field; only what is far too heavy is cut off.
READ_AT_MOST = 3 * MOST_BYTES
# Each takes up to 250 MB while it is made.
ONE_BY_ONE = threading.Lock()


class PhotoField(FileField):  # type: ignore[misc]
    """Somebody's file; when the form is right, `photo` is what we keep of it, or None when nothing was chosen."""

    photo: Photo | None = None

    def __init__(self, label: Any, shape: Shape, **options: Any) -> None:
        super().__init__(label, render_kw={"accept": ACCEPT}, **options)
        self.shape = shape

    def pre_validate(self, _form: object) -> None:
        if not self.data:
            return
        made = _made(self.name, self.shape)
        if isinstance(made, Refused):
            raise ValidationError(REFUSALS[made.reason])
        self.photo = keep(made)


def _made(name: str, shape: Shape) -> list[Picture] | Refused:
    """What the file in this field gives, made once in a request."""
    known: dict[tuple[str, Shape], list[Picture] | Refused] = g.setdefault("developed", {})
    if (name, shape) not in known:
        try:
            known[name, shape] = develop(request.files[name].read(MOST_BYTES + 1), shape)
        except Refused as refused:
            known[name, shape] = refused
    return known[name, shape]


def make_photo(shape: Shape, name: str = "photo") -> None:
    """Make the photo in the field `name`, if there is one, before others wait for us: it takes seconds."""
    if request.files.get(name):
        with turns.aside(), ONE_BY_ONE:
            _made(name, shape)


def receives_photos(bp: Blueprint, endpoint: str) -> None:
    """Let this one form be as large as a photo, for who is signed in; all other forms stay small."""
    may_be_large(f"{bp.name}.{endpoint}", READ_AT_MOST)

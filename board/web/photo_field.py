"""A field for a photo, with a plain sentence for each reason why a file is none."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, g, request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import ValidationError

from board.core.record.photos import Photo, keep
from board.core.record.pictures import MOST_BYTES, Picture, PictureRefused, RefusalReason, Shape, develop
from board.db.turns import turns
from board.web.uploads import may_be_large

REFUSALS = {
    RefusalReason.EMPTY: _l("Dit bestand is leeg. Kies een andere foto."),
    RefusalReason.TOO_HEAVY: _l("Deze foto is groter dan 40 MB. Kies een kleinere, of maak hem eerst kleiner."),
    RefusalReason.NOT_A_PHOTO: _l("Dit is geen foto die we kunnen lezen. Kies een JPEG, PNG, WebP of HEIC."),
    RefusalReason.DOCUMENT: _l("Dit is een document, geen foto. Maak er een schermafdruk van, en kies die."),
    RefusalReason.VIDEO: _l("Dit is een filmpje. Kies een foto. Van een Live Photo kies je de foto zelf."),
    RefusalReason.MOVING: _l("Dit beeld beweegt. Kies een foto die stilstaat."),
    RefusalReason.RAW: _l("Dit is een onbewerkte foto (RAW of TIFF). Bewaar hem eerst als JPEG."),
    RefusalReason.OTHER_KIND: _l("Dit soort beeld kunnen we niet lezen. Bewaar het eerst als JPEG of PNG."),
    RefusalReason.TOO_LARGE: _l(
        "Deze foto heeft te veel beeldpunten. Maak hem eerst kleiner: 12 miljoen is ruim genoeg."
    ),
    RefusalReason.TOO_SMALL: _l(
        "Deze foto is te klein of te smal. Elke kant moet ongeveer 320 beeldpunten zijn, of meer."
    ),
    RefusalReason.BROKEN: _l("Deze foto is niet heel aangekomen. Probeer het nog eens, of kies een andere."),
    RefusalReason.TOO_COSTLY: _l(
        "Deze foto lezen duurt te lang. Maak hem eerst kleiner, of bewaar hem als gewone JPEG."
    ),
    RefusalReason.BUSY: _l(
        "We zijn nog bezig met foto’s van anderen. Verstuur deze zo nog een keer; je tekst staat er nog."
    ),
}
# By their endings too: not every computer knows what HEIC is.
ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif"
# A photo that is too heavy gets its sentence at the field; only what is far too heavy is cut off.
READ_AT_MOST = MOST_BYTES * 3 // 2
# Each takes up to 400 MB while it is made, so they are made one by one. Who waits holds a thread of the server, so
# only a few wait, and not for long.
ONE_BY_ONE, WAITING, PATIENCE = threading.Lock(), threading.BoundedSemaphore(3), 30.0


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
        if isinstance(made, PictureRefused):
            raise ValidationError(REFUSALS[made.reason])
        self.photo = keep(made)


def _made(name: str, shape: Shape) -> list[Picture] | PictureRefused:
    """What the file in this field gives, made once in a request."""
    known: dict[tuple[str, Shape], list[Picture] | PictureRefused] = g.setdefault("developed", {})
    if (name, shape) not in known:
        try:
            known[name, shape] = develop(request.files[name].stream, shape)
        except PictureRefused as refused:
            known[name, shape] = refused
    return known[name, shape]


def make_photo(shape: Shape, name: str = "photo") -> None:
    """Make the photo in the field `name`, if there is one, before others wait for us: it takes seconds."""
    if request.files.get(name):
        with turns.aside(), _alone() as is_alone:
            if is_alone:
                _made(name, shape)
            else:
                g.setdefault("developed", {})[name, shape] = PictureRefused(RefusalReason.BUSY)


@contextmanager
def _alone() -> Iterator[bool]:
    """Make a photo when nobody else does. False when too many wait for that, or it takes too long."""
    if not WAITING.acquire(blocking=False):
        yield False
        return
    try:
        if not ONE_BY_ONE.acquire(timeout=PATIENCE):
            yield False
            return
        try:
            yield True
        finally:
            ONE_BY_ONE.release()
    finally:
        WAITING.release()


def receives_photos(bp: Blueprint, endpoint: str) -> None:
    """Let this one form be as large as a photo, for who is signed in; all other forms stay small."""
    may_be_large(f"{bp.name}.{endpoint}", READ_AT_MOST)

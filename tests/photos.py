"""Photos for tests: files as people bring them, and photos as the board keeps them."""

from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image

from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.publishing import result_photos
from board.core.publishing.result_photos import ResultPhoto
from board.core.record.photos import Photo, take
from board.core.record.pictures import FACE, WORK
from board.core.record.weeks import today
from board.db import session

pillow_heif.register_heif_opener()  # only tests write HEIC
ALT = "Een witte envelop op een keukentafel."


@cache
def picture(wide: int = 800, high: int = 600, kind: str = "JPEG") -> bytes:
    """A file as a camera or a colleague makes it."""
    return written(Image.linear_gradient("L").resize((wide, high)).convert("RGB"), kind)


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def upload(content: bytes | None = None, name: str = "foto.jpg") -> tuple[BytesIO, str]:
    """A file in a form of the test client."""
    return BytesIO(picture() if content is None else content), name


def large_form(content: bytes, **fields: str) -> dict[str, Any]:
    """A form as a browser sends it. The test client would keep a large one in a file, and leave that open."""
    edge = b"--edge\r\nContent-Disposition: form-data; name="
    parts = [edge + f'"{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    parts += [edge + b'"photo"; filename="foto.jpg"\r\nContent-Type: image/jpeg\r\n\r\n' + content, b"\r\n--edge--\r\n"]
    return {"data": b"".join(parts), "content_type": "multipart/form-data; boundary=edge"}


def give_face(person: Person, until: date | None = None) -> Photo:
    """A photo of this person, to be shown until that day."""
    person.photo, person.photo_until = take(picture(), FACE), until or today() + timedelta(days=365)
    session.flush()
    return person.photo


def give_photo(result: Result, by: Person, alt: str = ALT, credit: str = "") -> ResultPhoto:
    """A photo of the work beside this result."""
    made = result_photos.new_photo(result, take(picture(1200, 800), WORK), by)
    made.edit(alt, credit, by)
    session.add(made)
    session.flush()
    return made

"""HEIC, as iPhones and many others write it."""

from typing import IO, Any

from board.core.record.pictures import PictureRefused, RefusalReason
from board.core.record.pictures.kinds import Kind, require_few_pixels
from board.core.record.pictures.making import Source, orientation_in

# More would be faster, and each of them holds memory of its own.
THREADS = 1
# In which its file says that the reader turns it; what the camera wrote beside it then counts no more.
TURNS = (b"irot", b"imir")


def read_heif(file: IO[bytes]) -> Source:
    """The picture that it is about: a photo that lives, and a row of them, have one too. Raises Refused."""
    import pillow_heif
    from PIL import Image

    pillow_heif.options.DECODE_THREADS = THREADS
    file.seek(0)
    content = file.read()
    try:
        opened = pillow_heif.open_heif(content, convert_hdr_to_8bit=True)
        main = opened[opened.primary_index]
    except (ValueError, EOFError, IndexError, SyntaxError):
        raise PictureRefused(RefusalReason.BROKEN) from None
    require_few_pixels(*main.size, Kind.HEIF)
    is_turned = any(name in _properties(content) for name in TURNS)
    about: dict[str, Any] = main.info
    orientation = 1 if is_turned else orientation_in(about.get("exif") or b"")
    profile, size = about.get("icc_profile"), main.size
    del content
    pixels, stride, mode = main.data, main.stride, main.mode

    def rows(top: int, high: int) -> Image.Image:
        part = bytes(pixels[top * stride : (top + high) * stride])
        return Image.frombuffer(mode, (size[0], high), part, "raw", mode, stride, 1)

    return Source(size, rows, profile, orientation)


def _properties(content: bytes) -> bytes:
    """The part of the file that says what is in it, before the pictures themselves (ISO 14496-12, `meta`)."""
    at = 0
    while at + 8 <= len(content):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if name == b"meta":
            return content[at : at + length]
        if length < 8:
            break
        at += length
    return b""

"""What a file is, as its first bytes say and not its name, and what it would cost to read it."""

import struct
from enum import Enum
from typing import IO, TYPE_CHECKING

from board.core.record.pictures import PictureRefused, RefusalReason

if TYPE_CHECKING:
    from PIL.Image import Image


class Kind(Enum):
    """What telephones and colleagues bring; the value is Pillow's name."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    HEIF = "HEIF"


HEAD = 4096
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
AVIF_BRANDS = {b"avif", b"avis"}
BEGINS: dict[bytes, Kind | RefusalReason] = {
    b"\xff\xd8\xff": Kind.JPEG,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"GIF8": RefusalReason.MOVING,
    b"II*\0": RefusalReason.RAW,
    b"MM\0*": RefusalReason.RAW,
    b"FUJIFILM": RefusalReason.RAW,
    b"\x1a\x45\xdf\xa3": RefusalReason.VIDEO,
    b"\0\0\1\xba": RefusalReason.VIDEO,
    b"PK\3\4": RefusalReason.DOCUMENT,
    b"\xd0\xcf\x11\xe0": RefusalReason.DOCUMENT,
    b"BM": RefusalReason.OTHER_KIND,
    b"\xff\x0a": RefusalReason.OTHER_KIND,
    b"\0\0\0\x0cJXL ": RefusalReason.OTHER_KIND,
    b"\0\0\0\x0cjP  ": RefusalReason.OTHER_KIND,
}
# Bytes that may be in memory at once while a file is read. What the reader of each format holds was measured.
MOST_MEMORY = 310_000_000
# The sides of a picture times each other; a telephone of today makes 48 million, and some can make 200.
MOST_PIXELS = {Kind.JPEG: 210_000_000, Kind.PNG: 80_000_000, Kind.WEBP: 70_000_000, Kind.HEIF: 70_000_000}
# What may be read where others wait for the memory; all else goes to a process of its own.
CHEAP_PIXELS = {Kind.JPEG: 13_000_000, Kind.PNG: 3_000_000, Kind.WEBP: 2_000_000}


def kind_of(file: IO[bytes]) -> Kind:
    """What this file is. Raises Refused for what is no photo, with what it is instead."""
    file.seek(0)
    head = file.read(HEAD)
    found = next((meant for begin, meant in BEGINS.items() if head.startswith(begin)), None) or _in_a_box(head)
    if isinstance(found, Kind):
        return found
    raise PictureRefused(found or (RefusalReason.DOCUMENT if b"%PDF-" in head[:1024] else RefusalReason.NOT_A_PHOTO))


def _in_a_box(head: bytes) -> Kind | RefusalReason | None:
    """The formats that say a little further on what they are."""
    if head.startswith(b"RIFF"):
        return Kind.WEBP if head[8:12] == b"WEBP" else RefusalReason.VIDEO if head[8:12] == b"AVI " else None
    if head[4:8] != b"ftyp":
        return RefusalReason.VIDEO if head[4:8] in {b"moov", b"mdat", b"wide", b"free"} else None
    (length,) = struct.unpack(">I", head[:4])
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(length, HEAD), 4))}
    if brands & AVIF_BRANDS:
        return RefusalReason.OTHER_KIND
    if head[8:12] == b"crx ":
        return RefusalReason.RAW
    return Kind.HEIF if brands & HEIC_BRANDS else RefusalReason.VIDEO


def is_cheap(file: IO[bytes], kind: Kind) -> bool:
    """Whether it can be read at once, beside other work. Raises Refused when it has more pixels than we can read."""
    if kind is Kind.HEIF:
        return False
    wide, high = webp_size(file) if kind is Kind.WEBP else open_picture(file, kind).size
    require_few_pixels(wide, high, kind)
    return wide * high <= CHEAP_PIXELS[kind]


def require_few_pixels(wide: int, high: int, kind: Kind) -> None:
    """Raises Refused when there are more than we can read."""
    if wide * high > MOST_PIXELS[kind]:
        raise PictureRefused(RefusalReason.TOO_LARGE)


def open_picture(file: IO[bytes], kind: Kind) -> "Image":
    """The picture, of which only the header was read. Raises Refused."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # who makes a PDF in this process lets half a file pass; we do not
    Image.MAX_IMAGE_PIXELS = None  # our own limit follows, and it refuses instead of warning
    file.seek(0)
    try:
        image = Image.open(file, formats=[kind.value])
    except UnidentifiedImageError:
        raise PictureRefused(RefusalReason.BROKEN) from None
    # Two pictures in one JPEG are a photo and its depth, or two eyes; in the other formats they move.
    if kind is not Kind.JPEG and getattr(image, "is_animated", False):
        raise PictureRefused(RefusalReason.MOVING)
    require_few_pixels(*image.size, kind)
    require_memory(image)
    return image


def require_memory(image: "Image") -> None:
    """Raises Refused for what must be held whole and is too large for that."""
    pixels = image.width * image.height
    if image.info.get("progressive"):
        parts = [high * wide for _number, high, wide, _table in getattr(image, "layer", [])] or [1, 1, 1]
        needed = pixels * 2 * sum(parts) / max(parts)
    else:
        needed = pixels * (4 if image.mode.startswith("RGB") else 2) if image.format == "PNG" else 0
    if needed > MOST_MEMORY:
        raise PictureRefused(RefusalReason.TOO_LARGE)


def webp_size(file: IO[bytes]) -> tuple[int, int]:
    """Width and height of a WebP file. Raises Refused: one that moves is no photo, and Pillow would unpack it whole."""
    file.seek(0)
    head = file.read(30).ljust(30, b"\0")
    if head[12:16] == b"VP8X":
        if head[20] & 0x02:
            raise PictureRefused(RefusalReason.MOVING)
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[12:16] == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    raise PictureRefused(RefusalReason.BROKEN)

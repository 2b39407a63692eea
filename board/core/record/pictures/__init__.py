"""From a file that somebody brought to the pictures that we keep: small, turned upright, and silent about its maker."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import IO

MOST_BYTES = 40_000_000


class RefusalReason(Enum):
    """Why a file is no photo that we can keep."""

    EMPTY = "empty"
    TOO_HEAVY = "too heavy"
    NOT_A_PHOTO = "not a photo"
    DOCUMENT = "document"
    VIDEO = "video"
    MOVING = "moving"
    RAW = "raw"
    OTHER_KIND = "other kind"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    BROKEN = "broken"
    TOO_COSTLY = "too costly"
    BUSY = "busy"


class PictureRefused(Exception):
    """This file cannot become a photo."""

    def __init__(self, reason: RefusalReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Picture:
    """One width of a photo, as a WebP file."""

    width: int
    height: int
    content: bytes


@dataclass(frozen=True)
class Shape:
    """What we make of a photo: its widths, cut to a square or not, and how many pixels its short side needs."""

    widths: Sequence[int]
    square: bool
    short_side: int


FACE = Shape((96, 320), square=True, short_side=320)
WORK = Shape((480, 960, 1600), square=False, short_side=300)


def develop(file: bytes | IO[bytes], shape: Shape) -> list[Picture]:
    """The widths of a photo, the smallest first and never enlarged. Raises Refused, and nothing else."""
    from board.core.record.pictures import kinds, making, process  # only who brings a photo pays for loading it

    stream = BytesIO(file) if isinstance(file, bytes) else file
    if not (size := stream.seek(0, 2)):
        raise PictureRefused(RefusalReason.EMPTY)
    if size > MOST_BYTES:
        raise PictureRefused(RefusalReason.TOO_HEAVY)
    try:
        kind = kinds.kind_of(stream)
        if kinds.is_cheap(stream, kind):
            return making.pictures(stream, kind, shape)
    except PictureRefused:
        raise
    except Exception:
        # A file can be wrong in more ways than the readers of four formats have names for. What they say stays out
        # of our logs: it may quote the file.
        raise PictureRefused(RefusalReason.BROKEN) from None
    return process.pictures(stream, shape)


def widths_of(widest: int, shape: Shape) -> list[int]:
    """The widths in which a photo is kept, given its widest."""
    return [*(width for width in sorted(shape.widths) if width < widest), widest]

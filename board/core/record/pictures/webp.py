"""A large WebP, read at the size that we need: Pillow would hold it four times over.

The library is the one that Pillow brings; its functions for this are part of its stable interface
(https://developers.google.com/speed/webp/docs/api, “Advanced Decoding API”). Where it is not found, Pillow reads what
is small enough for it.
"""

import ctypes
import mmap
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path
from typing import IO

from board.core.record.pictures import PictureRefused, RefusalReason
from board.core.record.pictures.kinds import webp_size
from board.core.record.pictures.making import Source, orientation_in

ABI = 0x0209
RGBA = 1
NOT_ENOUGH_MEMORY = 1
# What Pillow can read of it without us, in pixels.
PILLOW = 20_000_000
INT, PLACE, SIZE = ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t


class _Features(ctypes.Structure):
    """WebPBitstreamFeatures."""

    _fields_ = [("width_height_alpha_animation_format", INT * 5), ("pad", ctypes.c_uint32 * 5)]


class _Rgba(ctypes.Structure):
    """WebPRGBABuffer."""

    _fields_ = [("rgba", PLACE), ("stride", INT), ("size", SIZE)]


class _Yuva(ctypes.Structure):
    """WebPYUVABuffer; here only for the room that it takes."""

    _fields_ = [("planes", PLACE * 4), ("strides", INT * 4), ("sizes", SIZE * 4)]


class _Buffers(ctypes.Union):
    """One of both."""

    _fields_ = [("rgba", _Rgba), ("yuva", _Yuva)]


class _Output(ctypes.Structure):
    """WebPDecBuffer."""

    _fields_ = [
        ("colorspace", INT),
        ("width", INT),
        ("height", INT),
        ("is_external_memory", INT),
        ("u", _Buffers),
        ("pad", ctypes.c_uint32 * 4),
        ("private_memory", PLACE),
    ]


class _Options(ctypes.Structure):
    """WebPDecoderOptions."""

    _fields_ = [
        ("filtering_upsampling_cropping", INT * 3),
        ("crop_left_top_width_height", INT * 4),
        ("use_scaling", INT),
        ("scaled_width", INT),
        ("scaled_height", INT),
        ("threads_dithering_flip_alpha", INT * 4),
        ("pad", ctypes.c_uint32 * 5),
    ]


class _Config(ctypes.Structure):
    """WebPDecoderConfig."""

    _fields_ = [("input", _Features), ("output", _Output), ("options", _Options)]


def read_webp(file: IO[bytes], needed: tuple[int, int]) -> Source | None:
    """The picture at twice the size that is needed, or as it is when that is less; None where Pillow has to read it.

    Raises Refused.
    """
    size = webp_size(file)
    library = _library() if size[0] > 2 * needed[0] and _is_on_disk(file) else None
    if library is None:
        if size[0] * size[1] > PILLOW:
            raise PictureRefused(RefusalReason.TOO_LARGE)
        return None
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as content:
        chunks = dict(_chunks(content))
        return _decoded(library, content, (2 * needed[0], 2 * needed[1]), chunks)


def _is_on_disk(file: IO[bytes]) -> bool:
    try:
        return file.fileno() >= 0
    except OSError:
        return False


def _decoded(library: ctypes.CDLL, content: mmap.mmap, size: tuple[int, int], chunks: dict[bytes, bytes]) -> Source:
    from PIL import Image

    config = _Config()
    library.WebPInitDecoderConfigInternal(ctypes.byref(config), ABI)
    config.output.colorspace = RGBA
    config.options.use_scaling, (config.options.scaled_width, config.options.scaled_height) = 1, size
    first = (ctypes.c_char * len(content)).from_buffer(content)
    status = library.WebPDecode(ctypes.byref(first), SIZE(len(content)), ctypes.byref(config))
    del first  # it holds the file
    try:
        if status:
            raise PictureRefused(RefusalReason.TOO_LARGE if status == NOT_ENOUGH_MEMORY else RefusalReason.BROKEN)
        made = config.output.u.rgba
        pixels = ctypes.string_at(made.rgba, made.stride * size[1])
    finally:
        library.WebPFreeDecBuffer(ctypes.byref(config.output))
    image = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", made.stride, 1)
    return Source(
        size,
        lambda top, high: image.crop((0, top, image.width, top + high)),
        chunks.get(b"ICCP"),
        orientation_in(chunks.get(b"EXIF", b"")),
    )


def _chunks(content: mmap.mmap) -> Iterator[tuple[bytes, bytes]]:
    """What stands beside the picture: its colours, and the notes of the camera."""
    at = 12
    while at + 8 <= len(content):
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if name in {b"ICCP", b"EXIF"}:
            yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _library() -> ctypes.CDLL | None:
    """The reader of WebP: that of Pillow, or of the machine."""
    import PIL

    beside = Path(PIL.__file__).parent
    places = [*beside.parent.glob("pillow.libs/libwebp-*.so*"), *beside.glob(".dylibs/libwebp.*.dylib")]
    for place in (*map(str, places), find_library("webp")):
        try:
            if place:
                return ctypes.CDLL(place)
        except OSError:
            continue
    return None

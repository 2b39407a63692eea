"""Reading a photo at the size that we need, and making of it what we keep: upright, in the colours of every screen."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import IO, TYPE_CHECKING

from board.core.record.pictures import Picture, PictureRefused, RefusalReason, Shape, kinds, widths_of
from board.core.record.pictures.kinds import Kind

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 80
# So many rows are in hand at once while a picture is made smaller.
STRIP = 256


@dataclass(frozen=True)
class Source:
    """A picture that is read: its size, its rows (from, how many), and what its maker says of colours and of above."""

    size: tuple[int, int]
    rows: "Callable[[int, int], Image]"
    profile: bytes | None = None
    orientation: int = 1


def pictures(file: IO[bytes], kind: Kind, shape: Shape) -> list[Picture]:
    """The widths of the photo in this file, the smallest first. Raises Refused, and whatever its readers raise."""
    source = read_picture(file, kind, shape)
    if min(source.size) < shape.short_side:
        raise PictureRefused(RefusalReason.TOO_SMALL)
    small = _upright(_in_srgb(_smaller(source, shape), source.profile), source.orientation)
    plain = _without_transparency(small)
    cut = _within(_square(plain) if shape.square else plain, max(shape.widths))
    if min(cut.size) < shape.short_side:  # a strip
        raise PictureRefused(RefusalReason.TOO_SMALL)
    return [_picture(cut, width) for width in widths_of(cut.width, shape)]


def read_picture(file: IO[bytes], kind: Kind, shape: Shape) -> Source:
    """The picture in this file, unpacked no larger than its format makes us. Raises Refused."""
    if kind is Kind.HEIF:
        from board.core.record.pictures import heif

        return heif.read_heif(file)
    if kind is Kind.WEBP:
        from board.core.record.pictures import webp

        size = kinds.webp_size(file)
        if (large := webp.read_webp(file, _needed(size, shape))) is not None:
            return large
    image = kinds.open_picture(file, kind)
    if min(image.size) < shape.short_side:
        raise PictureRefused(RefusalReason.TOO_SMALL)
    profile, orientation = image.info.get("icc_profile"), orientation_of(image)
    image.draft(None, _needed(image.size, shape))  # a JPEG can be read at a half, a quarter or an eighth
    image.load()
    return Source(image.size, lambda top, high: image.crop((0, top, image.width, top + high)), profile, orientation)


def orientation_in(notes: bytes) -> int:
    """The same of EXIF that lies beside a picture."""
    from PIL import Image

    exif = Image.Exif()
    try:
        exif.load(notes)
        return int(exif.get(0x0112, 1))
    except Exception:
        return 1


def orientation_of(image: "Image") -> int:
    """How the camera was held, from 1 to 8. What else it wrote is not looked at, nor kept."""
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:
        return 1  # the notes of the camera are unreadable; the picture is not


def _needed(size: tuple[int, int], shape: Shape) -> tuple[int, int]:
    """The size at which nothing is lost of what we keep; never larger than it is."""
    scale = min(1.0, max(shape.widths) / (min(size) if shape.square else max(size)))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _smaller(source: Source, shape: Shape) -> "Image":
    """Not larger than we need, before anything else is done with it: each next step costs as much memory again."""
    from PIL import Image

    size = _needed(source.size, shape)
    reduced = _reduced(source, max(1, min(source.size[0] // size[0], source.size[1] // size[1]) // 2))
    if reduced.size == size:
        return reduced
    return reduced.resize(size, Image.Resampling.LANCZOS)


def _reduced(source: Source, factor: int) -> "Image":
    """Each `factor` by `factor` pixels become one, a strip of rows at a time."""
    from PIL import Image

    (wide, high), step = source.size, STRIP * factor
    whole: Image.Image | None = None
    for top in range(0, high, step):
        strip = _mixable(source.rows(top, min(step, high - top)))
        part = strip.reduce(factor) if factor > 1 else strip
        if whole is None:
            whole = Image.new(part.mode, (-(-wide // factor), -(-high // factor)))
        whole.paste(part, (0, top // factor))
    if whole is None:
        raise PictureRefused(RefusalReason.BROKEN)
    return whole


def _mixable(image: "Image") -> "Image":
    """With colours that can be mixed: those of a palette, of one bit or of sixteen cannot."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA"}:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert({"1": "L", "P": "RGB"}[image.mode]) if image.mode in {"1", "P"} else image


def _upright(image: "Image", orientation: int) -> "Image":
    """Turned as the camera was held."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _in_srgb(image: "Image", profile: bytes | None) -> "Image":
    """The colours as every screen reads them, so that the profile of the camera can go."""
    from PIL import ImageCms

    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned or image


def _without_transparency(image: "Image") -> "Image":
    """On white paper, in a new picture: nothing that came with the file comes along."""
    from PIL import Image

    clean = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        shown = image if image.mode == "RGBA" else image.convert("RGBA")
        clean.paste(shown, mask=shown.getchannel("A"))
    else:
        clean.paste(image if image.mode == "RGB" else image.convert("RGB"))
    return clean


def _square(image: "Image") -> "Image":
    """The middle, a little above it: there the eyes are."""
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) * 2 // 5
    return image.crop((left, top, left + side, top + side))


def _within(image: "Image", longest: int) -> "Image":
    """Neither side longer than this, so that a tall photo does not fill three screens."""
    from PIL import Image

    scale = longest / max(image.size)
    if scale >= 1:
        return image
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)


def _picture(image: "Image", width: int) -> Picture:
    from PIL import Image

    height = max(1, round(image.height * width / image.width))
    sized = image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    sized.save(out, "WEBP", quality=QUALITY, method=4)
    return Picture(width, sized.height, out.getvalue())

"""From a file that somebody brought to the pictures that we keep: small, turned upright, and silent about its maker."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10_000_000
# What the telephones of today make: 48 million pixels. Each of these takes at most 250 MB while we read it; an
# ordinary JPEG hardly anything, for it can be read at a smaller size. A JPEG that sharpens by and by must be held
# whole, a PNG is unpacked whole (with what shines through), and the reader of WebP keeps three copies.
MOST_PIXELS = 50_000_000
MOST_PIXELS_OF_PROGRESSIVE = 20_000_000
MOST_PIXELS_OF_PNG = 14_000_000
MOST_PIXELS_OF_WEBP = 7_500_000
QUALITY = 80


class Reason(Enum):
    """Why a file is no photo that we can keep."""

    EMPTY = "empty"
    TOO_HEAVY = "too heavy"
    NOT_A_PHOTO = "not a photo"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    BROKEN = "broken"


class Refused(Exception):
    """This file cannot become a photo."""

    def __init__(self, reason: Reason) -> None:
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


def develop(content: bytes, shape: Shape) -> list[Picture]:
    """The widths of a photo, the smallest first and never enlarged. Raises Refused, and nothing else."""
    if not content:
        raise Refused(Reason.EMPTY)
    if len(content) > MOST_BYTES:
        raise Refused(Reason.TOO_HEAVY)
    try:
        return _pictures(_opened(content), shape)
    except Refused:
        raise
    except Exception:
        # A file can be wrong in more ways than the readers of three formats have names for. What they say stays out
        # of our logs: it may quote the file.
        raise Refused(Reason.BROKEN) from None


def _opened(content: bytes) -> "Image":
    """The picture, of which only the header was read. What it is, the bytes say; not the name of the file."""
    from PIL import Image, ImageFile, UnidentifiedImageError  # only who brings a photo pays for loading it

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # who makes a PDF in this process lets half a file pass; we do not
    Image.MAX_IMAGE_PIXELS = None  # our own limit follows at once, and it refuses instead of warning
    try:
        image = Image.open(BytesIO(content), formats=KINDS)
    except UnidentifiedImageError:
        raise Refused(Reason.NOT_A_PHOTO) from None
    if image.width * image.height > _most_pixels(image):
        raise Refused(Reason.TOO_LARGE)
    return image


def _most_pixels(image: "Image") -> int:
    if image.info.get("progressive"):
        return MOST_PIXELS_OF_PROGRESSIVE
    return {"WEBP": MOST_PIXELS_OF_WEBP, "PNG": MOST_PIXELS_OF_PNG}.get(image.format or "", MOST_PIXELS)


def _pictures(image: "Image", shape: Shape) -> list[Picture]:
    widest = max(shape.widths)
    if min(image.size) < shape.short_side:
        raise Refused(Reason.TOO_SMALL)
    # Of a moving picture this is the first moment.
    plain = _without_transparency(_in_srgb(_upright(_smaller(image, shape))))
    cut = _within(_square(plain) if shape.square else plain, widest)
    if min(cut.size) < shape.short_side:  # a strip
        raise Refused(Reason.TOO_SMALL)
    return [_picture(cut, width) for width in widths_of(cut.width, shape)]


def widths_of(widest: int, shape: Shape) -> list[int]:
    """The widths in which a photo is kept, given its widest."""
    return [*(width for width in sorted(shape.widths) if width < widest), widest]


def _smaller(image: "Image", shape: Shape) -> "Image":
    """Not larger than we need, before anything else is done with it: each next step costs as much memory again."""
    from PIL import Image

    needed = max(shape.widths) / (min(image.size) if shape.square else max(image.size))
    # A JPEG can be read at a half or a quarter of its size, which spares most.
    image.draft(None, (round(image.width * needed), round(image.height * needed)))
    image.load()
    needed = max(shape.widths) / (min(image.size) if shape.square else max(image.size))
    plain = _mixable(image)
    if needed >= 1:
        return plain
    size = (max(1, round(image.width * needed)), max(1, round(image.height * needed)))
    return plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def _mixable(image: "Image") -> "Image":
    """With colours that can be mixed: those of a palette, of one bit or of sixteen cannot."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA"}:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert({"1": "L", "P": "RGB"}[image.mode]) if image.mode in {"1", "P"} else image


def _upright(image: "Image") -> "Image":
    """Turned as the camera was held. What else it wrote is not looked at, nor kept."""
    from PIL import ImageOps

    try:
        ImageOps.exif_transpose(image, in_place=True)
    except Exception:
        return image  # the notes of the camera are unreadable; the picture is not
    return image


def _in_srgb(image: "Image") -> "Image":
    """The colours as every screen reads them, so that the profile of the camera can go."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB")
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

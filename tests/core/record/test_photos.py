"""Any file becomes a photo that we can keep, or is refused with a reason; nothing else can happen."""

import struct
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile
from sqlalchemy import func, select

from board.core.record.photos import Photo, PhotoSize, take, throw_away
from board.core.record.pictures import FACE, MOST_BYTES, WORK, PictureRefused, RefusalReason, Shape, develop, widths_of
from board.db import session as db
from tests.photos import opened, picture, written

SHAPES = st.sampled_from([FACE, WORK])
FILES = [picture(500, 400, kind) for kind in ("JPEG", "PNG", "WEBP")] + [picture(500, 400, "GIF"), b"<svg/>", b""]
HEIC = picture(500, 400, "HEIF")


def reason(content: bytes, shape: Shape = WORK) -> RefusalReason | None:
    try:
        develop(content, shape)
    except PictureRefused as refused:
        return refused.reason
    return None


@given(st.binary(max_size=400), SHAPES)
def test_any_bytes_are_refused_with_a_reason(content: bytes, shape: Shape) -> None:
    assert isinstance(reason(content, shape), RefusalReason)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow tells what it finds odd; so we meet more of it
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.data(), SHAPES)
def test_a_damaged_file_gives_a_photo_or_a_reason_and_never_something_else(
    file: bytes, data: st.DataObject, shape: Shape
) -> None:
    at = data.draw(st.integers(0, len(file)))
    until = data.draw(st.integers(at, min(len(file), at + 40)))
    broken = file[:at] + data.draw(st.binary(max_size=40)) + file[until:]

    if reason(broken, shape) is None:
        assert all(opened(one.content).format == "WEBP" for one in develop(broken, shape))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_the_work_comes_in_three_widths(kind: str) -> None:
    made = develop(picture(2000, 1500, kind), WORK)

    assert [(one.width, one.height) for one in made] == [(480, 360), (960, 720), (1600, 1200)]
    assert [opened(one.content).size for one in made] == [(480, 360), (960, 720), (1600, 1200)]
    assert {opened(one.content).format for one in made} == {"WEBP"}


@pytest.mark.parametrize(
    ("size", "widths"), [((700, 500), [480, 700]), ((480, 400), [480]), ((400, 400), [400]), ((1200, 2400), [480, 800])]
)
def test_a_photo_is_never_enlarged_and_never_taller_than_a_screen(size: tuple[int, int], widths: list[int]) -> None:
    made = develop(picture(*size), WORK)

    assert [one.width for one in made] == widths == widths_of(widths[-1], WORK)
    assert max(one.height for one in made) <= 1600


@pytest.mark.parametrize("size", [(320, 320), (900, 400), (400, 1300)])
def test_a_face_is_a_square_in_two_widths(size: tuple[int, int]) -> None:
    assert [opened(one.content).size for one in develop(picture(*size), FACE)] == [(96, 96), (320, 320)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", RefusalReason.EMPTY),
        (b"x" * (MOST_BYTES + 1), RefusalReason.TOO_HEAVY),
        (b"GIF89a" + bytes(50), RefusalReason.MOVING),
        (picture(400, 400, "GIF"), RefusalReason.MOVING),
        (picture(400, 400, "TIFF"), RefusalReason.RAW),
        (picture(400, 400, "BMP"), RefusalReason.OTHER_KIND),
        (b"\0\0\0\x18ftypavif" + bytes(20), RefusalReason.OTHER_KIND),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", RefusalReason.VIDEO),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", RefusalReason.VIDEO),
        (b"\x1a\x45\xdf\xa3" + bytes(50), RefusalReason.VIDEO),
        (b"PK\3\4" + bytes(50), RefusalReason.DOCUMENT),
        (HEIC[:500], RefusalReason.BROKEN),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', RefusalReason.NOT_A_PHOTO),
        (b"%PDF-1.7", RefusalReason.DOCUMENT),
        (picture(299, 900), RefusalReason.TOO_SMALL),
        (picture(8000, 400), RefusalReason.TOO_SMALL),
        (picture(900, 700)[:3000], RefusalReason.BROKEN),
        (picture(900, 700, "PNG")[:-400], RefusalReason.BROKEN),
        (picture(900, 700, "WEBP")[:-40], RefusalReason.BROKEN),
    ],
)
def test_each_refusal_says_why(content: bytes, why: RefusalReason) -> None:
    assert reason(content) is why


def test_half_a_file_is_refused_also_where_a_poster_was_made_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as the maker of PDFs leaves it behind

    assert reason(picture(900, 700, "PNG")[:-400]) is RefusalReason.BROKEN


def test_a_small_file_that_would_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    assert reason(bomb(30_000, 30_000)) is RefusalReason.TOO_LARGE
    assert reason(bomb(2_000_000_000, 2_000_000_000)) in {
        RefusalReason.TOO_LARGE,
        RefusalReason.BROKEN,
        RefusalReason.NOT_A_PHOTO,
    }


def bomb(wide: int, high: int) -> bytes:
    """A PNG that says that it is enormous."""
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_colour_can_be_read(mode: str) -> None:
    assert reason(written(Image.new(mode, (400, 400)), "PNG")) is None


def test_what_is_transparent_becomes_white() -> None:
    seen = opened(develop(written(Image.new("RGBA", (400, 400), (0, 0, 0, 0)), "PNG"), WORK)[0].content)

    assert seen.mode == "RGB"
    assert min(seen.getpixel((5, 5))) > 250  # type: ignore[arg-type]


def test_a_photo_is_kept_with_its_widths_and_goes_with_them(session: object) -> None:
    photo = take(picture(700, 500), WORK)
    db.flush()
    widths = select(PhotoSize.width).where(PhotoSize.photo_id == photo.id).order_by(PhotoSize.width)
    assert (photo.width, photo.height, list(db.scalars(widths))) == (700, 500, [480, 700])
    assert len(photo.key) == 24

    throw_away(photo)
    db.flush()

    assert [db.scalar(select(func.count()).select_from(table)) for table in (Photo, PhotoSize)] == [0, 0]

"""What a camera writes beside the picture (where, when, with what, by whom) never comes along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from board.core.record.pictures import FACE, WORK, Shape, develop
from tests.photos import opened, written

SECRET = b"51.9851N5.8987E Quirina"
ROTATED = 6  # as cameras write “turn me a quarter to the right”


def with_notes(text: str, orientation: int = 1) -> bytes:
    """A JPEG with EXIF (also where it was taken), XMP, a colour profile, and a comment."""
    image = Image.linear_gradient("L").resize((600, 400)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = text
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[0x1D] = text
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = {"exif": exif, "xmp": f"<x>{text}</x>".encode(), "icc_profile": profile, "comment": text.encode()}
    return written(image, "JPEG", **notes)


@pytest.mark.parametrize("shape", [FACE, WORK])
def test_nothing_of_the_camera_is_in_what_we_keep(shape: Shape) -> None:
    content = with_notes(SECRET.decode())
    assert SECRET in content

    for one in develop(content, shape):
        kept = opened(one.content)
        assert not kept.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & kept.info.keys()
        assert all(mark not in one.content for mark in (SECRET, b"EXIF", b"XMP ", b"ICCP", b"Quirina"))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=8, max_size=40), st.integers(0, 9))
def test_whatever_it_wrote(text: str, orientation: int) -> None:
    for one in develop(with_notes(text, orientation), FACE):
        assert text.encode() not in one.content
        assert not opened(one.content).getexif()


def test_the_notes_of_a_png_stay_behind_too() -> None:
    notes = PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    content = written(Image.new("RGB", (400, 400)), "PNG", pnginfo=notes, exif=Image.Exif())

    assert all(SECRET not in one.content for one in develop(content, WORK))


def test_a_photo_stands_upright_as_the_camera_was_held() -> None:
    assert [(one.width, one.height) for one in develop(with_notes("x", ROTATED), WORK)] == [(400, 600)]


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_unreadable_notes_do_not_spoil_a_good_photo() -> None:
    content = written(Image.new("RGB", (400, 400)), "JPEG", exif=b"Exif\x00\x00MM\x00\x2a\xff\xff\xff\xff")

    assert develop(content, WORK)


def test_other_colours_are_turned_into_those_of_every_screen() -> None:
    swapped = Image.new("CMYK", (400, 400), (255, 0, 0, 0))

    seen = opened(develop(written(swapped), WORK)[0].content).getpixel((9, 9))

    assert seen[0] < 60 < seen[2]  # type: ignore[index]

"""Photos of today's telephones are read in a small, bounded memory, by a process that cannot outlive its time."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageCms

from board.core.record.pictures import FACE, WORK, PictureRefused, RefusalReason, develop, process
from tests.photos import opened, picture, written

MOST = 400_000  # kilobytes
PEAK = "\nprint(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1], file=sys.stderr)"


def peak(photo: Path) -> tuple[dict[str, Any], int]:
    """What the process says of this file, and how many kilobytes it held at most."""
    wanted = json.dumps([list(WORK.widths), WORK.square, WORK.short_side])
    command = [sys.executable, "-I", "-c", process.BOOT + PEAK, json.dumps(sys.path), wanted]
    with photo.open("rb") as file:
        done = subprocess.run(command, stdin=file, capture_output=True, check=True)
    return json.loads(done.stdout.partition(b"\n")[0]), int(done.stderr.split()[-1])


@pytest.mark.parametrize(
    ("mode", "kind", "how"),
    [
        ("RGB", "JPEG", {}),
        ("RGB", "JPEG", {"progressive": True, "subsampling": 0}),
        ("RGBA", "PNG", {"compress_level": 1}),
        ("RGB", "WEBP", {"method": 0}),
        ("RGBA", "WEBP", {"lossless": True, "quality": 0, "method": 0}),
    ],
)
def test_a_photo_of_48_million_pixels_is_taken_within_400_megabytes(
    tmp_path: Path, mode: str, kind: str, how: dict[str, Any]
) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(written(Image.new(mode, (8064, 6048), 90), kind, **how))

    said, most = peak(photo)

    assert [size[0] for size in said["pictures"]] == [480, 960, 1600]
    assert most < MOST


def test_heic_is_taken_in_little_memory(tmp_path: Path) -> None:
    """Writing one of 48 million pixels takes minutes: that was measured by hand, see the decision on photos."""
    photo = tmp_path / "photo"
    photo.write_bytes(written(Image.new("RGB", (4000, 3000), "teal"), "HEIF", quality=10, tile_size=512))

    said, most = peak(photo)

    assert [size[0] for size in said["pictures"]] == [480, 960, 1600]
    assert most < MOST / 2


def test_ten_bits_a_colour_become_eight(tmp_path: Path) -> None:
    made = pillow_heif.from_bytes("RGB;16", (600, 400), b"\xff\xff\x00\x80\x00\x00" * (600 * 400))
    out = BytesIO()
    made.save(out, quality=90)

    seen = opened(develop(out.getvalue(), WORK)[0].content).convert("RGB").getpixel((300, 200))

    assert all(abs(one - other) < 12 for one, other in zip(seen, (255, 128, 0), strict=True))  # type: ignore[arg-type]


def test_what_unpacks_to_more_than_that_is_refused_and_held_by_the_limit(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(written(Image.new("L", (14_000, 14_000)), "JPEG", progressive=True))

    said, most = peak(photo)

    assert said == {"refused": "too large"}
    assert most < MOST


def test_who_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "BOOT", "import time\ntime.sleep(60)")
    monkeypatch.setattr(process, "PATIENCE", 0.3)

    with pytest.raises(PictureRefused) as refused:
        process.pictures(BytesIO(picture()), WORK)

    assert refused.value.reason is RefusalReason.TOO_COSTLY


@pytest.mark.parametrize(
    ("falls", "why"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", RefusalReason.BROKEN),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", RefusalReason.TOO_COSTLY),
        ("print('{}')", RefusalReason.BROKEN),
        ("raise SystemExit(3)", RefusalReason.BROKEN),
    ],
)
def test_who_falls_away_is_a_refusal_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, falls: str, why: RefusalReason
) -> None:
    monkeypatch.setattr(process, "BOOT", falls)

    with pytest.raises(PictureRefused) as refused:
        process.pictures(BytesIO(picture()), WORK)

    assert refused.value.reason is why


def test_the_process_knows_no_key_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPGAVEBORD_SECRET_KEY", "geheim")

    assert "OPGAVEBORD_SECRET_KEY" not in process._environment()
    assert process._environment()["PATH"] == os.environ["PATH"]


def wide_colours() -> bytes:
    """A colour profile in which red is not the red of the screen."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("shape", [FACE, WORK])
def test_heic_stands_upright_and_keeps_nothing_of_the_camera(shape: Any) -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "51.98N Quirina", 6
    content = written(Image.new("RGB", (600, 400), "teal"), "HEIF", exif=exif, icc_profile=wide_colours())
    assert b"Quirina" in content

    for one in develop(content, shape):
        kept = opened(one.content)
        assert not {"exif", "xmp", "icc_profile"} & kept.info.keys()
        assert b"Quirina" not in one.content
        assert one.height >= one.width


def test_two_pictures_in_one_jpeg_are_one_photo() -> None:
    out = BytesIO()
    Image.new("RGB", (600, 400), "red").save(
        out, "MPO", save_all=True, append_images=[Image.new("RGB", (600, 400), "blue")]
    )

    seen = opened(develop(out.getvalue(), WORK)[0].content).convert("RGB").getpixel((9, 9))

    assert seen[0] > 200  # type: ignore[index]


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_what_moves_is_refused_as_such(kind: str) -> None:
    out = BytesIO()
    Image.new("RGB", (400, 400), "red").save(
        out, kind, save_all=True, append_images=[Image.new("RGB", (400, 400), "blue")]
    )

    with pytest.raises(PictureRefused) as refused:
        develop(out.getvalue(), WORK)

    assert refused.value.reason is RefusalReason.MOVING


def test_a_large_webp_is_read_like_a_small_one() -> None:
    """Our own reader of large files and that of Pillow see the same picture, and its transparency."""
    image = Image.linear_gradient("L").resize((2400, 1600)).convert("RGB")
    image.putalpha(Image.linear_gradient("L").resize((1600, 2400)).transpose(Image.Transpose.ROTATE_90))
    large = opened(develop(written(image, "WEBP", lossless=True, method=0), FACE)[1].content)
    small = opened(develop(written(image.resize((1200, 800)), "WEBP", lossless=True, method=0), FACE)[1].content)

    for spot in ((20, 20), (160, 160), (300, 40)):
        one, other = large.convert("RGB").getpixel(spot), small.convert("RGB").getpixel(spot)
        assert all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))  # type: ignore[arg-type]

"""Photos of the work for the demo, drawn: three plain scenes in morning light, with nobody on them."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, int, int]
SIZE = (1500, 1000)


def zebra() -> bytes:
    """A freshly painted zebra crossing, with trees along the road."""
    scene = _sky((214, 226, 232), (243, 236, 222), horizon=430)
    draw = ImageDraw.Draw(scene)
    for x, size in ((120, 150), (380, 110), (1130, 120), (1370, 165)):
        _tree(draw, x, 440, size)
    draw.polygon([(0, 430), (1500, 430), (1500, 1000), (0, 1000)], fill=(146, 160, 118))
    draw.polygon([(560, 430), (940, 430), (1660, 1000), (-160, 1000)], fill=(112, 112, 116))
    for stripe in range(9):
        left, right = -110 + stripe * 200, 10 + stripe * 200
        near, far = (_towards(left, 930), _towards(right, 930)), (_towards(right, 700), _towards(left, 700))
        draw.polygon([*near, *far], fill=(243, 242, 236))
    for x in (140, 1360):
        draw.rectangle((x - 6, 380, x + 6, 720), fill=(96, 98, 100))
        draw.ellipse((x - 44, 310, x + 44, 398), fill=(226, 160, 52))
    return _finished(scene)


def envelope() -> bytes:
    """A white envelope with an address by hand, on a wooden table beside a cup."""
    scene = Image.new("RGB", SIZE, (186, 146, 104))
    draw = ImageDraw.Draw(scene)
    for plank in range(7):
        tone = (plank * 37) % 18
        draw.rectangle((0, plank * 150, 1500, plank * 150 + 146), fill=(184 - tone, 144 - tone, 102 - tone))
    paper = [(330, 300), (1130, 225), (1190, 735), (390, 815)]
    _shadow(scene, paper)
    draw = ImageDraw.Draw(scene)
    draw.polygon(paper, fill=(250, 248, 243))
    for row, long in enumerate((300, 380, 240)):
        _handwriting(draw, (720, 560 + row * 62), long)
    draw.polygon([(985, 290), (1085, 281), (1096, 391), (996, 400)], fill=(196, 104, 63))
    _shadow(scene, [(1215, 70), (1455, 70), (1455, 300), (1215, 300)])
    draw = ImageDraw.Draw(scene)
    draw.ellipse((1200, 40, 1460, 300), fill=(238, 236, 230))
    draw.ellipse((1232, 72, 1428, 268), fill=(88, 58, 42))
    return _finished(scene)


def chairs() -> bytes:
    """A row of chairs with arms along a bright wall, in the sun from a window."""
    scene = _sky((240, 233, 220), (228, 218, 202), horizon=680)
    draw = ImageDraw.Draw(scene)
    draw.rectangle((0, 680, 1500, 1000), fill=(170, 152, 132))
    draw.rectangle((0, 664, 1500, 690), fill=(247, 244, 238))
    draw.polygon([(180, 0), (520, 0), (860, 664), (440, 664)], fill=(250, 244, 228))
    draw.polygon([(700, 0), (960, 0), (1360, 664), (1040, 664)], fill=(250, 244, 228))
    for number in range(4):
        _chair(draw, 110 + number * 345, 560)
    return _finished(scene)


def _sky(above: Colour, below: Colour, horizon: int) -> Image.Image:
    scene = Image.new("RGB", SIZE, below)
    mask = Image.linear_gradient("L").resize((SIZE[0], horizon))
    scene.paste(Image.composite(Image.new("RGB", mask.size, below), Image.new("RGB", mask.size, above), mask), (0, 0))
    return scene


def _towards(x: float, y: float) -> Point:
    """A point on the road: lines that run away meet far behind the horizon."""
    return (750 + (x - 750) * (y - 260) / 700, y)


def _tree(draw: ImageDraw.ImageDraw, x: int, ground: int, size: int) -> None:
    draw.rectangle((x - size // 14, ground - size, x + size // 14, ground), fill=(104, 84, 66))
    for dx, dy, part in ((-0.45, -1.25, 0.55), (0.4, -1.3, 0.5), (0, -1.75, 0.62), (0, -1.2, 0.6)):
        at = (x + dx * size, ground + dy * size)
        box = (at[0] - part * size, at[1] - part * size, at[0] + part * size, at[1] + part * size)
        draw.ellipse(box, fill=(122 + int(dx * 20), 142 + int(dy * 8), 92))


def _chair(draw: ImageDraw.ImageDraw, x: int, seat: int) -> None:
    wood, cloth = (128, 92, 62), (176, 92, 62)
    draw.rounded_rectangle((x + 20, seat - 250, x + 230, seat - 20), 26, fill=cloth)
    draw.polygon([(x, seat), (x + 250, seat), (x + 278, seat + 66), (x - 28, seat + 66)], fill=(160, 80, 54))
    for side in (x - 30, x + 254):
        draw.rounded_rectangle((side, seat - 112, side + 28, seat + 300), 10, fill=wood)
        draw.rounded_rectangle((side - 8, seat - 126, side + 36, seat - 96), 14, fill=(144, 106, 74))
    draw.rectangle((x + 10, seat + 66, x + 240, seat + 92), fill=wood)


def _handwriting(draw: ImageDraw.ImageDraw, at: Point, long: int) -> None:
    strokes = []
    for x in range(0, long, 14):
        high = 12 if (x // 98) % 3 else 4
        strokes.append((at[0] + x, at[1] - x * 0.095 + (high if (x // 14) % 2 else -high)))
    draw.line(strokes, fill=(52, 62, 98), width=6, joint="curve")


def _shadow(scene: Image.Image, shape: Sequence[Point]) -> None:
    mask = Image.new("L", SIZE, 0)
    ImageDraw.Draw(mask).polygon([(x + 22, y + 30) for x, y in shape], fill=110)
    scene.paste((74, 52, 36), mask=mask.filter(ImageFilter.GaussianBlur(18)))


def _finished(scene: Image.Image) -> bytes:
    """A little soft, with the light from one corner and some grain, as a phone would make it."""
    light = ImageChops.invert(Image.radial_gradient("L")).resize((2400, 1700)).crop((500, 150, 2000, 1150))
    lit = ImageChops.multiply(scene, Image.merge("RGB", [light.point(lambda v: 176 + v * 79 // 255)] * 3))
    grain = Image.effect_noise(SIZE, 9).convert("RGB")
    out = BytesIO()
    soft = Image.blend(lit.filter(ImageFilter.GaussianBlur(1.1)), ImageChops.overlay(lit, grain), 0.35)
    soft.save(out, "JPEG", quality=90)
    return out.getvalue()

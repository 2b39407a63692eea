"""House style by settings: the logo and the theme of the organisation, read once when the application starts."""

import hashlib
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from flask import Flask

from board.config import PREFIX, Settings, WrongSetting
from board.setting_values import reason

PLACE = "/huisstijl"
# As high as the header has room for; a wide logo becomes lower, so that the menu stays beside it.
HEIGHT, WIDEST = 40, 220
SVG_NAME = re.compile(r"(\{http://www\.w3\.org/2000/svg\})?svg")
OWN_CLASS = re.compile(r"\.([\w-]+-theme)\b")
VOORBEELD = "voorbeeld-theme"


@dataclass(frozen=True)
class Drawing:
    """A file of the house style, under the name that it has in its address."""

    name: str
    content: bytes
    type: str

    @property
    def address(self) -> str:
        return f"{PLACE}/{self.name}"


@dataclass(frozen=True)
class Logo(Drawing):
    """The logo, with the size in which the header shows it, so that nothing shifts when it arrives."""

    width: int
    height: int


@dataclass(frozen=True)
class HouseStyle:
    """What an organisation brought along; without anything, the page is our own."""

    logo: Logo | None = None
    theme: Drawing | None = None
    html_class: str = VOORBEELD

    @property
    def files(self) -> dict[str, Drawing]:
        return {file.name: file for file in (self.logo, self.theme) if file}


def house_style(settings: Settings) -> HouseStyle:
    """Raises WrongSetting when a file is not what it should be."""
    logo = _logo(settings.logo) if settings.logo else None
    if settings.theme is None:
        return HouseStyle(logo)
    theme = _theme(settings.theme)
    found = OWN_CLASS.search(theme.content.decode())
    return HouseStyle(logo, theme, settings.theme_class or (found[1] if found else VOORBEELD))


def _theme(file: Path) -> Drawing:
    content = _read(file, "THEME")
    try:
        content.decode()
    except UnicodeDecodeError:
        raise WrongSetting(f"{PREFIX}THEME: {file} is geen tekst in UTF-8.") from None
    fingerprint = hashlib.blake2s(content, digest_size=6).hexdigest()
    return Drawing(f"thema-{fingerprint}.css", content, "text/css; charset=utf-8")


def _logo(file: Path) -> Logo:
    content, kind = _read(file, "LOGO"), file.suffix.lower()
    width, height = _size_of_png(file, content) if kind == ".png" else _size_of_svg(file, content)
    scale = min(HEIGHT / height, WIDEST / width)
    shown = max(round(width * scale), 1), max(round(height * scale), 1)
    return Logo(f"logo{kind}", content, "image/png" if kind == ".png" else "image/svg+xml", *shown)


def _size_of_png(file: Path, content: bytes) -> tuple[float, float]:
    from PIL import Image  # only who has such a logo loads it at the start

    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as image:
            return image.size
    except (OSError, Image.DecompressionBombError):
        raise WrongSetting(f"{PREFIX}LOGO: {file} is geen PNG-plaatje.") from None


def _size_of_svg(file: Path, content: bytes) -> tuple[float, float]:
    """From width and height, or from the viewBox."""
    try:
        root = ElementTree.fromstring(content)  # noqa: S314  the organisation's own file, read once at the start
    except ElementTree.ParseError:
        root = None
    if root is None or not SVG_NAME.fullmatch(root.tag):
        raise WrongSetting(f"{PREFIX}LOGO: {file} is geen SVG-tekening.")
    sizes = [root.get("width", ""), root.get("height", "")]
    given = [re.fullmatch(r"\s*([\d.]+)(?:px)?\s*", text) for text in sizes]
    numbers = [size[1] for size in given if size] if all(given) else re.split(r"[\s,]+", root.get("viewBox", ""))[2:]
    try:
        width, height = map(float, numbers)
    except ValueError:
        width = height = 0
    if not (width > 0 and height > 0):
        raise WrongSetting(f"{PREFIX}LOGO: {file} zegt niet hoe groot de tekening is; geef haar een viewBox.")
    return width, height


def _read(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise WrongSetting(f"{PREFIX}{name}: het bestand {file} is niet te lezen: {reason(problem)}.") from None


def init_app(app: Flask, settings: Settings) -> None:
    """What the layouts show of it; error pages too, so these are values and no questions."""
    style = house_style(settings)
    app.extensions["house_style"] = style
    app.jinja_env.globals.update(
        logo=style.logo, theme_css=style.theme.address if style.theme else "", theme_class=style.html_class
    )

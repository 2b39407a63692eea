"""The letters: in the file, each with its shape, its width and the sign that it stands for."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

FORBIDDEN = frozenset("\0\ufeff\ufffe")


class Font(NamedTuple):
    """A font, and the numbers of the signs that are shown in it."""

    entry: Any
    shown: set[int]


def faults(pdf: PdfReader) -> Iterator[str]:
    for name, font in _fonts(pdf).items():
        for fault in _faults_of(font):
            yield f"{fault} ({font.entry['/BaseFont']}, {name})"


def _fonts(pdf: PdfReader) -> dict[str, Font]:
    found: dict[str, Font] = {}
    for page in pdf.pages:
        _look_through(pdf, page, page.get_contents(), found)
    return {name: font for name, font in found.items() if font.shown}


def _look_through(pdf: PdfReader, holder: Any, stream: Any, found: dict[str, Font]) -> None:
    fonts = holder["/Resources"].get("/Font", {})
    now: Font | None = None
    for operands, name in ContentStream(stream, pdf).operations:
        operator = name.decode()
        if operator == "Tf":
            now = found.setdefault(operands[0], Font(fonts[operands[0]].get_object(), set()))
        elif operator in {"Tj", "TJ"} and now is not None:
            parts = operands[0] if isinstance(operands[0], list) else [operands[0]]
            now.shown.update(number for part in parts if isinstance(part, str | bytes) for number in _numbers(part))
        elif operator == "Do":
            thing = holder["/Resources"]["/XObject"][operands[0]].get_object()
            if thing["/Subtype"] == "/Form":
                _look_through(pdf, thing, thing, found)


def _numbers(part: Any) -> Iterator[int]:
    raw: bytes = part if isinstance(part, bytes) else part.original_bytes
    yield from (raw[at] * 256 + raw[at + 1] for at in range(0, len(raw) - 1, 2))


def _faults_of(font: Font) -> Iterator[str]:
    entry = font.entry
    if entry["/Subtype"] != "/Type0":
        yield f"7.21 a font that nobody looked at: {entry['/Subtype']}"
        return
    if entry["/Encoding"] != "/Identity-H":
        yield "7.21.8 signs that the font does not have"
    inner = entry["/DescendantFonts"][0].get_object()
    if inner["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
        yield "7.21.3.2 no map from signs to shapes"
    described: Any = inner["/FontDescriptor"]
    file: Any = described.get("/FontFile2") or described.get("/FontFile3")
    if file is None:
        yield "7.21.4.1 a font that is not in the file"
        return
    yield from _faults_of_shapes(font.shown, TTFont(BytesIO(file.get_data())), _widths(inner))
    yield from _faults_of_signs(font.shown, entry)


def _faults_of_shapes(shown: set[int], program: TTFont, widths: dict[int, float]) -> Iterator[str]:
    order, scale = program.getGlyphOrder(), 1000 / program["head"].unitsPerEm
    for number in sorted(shown):
        if number == 0 or number >= len(order):
            yield f"7.21.8 sign {number} has no shape"
        elif abs(program["hmtx"][order[number]][0] * scale - widths.get(number, 1000)) > 1:
            yield f"7.21.5 sign {number} is as wide as it says nowhere"


def _faults_of_signs(shown: set[int], entry: Any) -> Iterator[str]:
    if "/ToUnicode" not in entry:
        yield "7.21.7-1 nobody knows which letters these are"
        return
    known = _to_unicode(entry["/ToUnicode"].get_data().decode("ascii"))
    for number in sorted(shown):
        if not known.get(number):
            yield f"7.21.7-1 nobody knows which letter sign {number} is"
        elif not FORBIDDEN.isdisjoint(known[number]):
            yield f"7.21.7-2 sign {number} is no letter: {known[number]!r}"


def _to_unicode(text: str) -> dict[int, str]:
    known: dict[int, str] = {}
    for block in text.split("beginbfchar")[1:]:
        parts = block.split("endbfchar")[0].replace("<", " ").replace(">", " ").split()
        known |= {
            int(a, 16): bytes.fromhex(b).decode("utf-16-be") for a, b in zip(parts[::2], parts[1::2], strict=True)
        }
    return known


def _widths(inner: Any) -> dict[int, float]:
    told = [one.get_object() for one in inner["/W"]]
    found: dict[int, float] = {}
    for first, several in pairwise(told):
        if isinstance(several, list) and not isinstance(first, list):
            found |= {int(first) + at: float(width) for at, width in enumerate(several)}
    return found

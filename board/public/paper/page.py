"""The page of a week as paper wants it: what is hidden from a screen reader is drawn, and what a link says is known."""

from collections.abc import Iterator
from typing import Any
from unicodedata import category
from urllib.parse import urldefrag, urljoin

SVG = "{http://www.w3.org/2000/svg}"
# An element of the page as WeasyPrint read it.
Element = Any


def draw_what_is_hidden(root: Element) -> None:
    """Letters that a screen reader passes over become a drawing: hidden text would be read from a PDF all the same.

    The name stands beside them. And a drawing with a label gets a title, which is all that counts in a PDF.
    """
    for element in _hidden(root):
        if element.text and element.text.strip() and not len(element):
            letters, element.text = element.text.strip(), None
            element.append(_drawn(element, letters))
    for drawing in root.iter(f"{SVG}svg"):
        if label := drawing.get("aria-label"):
            title = drawing.makeelement(f"{SVG}title", {})
            title.text = label
            drawing.insert(0, title)


def _hidden(root: Element) -> Iterator[Element]:
    for element in [hidden for hidden in root.iter() if hidden.get("aria-hidden") == "true"]:
        yield from (part for part in list(element.iter()) if not str(part.tag).startswith(SVG))


def _drawn(element: Element, letters: str) -> Element:
    """These letters in the middle of a square."""
    drawing = element.makeelement(f"{SVG}svg", {"viewBox": "0 0 24 24", "class": "ob-letters"})
    place = {"x": "12", "y": "15.5", "text-anchor": "middle", "font-size": "10", "font-weight": "700"}
    text = drawing.makeelement(f"{SVG}text", {**place, "font-family": "Poster Sans"})
    text.text = letters
    drawing.append(text)
    return drawing


def take_large_photos(root: Element) -> None:
    """A browser chooses the width that it needs; paper wants the largest that there is."""
    for photo in root.iter("img"):
        widths = [size.split() for size in photo.get("srcset", "").split(",") if size.strip()]
        if widths:
            photo.set("src", max(widths, key=lambda size: int(size[1].rstrip("w")))[0])


def words_of_links(root: Element, base_url: str) -> dict[str, str]:
    """What the links of the page say, by the address that they lead to, or by the id of a place on the page itself."""
    said: dict[str, str] = {}
    for link in root.iter("a"):
        words = " ".join("".join(link.itertext()).split())
        if words and (leads_to := link.get("href")):
            said.setdefault(_target(leads_to, base_url), words)
    return said


def _target(address: str, base_url: str) -> str:
    return urldefrag(address).fragment if address.startswith("#") else urljoin(base_url, address)


def instead_of(sign: str) -> str:
    """What to write for a sign that no font of this machine has: a letter leaves a mark, an ornament can be missed."""
    return "\ufffd" if category(sign)[0] in "LN" else ""

"""The numbers that a page says: in what people read or hear of it, and not in addresses, ids or versions."""

import re
from collections import Counter
from collections.abc import Collection
from html.parser import HTMLParser

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
ADDRESS = re.compile(r"https?://[^\s\"<>]+")
# Attributes that a reader sees, hears, or sees drawn.
SPEAKS = {"title", "aria-label", "aria-description", "aria-valuenow", "aria-valuetext", "alt", "placeholder", "label"}
DRAWN = {("meter", "value"), ("progress", "value"), ("progress", "max"), ("meter", "max"), ("ol", "start")}
SILENT = {"script", "style"}
# Elements without an end.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Reader(HTMLParser):
    """Reads a page aloud, but for the elements that are passed over."""

    def __init__(self, without: Collection[str]) -> None:
        super().__init__()
        self.without, self.inside, self.heard = SILENT | set(without), 0, Counter[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.without:
            self.inside += tag not in VOID
        if not self.inside:
            for name, value in attrs:
                if name in SPEAKS or name.startswith("data-") or (tag, name) in DRAWN:
                    self._hear(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.without:
            self.inside -= 1

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self._hear(data)

    def _hear(self, words: str) -> None:
        self.heard.update(NUMBER.findall(words))


def numbers_said(text: str, kind: str = "text/html", without: Collection[str] = ()) -> Counter[str]:
    """How often each number is said; `without` names elements that are passed over with all that is in them."""
    if kind != "text/html":
        return Counter(NUMBER.findall(ADDRESS.sub("", text)))
    reader = _Reader(without)
    reader.feed(text)
    reader.close()
    return reader.heard

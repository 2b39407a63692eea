"""A page of ours on paper: WeasyPrint makes a PDF of it that a screen reader can read too."""

import hashlib
import logging
import re
from functools import cache
from html import escape
from importlib.metadata import version
from importlib.util import find_spec

from board.config import files
from board.public.internal_client import InternalClient
from board.public.paper.page import draw_what_is_hidden, instead_of, take_large_photos, words_of_links
from board.public.paper.tags import NoSuchLetter, mended
from board.web.assets import asset

VARIANT = "pdf/ua-1"
USE = re.compile(r'<svg([^>]*)><use href="[^"#]*#([\w-]+)"/></svg>')
SYMBOL = re.compile(r'<symbol id="([\w-]+)"([^>]*)>(.*?)</symbol>', re.DOTALL)
# What a style sheet gives to drawings in a browser; here they must bring it along (tokens.css has the colours).
INK = ' fill="none" stroke="#000" stroke-width="1.6"'
CLAY = ' color="#c4683f" fill="#c4683f"'
COLOURS = {
    "on": 'fill="#c4683f" stroke="#c4683f"',
    "uit": 'fill="none" stroke="#c4683f"',
    "les": 'fill="#54708f" stroke="#54708f"',
    "streep": 'fill="none" stroke="#fff" stroke-width="1.4"',
}
# On a screen the name beside it says it; a PDF for screen readers asks for words with every picture.
LOGO = re.compile(r'(<img class="ob-logo"[^>]*) alt="">')
# A mark of the order of bytes is nothing to read, and a PDF may not say that it is.
UNWRITABLE: dict[int, str | None] = dict.fromkeys((0, 0xFEFF, 0xFFFE, 0xFFFF))
IN_CLASSES = re.compile(r'class="(on|uit|les|streep)"')


def is_installed() -> bool:
    """Whether the extra `poster` is there; looking does not load it, which costs memory."""
    return find_spec("weasyprint") is not None


@cache
def can_make() -> bool:
    """Whether the extra `poster` is installed, with what it needs of the machine."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):  # OSError: Pango is not on the machine
        return False
    return True


def as_pdf(address: str, inside: InternalClient) -> bytes:
    """The page at this address as an A4 PDF with a title, a language and tags, in our own fonts."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):  # type: ignore[misc]
        """Fetches styles, fonts and photos from the house itself, and nothing from elsewhere."""

        def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
            ours = inside.own(url)
            answer = inside.ask(ours) if ours else None
            if answer is None or answer.status != 200:
                raise ValueError(f"not ours: {url}")
            return URLFetcherResponse(url, answer.body, {"Content-Type": answer.kind})

    # It warns of each rule for screens that means nothing on paper.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    asked = inside.ask(address)
    if asked.status != 200:
        raise ValueError(f"no page to make a poster of: {address} ({asked.status})")
    page = LOGO.sub(lambda found: f'{found[1]} alt="{escape(inside.organisation)}">', _for_paper(asked.body.decode()))
    base = f"{inside.base_url}/"

    def made(without: dict[int, str | None]) -> bytes:
        paper = HTML(string=page.translate(without), base_url=base, url_fetcher=OnlyOurs(), media_type="print")
        draw_what_is_hidden(paper.etree_element)
        take_large_photos(paper.etree_element)
        finish = mended(words_of_links(paper.etree_element, base))
        written: bytes = paper.write_pdf(pdf_variant=VARIANT, finisher=finish)
        return written

    try:
        return made(UNWRITABLE)
    except NoSuchLetter as missing:  # in no font of this machine
        return made(UNWRITABLE | {sign: instead_of(chr(sign)) for sign in missing.signs})


def made_of(inside: InternalClient, address: str) -> str:
    """A fingerprint of all that the poster of this page is made of; making the poster takes seconds."""
    parts = (inside.ask(address).body, _style().encode(), version("weasyprint").encode() if can_make() else b"")
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _for_paper(page: str) -> str:
    """The page with our rules for WeasyPrint behind its own, which a separate sheet would not win from."""
    return _with_drawings(page).replace("</head>", f"<style>{_style()}</style></head>", 1)


def _style() -> str:
    return _fonts() + (files("static") / "css" / "poster.css").read_text()


def _fonts() -> str:
    """Our fonts under names of their own: those of fonts.css are cut into ranges, which WeasyPrint does not join."""
    faces = {"Poster Sans": "noto-sans-latin", "Poster Serif": "noto-serif-latin"}
    faces |= {"Poster Sans Ext": "noto-sans-latin-ext", "Poster Serif Ext": "noto-serif-latin-ext"}
    return "".join(
        f'@font-face {{ font-family: "{name}"; src: url("{asset(f"{file}-wght-normal.woff2")}"); }}\n'
        for name, file in faces.items()
    )


def _with_drawings(page: str) -> str:
    """Drawings inside the page: WeasyPrint does not look into the file where browsers find them."""
    sprite = "".join((files("static") / name).read_text() for name in ("icons.svg", "portraits.svg"))
    symbols = {name: (box, drawing) for name, box, drawing in SYMBOL.findall(sprite)}

    def drawn(use: re.Match[str]) -> str:
        box, drawing = symbols.get(use[2], ("", ""))
        return f"<svg{use[1]}{box}{INK if use[2].startswith('i-') else CLAY}>{drawing}</svg>"

    return IN_CLASSES.sub(lambda found: f"{found[0]} {COLOURS[found[1]]}", USE.sub(drawn, page))

"""Text with a little markup, made safe: what colleagues type, and what comes from elsewhere."""

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from board.web.markdown import blocks, inline

# The page has its own headings; a heading in a text is only a bold line.
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "s"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "li": {"value"}}
SCHEMES = {"http", "https", "mailto", "tel"}
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
PHONE = re.compile(r"^\+?[0-9(][0-9().-]{3,24}[0-9]")
# So deep may lists and quotations lie in each other. Deeper than that the parser drops text.
DEEPEST = 60


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True, "maxNesting": DEEPEST})
    parser.enable(["strikethrough", "linkify"]).disable(["image"])
    # Each of these makes words vanish: an address that nobody points to, a line of dashes, the indent of a mail.
    parser.disable(["reference", "lheading", "code"])
    inline.add_to(parser)
    blocks.add_to(parser)
    parser.add_render_rule("heading_open", lambda *_: "<p><strong>")
    parser.add_render_rule("heading_close", lambda *_: "</strong></p>")
    parser.validateLink = _leads_somewhere  # type: ignore[method-assign,assignment]
    parser.normalizeLinkText = str  # type: ignore[method-assign,assignment]  # an address reads as it was typed
    links = parser.linkify
    assert links is not None  # noqa: S101  linkify-it-py is a requirement of ours
    # Only what says that it is an address: in “Het is gebeld.De wijkagent komt” there is no site.
    links.set({"fuzzy_link": False, "fuzzy_ip": False, "fuzzy_email": True})
    links.add("ftp:", None).add("//", None).add("tel:", {"validate": PHONE})
    return parser


def _leads_somewhere(address: str) -> bool:
    """Whether we make a link of it; what is none stays as it was typed, with the address in sight."""
    scheme = SCHEME.match(address.strip())
    return scheme is None or scheme[1].lower() in SCHEMES


PARSER = _parser()


def as_html(text: str) -> Markup:
    """Markdown as clean HTML: no scripts, no images, no headings; links open without telling where from."""
    if not text.strip():
        return Markup()
    tokens = PARSER.parse(text)
    if _is_cut_off(tokens):
        return Markup("<p>") + Markup("<br>").join(escape(line) for line in text.split("\n")) + Markup("</p>")
    clean = nh3.clean(
        PARSER.renderer.render(tokens, PARSER.options, {}),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704  nh3 cleaned it


def _is_cut_off(tokens: list[Token]) -> bool:
    """Whether it lies so deep that something was dropped; then the whole text reads as it was typed."""
    return any(token.level >= DEEPEST - 2 for token in tokens)

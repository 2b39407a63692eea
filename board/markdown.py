"""Text with a little markup, made safe: what colleagues type, and what comes from elsewhere."""

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, linkify
from markupsafe import Markup

# The page has its own headings; a heading in a text is only a bold line.
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "s"}
SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
TAIL = len("https") + 2  # and two before it, so that nothing is taken for the beginning of the text
NETWORK_PATH = re.compile(r"\\\\[^\s\\]+(?:\\[^\s\\]+)*\\?")


def _network_path(state: StateInline, silent: bool) -> bool:
    r"""A folder on a network, \\server\wonen\_dossiers_: its backslashes and underscores are no markup."""
    found = NETWORK_PATH.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.pending += found.group()
    state.pos = found.end()
    return True


def _linkify(state: StateInline, silent: bool) -> bool:
    """The rule for https://…, which looks for its scheme in all that stands before: here only in the last letters."""
    found = SCHEME.search(state.pending[-TAIL:]) if state.src.startswith("://", state.pos) else None
    if found is None:
        return False
    before = state.pending
    state.pending = before[: -len(found[1])]
    if state.pending and not silent:
        state.pushPending()
    state.pending = found[1]
    is_link = linkify(state, silent)
    if silent:
        state.pending = before
    return is_link


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True})
    parser.enable(["strikethrough", "linkify"]).disable(["image"])
    parser.inline.ruler.before("escape", "network_path", _network_path)
    parser.inline.ruler.at("linkify", _linkify)
    parser.add_render_rule("heading_open", lambda *_: "<p><strong>")
    parser.add_render_rule("heading_close", lambda *_: "</strong></p>")
    links = parser.linkify
    assert links is not None  # noqa: S101  linkify-it-py is a requirement of ours
    # Only what says that it is an address: in “Het is gebeld.De wijkagent komt” there is no site.
    links.set({"fuzzy_link": False, "fuzzy_ip": False, "fuzzy_email": True})
    links.add("ftp:", None).add("//", None)
    return parser


PARSER = _parser()


def as_html(text: str) -> Markup:
    """Markdown as clean HTML: no scripts, no images, no headings; links open without telling where from."""
    if not text.strip():
        return Markup()
    clean = nh3.clean(
        PARSER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704  nh3 cleaned it

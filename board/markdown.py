"""Text with a little markup, made safe: what colleagues type, and what comes from elsewhere."""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

# The page has its own headings; a heading in a text is only a bold line.
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "s"}
PARSER = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable("strikethrough")
PARSER.disable(["image"])
PARSER.add_render_rule("heading_open", lambda *_: "<p><strong>")
PARSER.add_render_rule("heading_close", lambda *_: "</strong></p>")


def as_html(text: str) -> Markup:
    """Markdown as clean HTML: no scripts, no images, no headings; links open without telling where from."""
    if not text.strip():
        return Markup()
    clean = nh3.clean(
        PARSER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704  nh3 cleaned it

"""What holds for every page: valid HTML, one h1, a title, unique ids, a label on each field."""

from collections import Counter
from xml.etree.ElementTree import Element

import html5lib

UNLABELLED = {"hidden", "submit", "button"}


def lint_page(html: str) -> Element:
    """Raises AssertionError with what a strict editor would say of this page."""
    root = _parse(html, fragment=False)
    headings = ["".join(heading.itertext()).strip() for heading in root.iter("h1")]
    assert len(headings) == 1, f"a page has one h1, this one has {headings}"
    title = root.find("head/title")
    assert title is not None, "a page has a title"
    assert (title.text or "").strip(), "a page has a title"
    assert root.get("lang"), "a page says its language"
    assert root.find(".//main") is not None, "a page has a main part"
    _lint(root)
    return root


def lint_fragment(html: str) -> Element:
    """Raises AssertionError with what a strict editor would say of this fragment."""
    root = _parse(html, fragment=True)
    _lint(root)
    return root


def _parse(html: str, *, fragment: bool) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parseFragment(html) if fragment else parser.parse(html)
    wrong = [f"line {place[0]}: {code} {data}" for place, code, data in parser.errors if code not in FORGIVEN]
    assert not wrong, f"not valid HTML: {wrong[:5]}"
    return root


# A fragment may begin with a table row or list item; that is no fault of the page it lands in.
FORGIVEN = {"expected-doctype-but-got-start-tag"}


def _lint(root: Element) -> None:
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    twice = [name for name, times in ids.items() if times > 1]
    assert not twice, f"ids that stand twice: {twice}"
    _lint_fields(root, set(ids))
    _lint_policy(root)
    for element in root.iter("img"):
        assert element.get("alt") is not None, "an image has an alt text"
    for form in root.iter("form"):
        assert form.get("action") or form.get("method", "get") == "get", "a form says where it goes"


def _lint_fields(root: Element, ids: set[str | None]) -> None:
    named = {label.get("for") for label in root.iter("label")}
    inside = {id(field) for label in root.iter("label") for field in label.iter()}
    for kind in ("input", "select", "textarea"):
        for field in root.iter(kind):
            if field.get("type") in UNLABELLED:
                continue
            labelled = field.get("aria-label") or field.get("id") in named or id(field) in inside
            assert labelled, f"a field without a label: {field.attrib}"
    for element in root.iter():
        for other in (element.get("aria-describedby") or "").split():
            assert other in ids, f"described by something that is not there: {other}"


def _lint_policy(root: Element) -> None:
    for element in root.iter():
        inline = [name for name in element.attrib if str(name) == "style" or str(name).startswith("on")]
        assert not inline, f"the content policy refuses {inline} on {element.tag}"
        assert not any(str(name).startswith("hx-on") for name in element.attrib), "hx-on needs eval"
    for script in root.iter("script"):
        assert script.get("src"), "no inline script"

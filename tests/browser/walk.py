"""Every page that somebody can reach by links, and of those the few that together show everything there is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from playwright.sync_api import APIResponse, Page

# So many pages that differ only in the thing they name show all that such a page can.
OF_A_KIND = 12
# Milliseconds: a poster takes seconds of a whole processor, and a busy machine has none to spare.
PATIENCE = 60_000
LINK = re.compile(r'href="(/[^"#]*)[^"]*"')
TAG = re.compile(r"<([a-z][a-z0-9]*)([^>]*)>")
LOOKS = re.compile(r'class="([^"]*)"|((?:type|role|aria-current|aria-invalid)="[^"]*"|disabled|checked|open)')


def reachable(page: Page, starts: Iterable[str], at_most: int = 900) -> Iterator[tuple[str, str]]:
    """(address, HTML) of the pages that links lead to, as this visitor sees them; of one kind a dozen at most."""
    todo, met, seen, files = list(starts), set(starts), Counter[str](), set[str]()
    while todo and len(met) < at_most:
        address = todo.pop(0)
        seen[kind(address)] += 1
        if seen[kind(address)] > OF_A_KIND or kind(address) in files:
            continue
        answer: APIResponse = page.request.get(address, timeout=PATIENCE)
        assert answer.status < 500, f"{address} answers {answer.status}"
        if "text/html" not in answer.headers.get("content-type", ""):
            files.add(kind(address))  # one of a kind will do: there is nothing to read, and a poster takes seconds
            continue
        html = answer.text()
        yield address, html
        for found in LINK.findall(html):
            new = found.replace("&amp;", "&")
            if new not in met and not new.startswith("/static"):
                met.add(new)
                todo.append(new)


def kind(address: str) -> str:
    """Addresses of one kind differ only in the thing they name."""
    path = address.partition("?")[0]
    return re.sub(r"/(opgaven|voortgang|raad)/(?!nieuw)[\w-]+", r"/\1/*", re.sub(r"\d[\d-]*", "0", path))


def things_on(html: str) -> set[str]:
    """The sorts of elements that a page has: what an accessibility check can tell apart."""
    return {f"{name} {look}" for name, rest in TAG.findall(html) for look in ["", *_looks(rest)]}


def _looks(attributes: str) -> list[str]:
    """Each class by itself, and what an element is or how it stands."""
    return [one for classes, other in LOOKS.findall(attributes) for one in [*classes.split(), other] if one]


def telling(pages: Iterable[tuple[str, str]], seen: set[tuple[str, str]]) -> list[str]:
    """The addresses worth a look: each shows something that no page of its kind among the others shows.

    `seen` holds what earlier walks looked at, and grows.
    """
    left = {address: _seen_there(address, html) for address, html in pages}
    chosen: list[str] = []
    while left:
        address, things = max(left.items(), key=lambda item: len(item[1] - seen))
        if not things - seen:
            break
        chosen.append(address)
        seen |= things
        del left[address]
    return chosen


def _seen_there(address: str, html: str) -> set[tuple[str, str]]:
    """What the page shows, by its kind; what stands above every page (who I am) is looked at once."""
    top, _end, page = html.partition("</header>")
    return {("", thing) for thing in things_on(top)} | {(kind(address), thing) for thing in things_on(page or top)}

"""All that citizens read as plain files, under the same addresses: any web server can send them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urldefrag, urljoin

from flask import Flask

from board import db
from board.core.record.weeks import Week
from board.public.internal_client import InternalClient, InternalResponse
from board.public.paper import pdf as paper
from board.public.queries.bricks import all_bricks
from board.public.queries.opgaven import list_public_opgaven
from board.public.queries.results import result_numbers
from board.public.site.folder import NotOurFolder, Report, SiteFolder
from board.public.week.layout import weeks_of
from board.web.responses import WORK

__all__ = ["NotOurFolder", "addresses", "broken_message", "export", "report_lines"]

# A page that was withdrawn stays at its address, as a page that says so.
PAGES = {200, 410}
NOWHERE = "/deze-pagina-bestaat-niet"
POSTER = "/poster.pdf"
# Steps in an address that lead to another one.
NOWHERE_ELSE = frozenset({"", ".", ".."})
IN_PAGES = re.compile(r"""(?:href|src)=["']([^"']+)["']|<loc>([^<]+)</loc>""")
IN_SETS = re.compile(r'srcset="([^"]+)"')
IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)|see (\S+\.LEGAL\.txt)")


def export(app: Flask, folder: Path) -> Report:
    """Bring the folder to the present. Raises NotOurFolder; and OSError when it cannot be written."""
    site = SiteFolder(folder)
    inside = InternalClient(app)
    waiting = list(addresses(app))
    met = set(waiting)
    while waiting:
        address = waiting.pop()
        new = set(_keep(site, inside, address)) - met
        met |= new
        waiting += sorted(new)
    nowhere = inside.ask(NOWHERE)
    if _broke(nowhere):
        _left(site, inside, "/404.html")
    else:
        site.keep("404.html", nowhere.body, "text/html")
    site.remove_the_rest()
    return site.report


def addresses(app: Flask) -> Iterator[str]:
    """Every public address: of each route that anyone may read, with all that its parts can be."""
    with db.opened(app.extensions["engine"]) as session:
        db.ledger_of(session).limits = app.config["SETTINGS"].limits
        values = _values()
    at = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        guard = getattr(app.view_functions[rule.endpoint], "guard", None)
        if guard is None or not guard.public or rule.rule.startswith(WORK) or "GET" not in (rule.methods or ()):
            continue
        if not rule.arguments:
            yield at.build(rule.endpoint)
        elif len(rule.arguments) == 1 and rule.arguments <= values.keys():
            [part] = rule.arguments
            yield from (at.build(rule.endpoint, {part: value}) for value in values[part])


def _values() -> dict[str, list[str | int]]:
    """What the parts of a public address can be; photos and styles are found on the pages themselves."""
    return {
        "code": [str(week) for week in _weeks()],
        "slug": [item.opgave.slug for item in list_public_opgaven()],
        "number": list(result_numbers()),
    }


def _weeks() -> Iterable[Week]:
    """From the first week with a result until now: an empty week has an address too."""
    now = Week.now()
    first = next(iter(weeks_of(all_bricks(now))), now)
    return (first.plus(step) for step in range(now.since(first) + 1))


def _keep(site: SiteFolder, inside: InternalClient, address: str) -> Iterable[str]:
    """Put what stands at this address in its file; says which addresses it points to."""
    made_of = ""
    if address.endswith(POSTER):
        made_of = paper.made_of(inside, address.removesuffix(POSTER))
        if site.made_of(file_of(address)) == made_of:  # it takes seconds to make
            site.keep_as_it_is(file_of(address))
            return ()
    answer = inside.ask(address)
    if _broke(answer):
        return _left(site, inside, address)
    if answer.status not in PAGES:
        return ()
    site.keep(file_of(address, answer.kind), answer.body, answer.kind, made_of)
    return _linked(inside, address, answer)


def _broke(answer: InternalResponse) -> bool:
    return answer.status >= 500 and answer.status != 501


def _left(site: SiteFolder, inside: InternalClient, address: str) -> Iterable[str]:
    """A page that broke stays as an earlier run left it, with all it points to that is still public.

    Its poster goes: it is of another page than there is now, so it may show what was taken back since.
    """
    site.report.broken.append(address)
    for name in (file_of(address), file_of(address, "text/html")):
        if not address.endswith(POSTER) and site.made_of(name) is not None:
            site.keep_as_it_is(name)
            kind = "text/html" if name.endswith(".html") else ""
            return _linked(inside, address, InternalResponse(200, kind, site.read(name)))
    return ()


def file_of(address: str, kind: str = "") -> str:
    """Which file stands at an address: a page is the index of a folder, which every server understands."""
    path = PurePosixPath(unquote(address).lstrip("/"))
    return str(path / "index.html") if kind == "text/html" else str(path)


def _linked(inside: InternalClient, address: str, answer: InternalResponse) -> set[str]:
    """The addresses of this house that a page, a feed or a style points to, without those behind the sign-in."""
    if answer.kind == "text/css":
        links = [link for pair in IN_STYLES.findall(answer.body.decode()) for link in pair if link]
    elif answer.kind == "text/html" or answer.kind.endswith("xml"):
        text = answer.body.decode()
        sizes = [size.split() for srcset in IN_SETS.findall(text) for size in srcset.split(",") if size.strip()]
        links = [link for pair in IN_PAGES.findall(text) for link in pair if link]
        links += [size[0] for size in sizes]
    else:
        links = []
    return {own for link in links if (own := _own(inside, address, unescape(link)))}


def _own(inside: InternalClient, address: str, link: str) -> str | None:
    """The public address of this house that a link means. Anyone may have written it, in any spelling."""
    try:
        own = inside.own(urldefrag(urljoin(inside.base_url + address, link)).url)
    except ValueError:  # no address at all, as “https://[kijk.hier”
        return None
    path = unquote(own or "")
    if not path or "?" in (own or "") or path.startswith(WORK) or not NOWHERE_ELSE.isdisjoint(path.split("/")[1:-1]):
        return None
    return None if path.endswith(("/.", "/..")) else quote(path)


def report_lines(report: Report, every_file: bool = False) -> Iterator[str]:
    """What a run did, for who started it."""
    kinds = {"gemaakt": report.made, "veranderd": report.changed, "verwijderd": report.removed}
    if every_file:
        yield from (f"{name}\t{file}" for name, kind in kinds.items() for file in kind)
    counts = ", ".join(f"{len(kind)} {name}" for name, kind in kinds.items())
    yield f"De site staat er: {counts}, {len(report.unchanged)} hetzelfde."
    for file in report.left_alone:
        yield f"Let op: {file} is niet van ons, en blijft zoals het is."


def broken_message(report: Report) -> str:
    """The addresses that broke, in a sentence; empty when all went well."""
    if not report.broken:
        return ""
    which = ", ".join(sorted(report.broken))
    return f"Dit gaf een fout, en staat er nog zoals het er stond (een poster is weg): {which}. De rest is bijgewerkt."

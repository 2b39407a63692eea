"""Everything a citizen can reach: all pages and feeds that links lead to."""

import re

from tests.client import Client

STARTS = ("/", "/opgaven", "/weken", "/feed.atom")
# Pages with a life of their own: the statements of the organisation, files, and the work behind the sign-in.
ELSEWHERE = ("/static/", "/bord", "/toegankelijkheid", "/privacy")
LINK = re.compile(r'href="(?:http://127\.0\.0\.1:8000)?(/[^"#]*)')


def everything_public(visitor: Client, *also: str) -> dict[str, str]:
    """Every public page and feed by address, with its headers; `also` names pages that nobody links to."""
    found: dict[str, str] = {}
    waiting = [*STARTS, *also]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith(ELSEWHERE):
            continue
        response = visitor.get(address)
        found[address] = f"{address}\n{response.headers}\n{response.text}"
        waiting += [link.replace("&amp;", "&") for link in LINK.findall(response.text)]
    return found

"""Everything a citizen can reach: each address that anyone may read, and all that their links lead to."""

import re
from dataclasses import replace

from board.public.site.pages import addresses
from tests.client import Client

# The work behind the sign-in, and the posters: those take seconds, and have tests of their own.
ELSEWHERE = re.compile(r"/static/|/bord|.*\.pdf$")
LINK = re.compile(r'(?:href|src)="(?:http://127\.0\.0\.1:8000)?(/[^"#]*)')
SET = re.compile(r'srcset="([^"]+)"')
WORDS = re.compile(r"^text/|json|xml")


def everything_public(visitor: Client, *also: str) -> dict[str, str]:
    """Every public page, feed and file by address, with its headers; `also` names addresses of nobody's making."""
    config = visitor.application.config
    config["SETTINGS"] = replace(config["SETTINGS"], embed_hosts=("https://www.lindewaard.example",))
    found: dict[str, str] = {}
    waiting = [*addresses(visitor.application), *also]
    while waiting:
        address = waiting.pop()
        if address in found or ELSEWHERE.match(address):
            continue
        response = visitor.get(address)
        text = response.text if WORDS.search(response.mimetype or "") else ""
        found[address] = f"{address}\n{response.headers}\n{text}"
        waiting += _links(text)
    return found


def _links(text: str) -> list[str]:
    sets = [one.split()[0] for several in SET.findall(text) for one in several.split(", ")]
    return [link.replace("&amp;", "&") for link in (*LINK.findall(text), *sets)]

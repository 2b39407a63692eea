"""What a first visit costs in bytes and requests, as they cross the wire."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.parametrize("opgavebord", ["sqlite"], indirect=True)
KILO = 1000


class Wire:
    """Counts what a page fetches."""

    def __init__(self, page: Page) -> None:
        self.bytes: dict[str, int] = {}
        self.names: dict[str, str] = {}
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._sent)
        wire.on("Network.loadingFinished", self._finished)

    def _sent(self, event: dict[str, Any]) -> None:
        self.names[event["requestId"]] = event["request"]["url"].partition("#")[0]

    def _finished(self, event: dict[str, Any]) -> None:
        name = self.names[event["requestId"]]
        self.bytes[name] = self.bytes.get(name, 0) + int(event["encodedDataLength"])

    @property
    def total(self) -> int:
        return sum(self.bytes.values())


@pytest.fixture
def weigh() -> Callable[[Page, str], Wire]:
    """Open an address with nothing kept from before, and count."""

    def first_visit(page: Page, address: str) -> Wire:
        wire = Wire(page)
        page.goto(address, wait_until="load")
        page.wait_for_load_state("networkidle")
        return wire

    return first_visit


def test_the_first_visit_of_a_board(member: Page, weigh: Callable[[Page, str], Wire]) -> None:
    wire = weigh(member, "/bord/opgaven/schulden")
    expect(member.locator("#bord")).to_be_visible()
    assert wire.total <= 100 * KILO, wire.bytes
    assert len(wire.bytes) <= 6, wire.bytes


def test_the_first_visit_of_the_public_week(citizen: Page, weigh: Callable[[Page, str], Wire]) -> None:
    wire = weigh(citizen, "/")
    assert wire.total <= 60 * KILO, wire.bytes

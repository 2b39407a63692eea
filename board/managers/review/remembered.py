"""How opgaven stand, remembered in this process until somebody changes something on them or the day is over."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from flask import current_app

from board.blocks import BLOCKS
from board.blocks.weekly import Trend, last_weeks, trends
from board.core.record.weeks import Week, today
from board.managers.review.queries import Followed, Lead, leads


class Glance(NamedTuple):
    """One opgave: its blocks in their order, who leads it, and how many questions wait."""

    trends: tuple[Trend, ...]
    leads: Sequence[Lead]
    asks: int


# What it all depends on: whoever changes something on an opgave raises its version, and facts tell how long ago.
Seen = tuple[int, date]


def glances(opgaven: Collection[Followed]) -> Mapping[int, Glance]:
    """How these opgaven stand. What nobody touched since the last look is not asked again."""
    known: dict[int, tuple[Seen, Glance]] = current_app.extensions.setdefault("glances", {})
    on = today()
    seen: dict[int, Seen] = {one.id: (one.version, on) for one in opgaven}
    changed = [number for number, now in seen.items() if number not in known or known[number][0] != now]
    for number, found in _look(changed).items() if changed else ():
        known[number] = (seen[number], found)
    return {number: known[number][1] for number in seen}


def _look(opgaven: Collection[int]) -> dict[int, Glance]:
    found, leading, asks = trends(opgaven, last_weeks(Week.now())), leads(opgaven), _asks(opgaven)
    return {
        one: Glance(tuple(found[one, block.key] for block in BLOCKS), leading.get(one, ()), asks[one])
        for one in opgaven
    }


def _asks(opgaven: Collection[int]) -> dict[int, int]:
    """How much each team asks of who leads, over all blocks."""
    total: dict[int, int] = dict.fromkeys(opgaven, 0)
    for block in BLOCKS:
        for one, many in block.review.count_requests(opgaven).items():
            total[one] += many
    return total

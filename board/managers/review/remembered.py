"""How opgaven stand, remembered in this process until somebody changes something on them or the day is over."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from board.blocks import BLOCKS
from board.blocks.weekly import Trend, last_weeks, trends
from board.core.record.weeks import Week
from board.managers.review.queries import Followed, Lead, leads
from board.web import cache


class Glance(NamedTuple):
    """One opgave: its blocks in their order, who leads it, and how many questions wait."""

    trends: tuple[Trend, ...]
    leads: Sequence[Lead]
    asks: int


def glances(opgaven: Collection[Followed]) -> Mapping[int, Glance]:
    """How these opgaven stand. What nobody touched since the last look is not asked again."""
    shelf = cache.shelf("glances", rights=())  # facts, of opgaven that who looks may see
    versions = {opgave.id: opgave.version for opgave in opgaven}
    known: dict[int, Glance | None] = {number: shelf.get(number, version) for number, version in versions.items()}
    changed = [number for number, glance in known.items() if glance is None]
    fresh = _look(changed) if changed else {}
    for number, glance in fresh.items():
        shelf.put(number, versions[number], glance)
    return {number: glance or fresh[number] for number, glance in known.items()}


def _look(opgaven: Collection[int]) -> dict[int, Glance]:
    found, leading, asks = trends(opgaven, last_weeks(Week.now())), leads(opgaven), _asks(opgaven)
    return {
        opgave: Glance(tuple(found[opgave, block.key] for block in BLOCKS), leading.get(opgave, ()), asks[opgave])
        for opgave in opgaven
    }


def _asks(opgaven: Collection[int]) -> dict[int, int]:
    """How much each team asks of who leads, over all blocks."""
    total: dict[int, int] = dict.fromkeys(opgaven, 0)
    for block in BLOCKS:
        for opgave, many in block.review.count_requests(opgaven).items():
            total[opgave] += many
    return total

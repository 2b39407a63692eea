"""Opgaven × five blocks: which rows somebody asked to see, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from board.blocks import BLOCKS
from board.blocks.answers import Health, Progress
from board.blocks.contract import Block
from board.blocks.weekly import Trend
from board.core.people.people import Person
from board.managers.review.drawing import Head, RowContext, drawn
from board.managers.review.queries import Followed, Lead, followed
from board.managers.review.remembered import glances

BY_SLUG = {block.slug: block for block in BLOCKS}
HEALTHS = {health.value: health for health in Health}


class MatrixOrder(Enum):
    """What stands first; the value stands in the address."""

    ASKS = ""
    ALIVE = "leeft"
    NAME = "naam"


ORDERS = {order.value: order for order in MatrixOrder}


class ReviewFilter(NamedTuple):
    """What somebody wants to see, as the address says it."""

    mine: bool = False
    block: Block | None = None
    health: Health | None = None
    order: MatrixOrder = MatrixOrder.ASKS
    # The opgave of which somebody reads what the team asks, in the row below it.
    opened: str = ""

    @classmethod
    def of(cls, args: MultiDict[str, str]) -> "ReviewFilter":
        """Words that mean nothing here are left out."""
        block, health = BY_SLUG.get(args.get("blok", "")), HEALTHS.get(args.get("staat", ""))
        order = ORDERS.get(args.get("op", ""), MatrixOrder.ASKS)
        return cls(args.get("mij") == "1", block, health, order, args.get("open", ""))

    def address(self, opened: str = "") -> dict[str, str]:
        """The same as the parts of an address, with another row open, or none."""
        parts = {
            "blok": self.block.slug if self.block else "",
            "staat": self.health.value if self.health else "",
            "op": self.order.value,
            "mij": "1" if self.mine else "",
            "open": opened,
        }
        return {name: value for name, value in parts.items() if value}

    @property
    def is_narrow(self) -> bool:
        return self.mine or self.health is not None


class MatrixCell(NamedTuple):
    """One block of one opgave: how it stands, and its line of twelve weeks."""

    block: Block
    trend: Trend

    @property
    def progress(self) -> Progress:
        return self.trend.progress


@dataclass(frozen=True)
class MatrixRow:
    """One opgave with its five blocks, who leads it, and how many questions wait."""

    opgave: Followed
    cells: Sequence[MatrixCell]
    leads: Sequence[Lead]
    asks: int

    def draw(self, here: str, chosen: str, opened: str) -> Markup:
        """As a row of the page at `here`, with what was `chosen` there, and the opgave that is `opened`."""
        slug = self.opgave.slug
        head = Head(slug, self.opgave.title, tuple(self.leads), self.asks)
        return drawn(head, [cell.trend for cell in self.cells], RowContext(here, chosen, opened == slug))

    def healths(self, block: Block | None) -> list[Health]:
        """How it stands: in one block, or in all."""
        return [cell.progress.health for cell in self.cells if block is None or cell.block is block]


def matrix(person: Person, wanted: ReviewFilter) -> list[MatrixRow]:
    """The rows that this person may see and wants to, what asks most attention first."""
    opgaven = [opgave for opgave in followed(person) if opgave.role is not None or not wanted.mine]
    rows = _rows(opgaven)
    if wanted.health is not None:
        rows = [row for row in rows if wanted.health in row.healths(wanted.block)]
    if wanted.order is MatrixOrder.NAME:
        return rows
    if wanted.order is MatrixOrder.ALIVE:
        return sorted(rows, key=lambda row: not _lives(row, wanted.block))
    return sorted(rows, key=lambda row: _urgency(row, wanted.block))


def _urgency(row: MatrixRow, block: Block | None) -> list[int]:
    """How many cells ask, and how many are quiet; and then how many questions wait. The most first."""
    found = row.healths(block)
    return [-found.count(Health.ASKS), -found.count(Health.QUIET), -row.asks]


def _lives(row: MatrixRow, block: Block | None) -> bool:
    """Whether all of it lives, to see what goes well and say thanks. Not how much: nobody is ranked."""
    return set(row.healths(block)) == {Health.ALIVE}


def _rows(opgaven: Sequence[Followed]) -> list[MatrixRow]:
    found = glances(opgaven)
    return [
        MatrixRow(
            opgave,
            [MatrixCell(*pair) for pair in zip(BLOCKS, found[opgave.id].trends, strict=True)],
            *found[opgave.id][1:],
        )
        for opgave in opgaven
    ]

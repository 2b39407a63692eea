"""What a team asks of who looks along, in place: below its row, and on the page behind a cell."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from board.blocks import BLOCKS
from board.blocks.contract import Block
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session
from board.managers.review.matrix import MatrixRow
from board.web.guards import MANAGERS


class OpenRequests(NamedTuple):
    """What a team asks in one block, for the block's own `_asked.html`."""

    block: Block
    things: Sequence[Any]


class OpenedRow(NamedTuple):
    """The row whose questions somebody reads now."""

    opgave: Opgave
    asked: Sequence[OpenRequests]
    can_help: bool


def requests_by_block(opgave: Opgave, blocks: Iterable[Block] = BLOCKS) -> list[OpenRequests]:
    """Everything that a team asks, block by block."""
    return [OpenRequests(block, things) for block in blocks if (things := block.review.requests(opgave))]


def opened_row(rows: Iterable[MatrixRow], slug: str, person: Person) -> OpenedRow | None:
    """The questions of one of these rows; None when it is not among them."""
    row = next((row for row in rows if row.opgave.slug == slug), None)
    if row is None:
        return None
    opgave = session.get_one(Opgave, row.opgave.id)
    return OpenedRow(opgave, requests_by_block(opgave), not {row.opgave.role, person.org_role}.isdisjoint(MANAGERS))

"""The five building blocks, in order. A new one is a folder here and a line below."""

from collections.abc import Iterator
from functools import partial

from flask import Blueprint

from board.blocks import citizen, increments, leadership, talents, why

BLOCKS = (why.block, citizen.block, increments.block, leadership.block, talents.block)
BY_KEY = {block.key: block for block in BLOCKS}
# What the blocks say on the cards of a board, in this order.
CARD_MARKS = tuple(block.mark for block in BLOCKS if block.mark is not None)
MARK_COLUMNS = tuple(mark.column for mark in CARD_MARKS)


def all_routes() -> Iterator[Blueprint]:
    """The pages of each block on an opgave, and those over all opgaven."""
    for block in BLOCKS:
        yield block.routes
        yield from block.elsewhere


for _block in BLOCKS:
    # The pages of a block show its number, name and question, and the way to the other four.
    _block.routes.context_processor(partial(dict, block=_block, blocks=BLOCKS))

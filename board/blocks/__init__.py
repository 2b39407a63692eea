"""The building blocks, in order. A new one is a folder here and a line below."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from flask import Blueprint

from board.blocks.contract import Block

KEYS = (
    "why",
    "citizen",
    "increments",
    "leadership",
    "talents",
)
BLOCKS: tuple[Block, ...] = tuple(import_module(f"board.blocks.{key}").block for key in KEYS)
BY_KEY = {block.key: block for block in BLOCKS}
# Where a card lands, and what a phone shows first, when nobody chose a block.
DEFAULT = next((block for block in BLOCKS if block.takes_new_cards), BLOCKS[0])
# What the blocks say on the cards of a board, in this order.
CARD_MARKS = tuple(block.board.mark for block in BLOCKS if block.board.mark is not None)
MARK_COLUMNS = tuple(mark.column for mark in CARD_MARKS)


def all_routes() -> Iterator[Blueprint]:
    """The pages of each block on an opgave, and those over all opgaven."""
    for block in BLOCKS:
        yield from block.routes


for _block in BLOCKS:
    # The pages of a block show its number, name and question, and the way to the others.
    _block.routes[0].context_processor(partial(dict, block=_block, blocks=BLOCKS))

"""The five building blocks, in order. A new one is a folder here and a line below."""

from functools import partial

from board.blocks import citizen, increments, leadership, talents, why

BLOCKS = (why.block, citizen.block, increments.block, leadership.block, talents.block)
BY_KEY = {block.key: block for block in BLOCKS}

for _block in BLOCKS:
    # The pages of a block show its number, name and question, and the way to the other four.
    _block.routes.context_processor(partial(dict, block=_block, blocks=BLOCKS))

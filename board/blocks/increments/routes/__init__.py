"""The pages of the third block: the stack, and the bigger results it piles up to."""

from board.blocks.increments.routes import big_results, index, piles

__all__ = ["big_results", "index", "piles"]

"""The pages of the first block: the worry, what was said of it, stories, and why a card is there."""

from board.blocks.why.routes import index, reasons, stories, worries, worry_checks

__all__ = ["index", "reasons", "stories", "worries", "worry_checks"]

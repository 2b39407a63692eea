"""The pages of the first block: the worry, what was said of it, stories, and why a card is there."""

from board.blocks.why.routes import index, stories, visibility

__all__ = ["index", "stories", "visibility"]

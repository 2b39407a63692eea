"""What the fifth block knows: talents that are asked and found, people and what they can, and lessons put to use."""

from board.blocks.talents.queries.requests import living_answer, news, progress
from board.blocks.talents.rules import RECENT

__all__ = ["RECENT", "living_answer", "news", "progress"]

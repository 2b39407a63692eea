"""The pages of the second block: needs on one opgave, and signals over all opgaven."""

from board.blocks.citizen.routes import index, needs, signal_page, signal_steps, signals

__all__ = ["index", "needs", "signal_page", "signal_steps", "signals"]

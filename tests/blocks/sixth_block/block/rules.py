"""The rule of the sixth block: it lives when somebody visited."""

from board.blocks.answers import Health, Progress


def judge(visits: int) -> Progress:
    """Quiet without a visit."""
    return Progress(Health.ALIVE if visits else Health.QUIET)

"""Why a step on a signal is refused: somebody was there first, or something else comes before it."""


class Taken(Exception):
    """A colleague took the signal up already."""


class NotTaken(Exception):
    """First somebody takes the signal up; then it can be handed over."""


class IsCard(Exception):
    """There is a card of this signal already."""


class IsClosed(Exception):
    """It was told back, or somebody said “nu niet”. To go on from there, it is opened again first."""

"""Long work in parts, each in a transaction of its own, so that nobody waits for the whole (decision 0039)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TypeVar, cast

from sqlalchemy import Engine

from board.db import PATIENCE, PATIENCE_OF_COMMANDS, ledger, ledger_of, session, stop_reading, transaction

# Things in one part: a twentieth of a second of writing on a quiet machine, so never half a second on a busy one.
PART = 100
Thing = TypeVar("Thing")


class WritingAlready(RuntimeError):
    """Who works in parts wrote nothing before them: that would be half kept, or stand in the way of the parts."""


def in_batches(steps: Iterable[Callable[[], object]], seconds: float | None = None) -> bool:
    """Do each step in a transaction of its own; what was done stays, so doing all of it again must add nothing.

    What a step needs is read and planned while `steps` is asked for it, and then nobody waits. After so many `seconds`
    no new step begins. Returns whether all of them were done. Raises db.Busy, and WritingAlready. Within a transaction
    of which all belongs together (`db.transaction`), it does belong together.
    """
    began = monotonic()
    for step in steps:
        if seconds is not None and monotonic() - began > seconds:
            return False
        if ledger().is_whole:
            step()
        else:
            _apart(step)
    return True


def _apart(step: Callable[[], object]) -> None:
    outer, theirs = session(), ledger()
    if isinstance(outer.bind, Engine) and (theirs.writes or outer.new or outer.dirty):
        raise WritingAlready
    stop_reading(outer)
    patience = PATIENCE_OF_COMMANDS if theirs.writes is None else PATIENCE
    with transaction(cast(Engine, outer.bind), patience) as part:
        ledger_of(part).limits, ledger_of(part).who = theirs.limits, theirs.who
        step()


def split_batches(
    things: Iterable[Thing], size: Callable[[Thing], int] = lambda _thing: 1
) -> Iterator[Sequence[Thing]]:
    """These things in parts of some PART; `size` says for how many one counts."""
    part, full = list[Thing](), 0
    for thing in things:
        part.append(thing)
        full += size(thing)
        if full >= PART:
            yield part
            part, full = [], 0
    if part:
        yield part

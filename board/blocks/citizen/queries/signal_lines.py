"""A signal as a page shows it to one person: where it stands today, which opgave they may know of, what they may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.queries.signal_rights import Place, Reach


@dataclass(frozen=True)
class Line:
    """One signal, seen by one person on one day."""

    signal: Signal
    state: SignalState
    place: Place | None
    may_act: bool
    is_mine: bool

    @property
    def is_orphan(self) -> bool:
        return self.state is SignalState.ORPHAN

    @property
    def has_lapsed(self) -> bool:
        """Somebody took it up, and no card came of it in time."""
        return self.is_orphan and self.signal.state is SignalState.CLAIMED


def line(signal: Signal, reach: Reach, day: date) -> Line:
    """How this person sees this signal on this day."""
    mine = signal.is_claimed_by(reach.person, day)
    return Line(signal, signal.state_on(day), reach.place(signal), reach.may_act(signal), mine)


def lines(signals: Iterable[Signal], reach: Reach, day: date) -> list[Line]:
    return [line(signal, reach, day) for signal in signals]

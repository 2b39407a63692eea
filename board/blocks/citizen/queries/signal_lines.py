"""A signal as a page shows it to one person: where it stands today, which opgave they may know of, what they may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from board.blocks.citizen.models import Signal, SignalState
from board.blocks.citizen.queries.signal_rights import SignalRights, VisibleOpgave


@dataclass(frozen=True)
class SignalLine:
    """One signal, seen by one person on one day."""

    signal: Signal
    state: SignalState
    place: VisibleOpgave | None
    may_act: bool
    is_mine: bool

    @property
    def is_orphan(self) -> bool:
        return self.state is SignalState.ORPHAN

    @property
    def has_lapsed(self) -> bool:
        """Somebody took it up, and no card came of it in time."""
        return self.is_orphan and self.signal.state is SignalState.CLAIMED


def line_of(signal: Signal, reach: SignalRights, day: date) -> SignalLine:
    """How this person sees this signal on this day."""
    mine = signal.is_claimed_by(reach.person, day)
    return SignalLine(signal, signal.state_on(day), reach.place(signal), reach.may_act(signal), mine)


def lines_of(signals: Iterable[Signal], reach: SignalRights, day: date) -> list[SignalLine]:
    return [line_of(signal, reach, day) for signal in signals]

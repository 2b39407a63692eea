"""Where a signal stands on a day, as columns for a query."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from board.blocks.citizen.models import Signal, SignalState


def orphan_on(day: date) -> ColumnElement[bool]:
    """Nobody has it: never taken up, or taken up and lapsed without a card. `Signal.state_on` says the same."""
    lapsed = and_(Signal.state == SignalState.CLAIMED, Signal.claimed_until < day)
    return or_(Signal.state == SignalState.ORPHAN, lapsed)


def stands(state: SignalState, day: date) -> ColumnElement[bool]:
    """Whether a signal stands so on that day."""
    if state is SignalState.ORPHAN:
        return orphan_on(day)
    if state is SignalState.CLAIMED:
        return and_(Signal.state == state, Signal.claimed_until >= day)
    return Signal.state == state

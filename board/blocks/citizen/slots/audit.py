"""Who may take back what was done with a signal."""

from collections.abc import Sequence

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries.signal_rights import rights_of
from board.core.people.people import Person, Role
from board.core.record.history import Change
from board.db import session


def may_undo(person: Person, change: Change, _step: Sequence[Change], _role: Role | None) -> bool | None:
    """Who may act on a signal takes back what was done with it."""
    if change.kind != "signal":
        return None
    signal = session.get(Signal, change.thing_id)
    return signal is not None and rights_of(person).may_act(signal)

"""What a session keeps of the work it does: who works, under which limits, and what was written so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from board.config import Limits
from board.db.sqlite import Turn

_PLACE = "ledger"


@dataclass(slots=True)
class Ledger:
    """One for each session. The first part lasts as long as it, the second ends with each transaction.

    With slots, so that a name that is written wrong is an error and no new note.
    """

    limits: Limits = field(default_factory=Limits)
    # The number of the person who works; None for a command, and for who is not signed in.
    who: int | None = None
    # Whether this request began to write; None outside a request, where nobody has to begin.
    writes: bool | None = None
    # Its place in the queue of those who write.
    turn: Turn | None = None
    # All that happens in this session belongs together: work in parts is one part.
    is_whole: bool = False
    # The import that is at work; minus its number when it is undone.
    import_id: int | None = None
    # What the privacy check finds in long texts that were looked through beforehand, by text.
    findings: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    # The number under which the history keeps all that this transaction does.
    step: int | None = None
    # The row of the history by kind and number of the thing.
    written: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    # The rows of this flush that the counters did not see yet.
    changes: list[dict[str, Any]] = field(default_factory=list)
    # Numbers of opgaven: held until the end, and counted when they were.
    held: set[int] = field(default_factory=set)
    counted_ahead: set[int] = field(default_factory=set)
    # Whether something changed that citizens can read.
    public_changed: bool = False


def ledger_of(session: Session) -> Ledger:
    """The ledger of this session, begun when it is asked for first."""
    ledger: Ledger | None = session.info.get(_PLACE)
    if ledger is None:
        ledger = session.info[_PLACE] = Ledger()
    return ledger

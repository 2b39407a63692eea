"""Who may take back what was done with a request of a team."""

from collections.abc import Sequence

from board.core.people.people import Person, Role
from board.core.people.roles import MANAGERS
from board.core.record.history import Change


def may_undo(person: Person, change: Change, _step: Sequence[Change], role: Role | None) -> bool | None:
    """An answer is of who may answer; the request itself is of the team, as its table declares."""
    if change.kind == "support_request" and "answer" in change.fields and change.verb == "changed":
        return role in MANAGERS or person.org_role in MANAGERS
    return None

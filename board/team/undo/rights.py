"""Who may take a step back: who could take it now. A role that was lost since takes nothing back."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from board.blocks import BLOCKS
from board.core.opgaven.opgaven import Membership
from board.core.people.people import Person, Role
from board.core.record.history import AUDITED, Change
from board.db import session


def may_take_back(person: Person, changes: Iterable[Change]) -> bool:
    """Whether this person may still do everything that this step did."""
    step = list(changes)
    roles = dict(
        session.execute(select(Membership.opgave_id, Membership.role).where(Membership.person_id == person.id)).all()
    )
    return all(_may(person, change, step, roles.get(change.opgave_id or 0)) for change in step)


def _may(person: Person, change: Change, step: Sequence[Change], role: Role | None) -> bool:
    """What a block says of it, and otherwise what the table of the thing declares."""
    for block in BLOCKS:
        verdict = block.audit.may_undo(person, change, step, role)
        if verdict is not None:
            return verdict
    model = AUDITED.get(change.kind)
    if model is None:
        return False
    roles = model.__audit__.undone_by
    return role in roles or person.org_role in roles or _is_own(person, change)


def _is_own(person: Person, change: Change) -> bool:
    """Whether this thing is theirs, for a table that declares by which column that is known."""
    model = AUDITED[change.kind]
    thing = session.get(model, change.thing_id) if model.__audit__.own else None
    return thing is not None and getattr(thing, model.__audit__.own) == person.id

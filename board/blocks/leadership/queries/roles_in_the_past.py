"""Who had which role on an opgave on a day in the past, read from the history."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select

from board.core.opgaven.noted import end_of
from board.core.opgaven.opgaven import Membership
from board.core.people.people import Role
from board.core.record.history import Change
from board.core.record.weeks import now as this_moment
from board.db import session


def roles_on(opgaven: Collection[int], day: date) -> dict[int, frozenset[Role]]:
    """The roles that somebody had at the end of that day, by opgave. Two queries; of today one is enough."""
    now: dict[int, dict[int, Role]] = defaultdict(dict)
    members = select(Membership.opgave_id, Membership.id, Membership.role).where(Membership.opgave_id.in_(opgaven))
    for opgave, number, role in session.execute(members):
        now[opgave][number] = role
    moment = end_of(day)
    if moment > this_moment():
        return {opgave: frozenset(now[opgave].values()) for opgave in opgaven}
    changes: dict[int, list[Change]] = defaultdict(list)
    told = select(Change).where(Change.opgave_id.in_(opgaven), Change.kind == "membership").order_by(Change.id)
    for change in session.scalars(told):
        changes[change.opgave_id or 0].append(change)
    return {opgave: frozenset(roles_at(moment, now[opgave], changes[opgave]).values()) for opgave in opgaven}


def roles_at(moment: datetime, now: Mapping[int, Role], changes: Iterable[Change]) -> dict[int, Role]:
    """The role of each membership at a moment: {number of the membership: role}.

    `now`: the roles of today. What no change tells about was always there; so was the role before the first change.
    """
    roles: dict[int, Role | None] = dict(now)
    heard: set[int] = set()
    for change in changes:
        if change.verb == "changed" and "role" not in change.fields:
            continue  # something else changed
        before, after = _roles(change)
        if change.thing_id not in heard:
            heard.add(change.thing_id)
            roles[change.thing_id] = before
        if change.at < moment:
            roles[change.thing_id] = after
    return {number: role for number, role in roles.items() if role is not None}


def _roles(change: Change) -> tuple[Role | None, Role | None]:
    """The role before and after; None for nobody. Who left takes the role along, and the history does not say which."""
    before, after = change.fields.get("role", (None, None))
    before_it = Role(before) if before and change.verb != "made" else None
    return before_it, Role(after) if after and change.verb != "removed" else None

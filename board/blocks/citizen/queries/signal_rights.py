"""Who may see a signal, and who may act on it: the one place that says so.

Everybody who is signed in sees the signals that nobody has, and those without an opgave: anyone may take them up.
A signal of an opgave that somebody has is seen by who has a role there, by a manager or administrator, by who caught
it and by who took it up. Who took it up, who caught it and the team of its opgave act on it.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, true

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries.signal_states import orphan_on
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import WORKS, Person, Role
from board.db import session


class VisibleOpgave(NamedTuple):
    """An opgave that somebody may see, and their role on it, if any."""

    id: int
    slug: str
    short_name: str
    role: Role | None

    @property
    def works(self) -> bool:
        """Whether they make cards there."""
        return self.role in WORKS


class SignalRights:
    """What one person may do with signals: the opgaven they see, and those on which they work."""

    def __init__(self, person: Person, places: Sequence[VisibleOpgave]) -> None:
        self.person = person
        self.places = {place.id: place for place in places}

    def place(self, signal: Signal) -> VisibleOpgave | None:
        """Its opgave; None without one, and for who may not know which."""
        return self.places.get(signal.opgave_id or 0)

    @property
    def boards(self) -> list[VisibleOpgave]:
        """Where they may make a card."""
        return [place for place in self.places.values() if place.works]

    def may_act(self, signal: Signal) -> bool:
        """Change it, hand it over, make a card of it, tell it back, or say “nu niet”."""
        place = self.place(signal)
        is_theirs = self.person.id in {signal.caught_by_id, signal.claimed_by_id}
        return is_theirs or (place is not None and place.works)


def rights_of(person: Person) -> SignalRights:
    """In one query."""
    mine = and_(Membership.opgave_id == Opgave.id, Membership.person_id == person.id)
    sees_all = person.org_role is not None
    query = select(Opgave.id, Opgave.slug, Opgave.short_name, Membership.role)
    rows = session.execute(query.join(Membership, mine, isouter=sees_all).order_by(Opgave.short_name, Opgave.id))
    return SignalRights(person, [VisibleOpgave(*row) for row in rows])


def visible_to(person: Person, day: date) -> ColumnElement[bool]:
    """The signals that this person sees on that day."""
    if person.org_role is not None:
        return true()
    theirs = select(Membership.opgave_id).where(Membership.person_id == person.id)
    return or_(
        Signal.opgave_id.is_(None),
        orphan_on(day),
        Signal.opgave_id.in_(theirs),
        Signal.caught_by_id == person.id,
        Signal.claimed_by_id == person.id,
    )

"""The worry of now, since when nobody said to be still awake of it, and who is asked to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from board.blocks.why.rules import Heartbeat, asks_before
from board.core.opgaven.noted import existed_on, not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.worries import Worry, WorryCheck
from board.core.people.people import Person, Role
from board.db import limits, session

A_FEW = 3


@dataclass(frozen=True)
class WorryNow:
    """The worry that drives an opgave, and the last sentence that kept it alive."""

    worry: Worry
    check: WorryCheck | None
    # Whether it is time for a new sentence.
    asks: bool = False

    @property
    def heartbeat(self) -> Heartbeat:
        return Heartbeat(self.worry.signed_on, self.check.checked_on if self.check else None)


def worry_now(opgave: Opgave) -> WorryNow | None:
    """The worry that counts now with its newest check, in one query."""
    row = session.execute(
        select(Worry, WorryCheck)
        .outerjoin(WorryCheck, and_(WorryCheck.worry_id == Worry.id, not_removed(WorryCheck)))
        .where(Worry.opgave_id == opgave.id, not_removed(Worry))
        .order_by(Worry.signed_on.desc(), Worry.id.desc(), WorryCheck.checked_on.desc(), WorryCheck.id.desc())
        .options(joinedload(Worry.person), joinedload(WorryCheck.person))
        .limit(1)
    ).first()
    return WorryNow(row[0], row[1]) if row else None


def heartbeats(person: Person, on: date) -> Sequence[Worry]:
    """The worries that wait for a sentence of this person: who leads, who is sponsor, and who signed. One query."""
    later = aliased(Worry)
    newer = and_(
        later.opgave_id == Worry.opgave_id,
        later.removed_at.is_(None),
        or_(later.signed_on > Worry.signed_on, and_(later.signed_on == Worry.signed_on, later.id > Worry.id)),
    )
    signed_it = and_(Membership.role == Role.MEMBER, Worry.person_id == person.id)
    return session.scalars(
        select(Worry)
        .join(Membership, and_(Membership.opgave_id == Worry.opgave_id, Membership.person_id == person.id))
        .where(not_removed(Worry), ~select(later.id).where(newer).exists())
        .where(Worry.confirmed_on < asks_before(on, limits().heartbeat_weeks))
        .where(or_(Membership.role.in_([Role.LEAD, Role.SPONSOR]), signed_it))
        .order_by(Worry.confirmed_on, Worry.id)
        .options(joinedload(Worry.opgave, innerjoin=True), joinedload(Worry.person))
        .limit(A_FEW)
    ).all()


def checks_by_worry(checks: Iterable[WorryCheck]) -> Mapping[int, list[WorryCheck]]:
    """What was said of each worry, by its number."""
    said = defaultdict(list)
    for check in checks:
        said[check.worry_id].append(check)
    return said


def heartbeats_on(opgaven: Collection[int], on: date) -> dict[int, Heartbeat]:
    """The heartbeat of each opgave as it was on that day, by its number. One query.

    Of the worry that counted then, with what was said of it until then.
    """
    said = and_(WorryCheck.worry_id == Worry.id, WorryCheck.checked_on <= on, existed_on(WorryCheck, on))
    rows = session.execute(
        select(Worry.opgave_id, Worry.signed_on, func.max(WorryCheck.checked_on))
        .outerjoin(WorryCheck, said)
        .where(Worry.opgave_id.in_(opgaven), Worry.signed_on <= on, existed_on(Worry, on))
        .group_by(Worry.id, Worry.opgave_id, Worry.signed_on)
        .order_by(Worry.signed_on, Worry.id)
    )
    return {number: Heartbeat(signed, confirmed) for number, signed, confirmed in rows}  # the newest speaks last

"""Two cheap counters that tell whether a screen is still right: one per opgave, one for all public pages."""

from typing import Any

from sqlalchemy import Integer, String, event, select, union, update
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from board.core.opgaven import opgaven
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Membership, Opgave, hold
from board.core.people.people import Person
from board.core.record.history import AUDITED, Audited
from board.db import Base, ledger_of, session


class Counter(Base):
    """A number that only grows."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    value: Mapped[int] = mapped_column(Integer, default=0)


def public_version() -> int:
    """Changes whenever something that citizens can read may have changed."""
    return session.scalar(select(Counter.value).where(Counter.name == "public")) or 0


@event.listens_for(Session, "before_flush")
def hold_what_changes(session: Session, *_flush: object) -> None:
    """Opgaven first, in their order, and then what changes on them: see `opgaven.hold`."""
    changed = [thing for thing in session.dirty if isinstance(thing, Audited) and session.is_modified(thing)]
    people = [thing.id for thing in changed if isinstance(thing, Person)]
    things = (thing for thing in (*session.new, *changed, *session.deleted) if isinstance(thing, Audited))
    numbers = {number for thing in things if (number := _opgave_of(thing)) is not None}
    hold(*numbers | _boards_of(session, people), by=session)


def _opgave_of(thing: Any) -> int | None:
    """The opgave on whose board a thing stands, as far as that is known without a question."""
    if not thing.__audit__.on_board:
        return None
    given = thing if isinstance(thing, Opgave) else thing.__dict__.get("opgave")
    return thing.__dict__.get("opgave_id") if given is None else given.__dict__.get("id")


@event.listens_for(Session, "after_flush")
def count_changes(session: Session, _context: UOWTransaction) -> None:
    """Count what the history wrote in this flush."""
    ledger = ledger_of(session)
    changes, ledger.changes = ledger.changes, []
    if not changes:
        return
    on_boards = [change for change in changes if AUDITED[change["kind"]].__audit__.on_board]
    touched = {number for change in on_boards for number in _opgaven_of(change) if number}
    people = [change["thing_id"] for change in changes if change["kind"] == "person"]
    _count_boards(session, touched | _boards_of(session, people))
    if any(_is_public(change) for change in changes):
        ledger.public_changed = True


def _count_boards(session: Session, touched: set[int]) -> None:
    """What was counted when somebody took their turn is not counted again."""
    ahead = ledger_of(session).counted_ahead
    for number in sorted(touched - ahead):
        opgaven.count_change(number, session)
    ahead -= touched


@event.listens_for(Session, "before_commit")
def count_for_citizens(session: Session) -> None:
    """Last of all, because everybody who changes something for citizens waits here for each other."""
    session.flush()
    ledger = ledger_of(session)
    if ledger.public_changed:
        ledger.public_changed = False
        # The first migration made the row.
        session.connection().execute(update(Counter).where(Counter.name == "public").values(value=Counter.value + 1))


@event.listens_for(Session, "after_rollback")
def nothing_changed(session: Session) -> None:
    """What was rolled back, citizens will not see."""
    ledger_of(session).public_changed = False


def _opgaven_of(change: dict[str, Any]) -> tuple[int | None, ...]:
    """The opgave it belongs to; and where it came from, when it moved."""
    came_from, *_now = change["fields"].get("opgave_id") or [None]
    return change["opgave_id"], came_from


def _is_public(change: dict[str, Any]) -> bool:
    public = AUDITED[change["kind"]].__audit__.public
    return public if isinstance(public, bool) else not public.isdisjoint(change["fields"])


def _boards_of(session: Session, people: list[int]) -> set[int]:
    """The boards on which these people stand."""
    if not people:
        return set()
    on_team = select(Membership.opgave_id).where(Membership.person_id.in_(people))
    # Who left a team still stands on the cards they finished there.
    on_cards = select(Card.opgave_id).where(Card.owner_id.in_(people))
    return set(session.connection().scalars(union(on_team, on_cards)))

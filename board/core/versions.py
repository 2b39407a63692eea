"""Two cheap counters that tell whether a screen is still right: one per opgave, one for all public pages."""

from typing import Any

from sqlalchemy import Integer, String, event, select, union, update
from sqlalchemy.orm import Mapped, Session, UOWTransaction, attributes, mapped_column

from board.core.cards import Card
from board.core.opgaven import Membership, Opgave
from board.db import Base, session

# Kinds of things that citizens may come to see, directly or by a name.
PUBLIC_KINDS = frozenset(
    {"opgave", "membership", "card", "result", "big_result", "piled", "worry", "worry_check", "week_page"}
    | {"person", "face_limit", "organisation", "result_photo"}
)
# What belongs to an opgave and stands on no board of it.
NOT_ON_THE_BOARD = frozenset({"council_line"})


class Counter(Base):
    """A number that only grows."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    value: Mapped[int] = mapped_column(Integer, default=0)


def public_version() -> int:
    """Changes whenever something that citizens can read may have changed."""
    return session.scalar(select(Counter.value).where(Counter.name == "public")) or 0


@event.listens_for(Session, "after_flush")
def count(session: Session, _context: UOWTransaction) -> None:
    """Count what the history wrote in this flush."""
    changes: list[dict[str, Any]] = session.info.pop("changes", [])
    if not changes:
        return
    on_boards = [change for change in changes if change["kind"] not in NOT_ON_THE_BOARD]
    touched = {number for change in on_boards for number in _opgaven_of(change) if number}
    _count_boards(session, touched | _boards_of(session, changes))
    if any(_is_public(change) for change in changes):
        # The first migration made the row.
        session.connection().execute(update(Counter).where(Counter.name == "public").values(value=Counter.value + 1))


def _opgaven_of(change: dict[str, Any]) -> tuple[int | None, ...]:
    """The opgave it belongs to; and where it came from, when it moved."""
    came_from, *_now = change["fields"].get("opgave_id") or [None]
    return change["opgave_id"], came_from


def _is_public(change: dict[str, Any]) -> bool:
    # A card shows only its owner in public; the rest of its words stay inside.
    if change["kind"] == "card":
        return "owner_id" in change["fields"]
    return change["kind"] in PUBLIC_KINDS


def _boards_of(session: Session, changes: list[dict[str, Any]]) -> set[int]:
    """The boards on which a changed person stands."""
    people = [change["thing_id"] for change in changes if change["kind"] == "person"]
    if not people:
        return set()
    on_team = select(Membership.opgave_id).where(Membership.person_id.in_(people))
    # Who left a team still stands on the cards they finished there.
    on_cards = select(Card.opgave_id).where(Card.owner_id.in_(people))
    return set(session.connection().scalars(union(on_team, on_cards)))


def _count_boards(session: Session, ids: set[int]) -> None:
    for opgave_id in sorted(ids):  # always in the same order, so that two transactions cannot wait for each other
        grown = update(Opgave).where(Opgave.id == opgave_id).values(version=Opgave.version + 1)
        version = session.connection().scalar(grown.returning(Opgave.version))
        loaded = session.identity_map.get(session.identity_key(Opgave, opgave_id))
        if loaded is not None and version is not None:
            attributes.set_committed_value(loaded, "version", version)

"""Removing an opgave for good: only after all of it was put in a file, and nothing changed since."""

from datetime import datetime

from sqlalchemy import delete, func, select, update

from board.core.opgaven.opgaven import Opgave, hold
from board.core.opgaven.removed_opgaven import OpgaveExport, RemovedOpgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.photos import Photo
from board.core.record.weeks import now
from board.core.removal import opgave_export
from board.core.undo.versions import Counter
from board.db import session


class ExportMissing(Exception):
    """Nobody has all of this opgave in a file: none was made, or something changed since."""


def export_made(opgave: Opgave, fingerprint: str) -> None:
    """Somebody has all of this opgave in a file now."""
    session.merge(OpgaveExport(opgave_id=opgave.id, fingerprint=fingerprint, made_at=now()))


def last_export(opgave: Opgave, fingerprint: str) -> datetime | None:
    """When a file was made that holds all that is here now; None when none does."""
    query = select(OpgaveExport.made_at).where(OpgaveExport.opgave_id == opgave.id)
    return session.scalar(query.where(OpgaveExport.fingerprint == fingerprint))


def last_change(opgave: Opgave) -> int:
    """The number of the newest change on this opgave: cheap to compare, where a fingerprint is not."""
    return session.scalar(select(func.max(Change.id)).where(Change.opgave_id == opgave.id)) or 0


def remove_opgave(opgave: Opgave, by: Person, fingerprint: str, seen: int) -> None:
    """This opgave and all that belongs to it, for good. Raises ExportMissing.

    `fingerprint` and `seen` were read before others waited for us: of all that is in it, and its newest change.
    """
    hold(opgave.id)
    if last_change(opgave) != seen or last_export(opgave, fingerprint) is None:
        raise ExportMissing
    numbers = select(Result.id).where(Result.opgave_id == opgave.id, Result.published_at.is_not(None))
    addresses = {"public": opgave.was_public(), "numbers": list(session.scalars(numbers))}
    session.add(RemovedOpgave(slug=opgave.slug, title=opgave.title, results=addresses, removed_by=by))
    session.flush()
    _delete(opgave)
    session.execute(update(Counter).where(Counter.name == "public").values(value=Counter.value + 1))


def _delete(opgave: Opgave) -> None:
    """The databases take along what refers to it; photos, and history that names no opgave, do not."""
    found = opgave_export.numbers(opgave)
    for kind, things in found.items():
        session.execute(delete(Change).where(Change.kind == kind, Change.thing_id.in_(things)))
    table = Opgave.__table__
    session.connection().execute(table.delete().where(table.c.id == opgave.id))  # type: ignore[attr-defined]
    session.execute(delete(Photo).where(Photo.id.in_(found.get("photo", []))))
    session.expunge_all()

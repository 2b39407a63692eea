"""Browsers in which somebody signed in before: a stranger who types wrong passwords cannot lock these out."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import Base, session

LASTS = timedelta(days=365)
# Who signs in with a new private window each day makes many; the oldest are forgotten.
MOST = 20


class KnownBrowser(Base):
    """One browser in which one person signed in. It opens nothing: its wrong passwords are only counted apart."""

    __tablename__ = "known_browser"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    seen_at: Mapped[datetime] = mapped_column(default=now)


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def is_known(token: str, email: str) -> bool:
    """Whether who has this e-mail address signed in before in the browser with this token."""
    if not token:
        return False
    theirs = select(KnownBrowser.person_id).join(Person, Person.id == KnownBrowser.person_id)
    theirs = theirs.where(KnownBrowser.token == _fingerprint(token), KnownBrowser.seen_at > now() - LASTS)
    return session.scalar(theirs.where(Person.email == email.strip().lower())) is not None


def know(person: Person, before: str) -> str:
    """From now on this person is known in this browser, as are others who were. Its new token, to keep there.

    `before` is the token that it came with, if any. A new one each time, so that a token from before sign-in,
    which anybody may have put there, is worth nothing.
    """
    token = secrets.token_urlsafe(32)
    if before:
        renewed = update(KnownBrowser).where(KnownBrowser.token == _fingerprint(before))
        session.execute(renewed.where(KnownBrowser.person_id != person.id).values(token=_fingerprint(token)))
    session.execute(
        delete(KnownBrowser).where(KnownBrowser.token == _fingerprint(before), KnownBrowser.person_id == person.id)
    )
    session.add(KnownBrowser(token=_fingerprint(token), person_id=person.id))
    session.flush()
    _forget_old(person)
    return token


def _forget_old(person: Person) -> None:
    session.execute(delete(KnownBrowser).where(KnownBrowser.seen_at <= now() - LASTS))
    theirs = select(KnownBrowser.token).where(KnownBrowser.person_id == person.id)
    newest = theirs.order_by(KnownBrowser.seen_at.desc()).limit(MOST)
    session.execute(
        delete(KnownBrowser).where(KnownBrowser.person_id == person.id, KnownBrowser.token.not_in(newest)),
        execution_options={"synchronize_session": False},
    )


def forget_browsers(person: Person) -> None:
    """This person is known nowhere any more."""
    session.execute(delete(KnownBrowser).where(KnownBrowser.person_id == person.id))

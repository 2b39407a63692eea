"""Who is signed in, who tries to, and one-time links for a new password."""

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from ipaddress import IPv6Address, ip_address, ip_network
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ForeignKey, Index, String, delete, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.people import known_browsers
from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import Base, session
from board.db.turns import turns

HASHER = PasswordHasher()
# Each takes 64 MB while it works.
TWO_AT_ONCE = threading.BoundedSemaphore(2)

WINDOW = timedelta(minutes=15)
TRIES_PER_ACCOUNT = 5
TRIES_PER_ADDRESS = 30
LINK_LASTS = timedelta(hours=1)
# A link that an administrator hands over: who is invited on Friday may come on Monday.
INVITATION_LASTS = timedelta(days=7)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
# Accounts with this address belong to the demo; elsewhere they never work.
DEMO = "@demo.example"


class SignIn(Base):
    """One browser in which somebody is signed in. Without this row its cookie is worth nothing."""

    __tablename__ = "sign_in"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    until: Mapped[datetime]
    person: Mapped[Person] = relationship()


class SignInTry(Base):
    """A failed try, by account and by address; kept as fingerprints, for a quarter of an hour."""

    __tablename__ = "sign_in_try"
    __table_args__ = (Index("ix_sign_in_try_who", "who", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(default=now)


class PasswordLink(Base):
    """A link that lets its receiver choose a new password, once: within an hour, or a week when they were invited."""

    __tablename__ = "password_link"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    until: Mapped[datetime]
    person: Mapped[Person] = relationship()


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _typed(password: str) -> str:
    # A ë typed on another keyboard may be two characters; it is the same password (NIST SP 800-63B, 3.1.1.2).
    return normalize("NFKC", password)


def hashed(password: str) -> str:
    """What is kept of a password. Slow on purpose: make it before others wait for us."""
    with turns.aside(), TWO_AT_ONCE:
        return HASHER.hash(_typed(password))


def set_password(person: Person, password: str) -> None:
    """A new password; every browser in which this person was signed in is signed out, and links end."""
    keep_password(person, hashed(password))


def keep_password(person: Person, made: str) -> None:
    """The same, with what `hashed` made of it."""
    person.password_hash = made
    end_all(person)
    session.execute(delete(PasswordLink).where(PasswordLink.person_id == person.id))


@cache
def _nobody() -> str:
    """Checked when there is no account, so that a wrong address takes as long as a wrong password."""
    return HASHER.hash("nobody has this password")


def password_fits(person: Person | None, password: str) -> bool:
    """Whether this is the person's password. Takes equally long for nobody."""
    known = (person.password_hash if person else None) or _nobody()
    try:
        with turns.aside(), TWO_AT_ONCE:
            HASHER.verify(known, _typed(password))
    except (VerificationError, InvalidHashError):
        return False
    return person is not None and person.password_hash is not None


def begin_session(person: Person, hours: int) -> str:
    """Sign a person in; the answer is the token for the cookie, of which only a fingerprint is kept."""
    token = secrets.token_urlsafe(32)
    session.execute(delete(SignIn).where(SignIn.until < now()))
    session.add(SignIn(token=_fingerprint(token), person=person, until=now() + timedelta(hours=hours)))
    return token


def signed_in(token: str) -> SignIn | None:
    """Who holds this token, in one query; nobody when it ended."""
    return session.scalar(
        select(SignIn)
        .where(SignIn.token == _fingerprint(token), SignIn.until > now())
        .options(joinedload(SignIn.person, innerjoin=True))
    )


def end(token: str) -> None:
    """Sign out: from now on the cookie is worth nothing."""
    session.execute(delete(SignIn).where(SignIn.token == _fingerprint(token)))


def end_all(person: Person) -> None:
    """Sign this person out everywhere."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id))


def _who(secret: str, kind: str, text: str) -> str:
    return hmac.new(secret.encode(), f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class SignInOrigin:
    """From where somebody tries: the network address, and the token that their browser has, if it is known."""

    address: str = ""
    browser: str = ""


def _counted(secret: str, email: str, place: SignInOrigin, doing: str) -> dict[str, int]:
    """Under which fingerprints tries from here count, and how many are borne: one known browser, or all others."""
    account = email.strip().lower()
    if known_browsers.is_known(place.browser, email):
        return {_who(secret, f"{doing}browser", f"{place.browser} {account}"): TRIES_PER_ACCOUNT}
    return {
        _who(secret, f"{doing}account", account): TRIES_PER_ACCOUNT,
        _who(secret, f"{doing}address", network(place.address)): TRIES_PER_ADDRESS,
    }


def network(address: str) -> str:
    """The address, or for IPv6 the network that one household or office has whole (RFC 6177)."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)


def _wait_for_turn(*who: str) -> None:
    """Tries on one account come one by one, so that many at once are counted too. SQLite does so already."""
    if session.get_bind().dialect.name == "postgresql":
        for key in sorted(who):
            session.execute(select(func.pg_advisory_xact_lock(int(key[:15], 16))))


def too_many_tries(secret: str, email: str, place: SignInOrigin, doing: str = "", in_turn: bool = False) -> bool:
    """Whether this account, or this network address, must wait. The limits stand above, counted over WINDOW.

    A browser in which this person signed in before waits only for its own mistakes: strangers cannot lock it out.
    `doing` keeps apart what is counted: asking for a link does not make signing in slower. `in_turn`: of many at once
    each sees those before it; ask so just before counting or letting in, for the next one waits until we are done.
    """
    borne = _counted(secret, email, place, doing)
    if in_turn:
        _wait_for_turn(*borne)
    counting = (
        select(SignInTry.who, func.count())
        .where(SignInTry.who.in_(borne), SignInTry.at > now() - WINDOW)
        .group_by(SignInTry.who)
    )
    counted = dict(session.execute(counting).all())
    return any(counted.get(who, 0) >= most for who, most in borne.items())


def count_try(secret: str, email: str, place: SignInOrigin, doing: str = "") -> None:
    """Remember a failed try, and forget those that no longer count."""
    session.execute(delete(SignInTry).where(SignInTry.at < now() - WINDOW))
    session.add_all(SignInTry(who=who) for who in _counted(secret, email, place, doing))


def forget_tries(secret: str, email: str, place: SignInOrigin) -> None:
    """Who showed to be the owner of this account need not wait for what went wrong before, in the same way."""
    account, *_network = _counted(secret, email, place, "")
    session.execute(delete(SignInTry).where(SignInTry.who == account))


def make_link(person: Person, lasts: timedelta = LINK_LASTS) -> str:
    """A one-time link's token; earlier ones of the same person that end no later stop working.

    So who types somebody's address under “wachtwoord vergeten” does not take away what an administrator gave.
    """
    until = now() + lasts
    session.execute(delete(PasswordLink).where(PasswordLink.person_id == person.id, PasswordLink.until <= until))
    token = secrets.token_urlsafe(32)
    session.add(PasswordLink(token=_fingerprint(token), person=person, until=until))
    return token


def link(token: str) -> PasswordLink | None:
    """The link with this token, while it works."""
    return session.scalar(
        select(PasswordLink)
        .where(PasswordLink.token == _fingerprint(token), PasswordLink.until > now())
        .options(joinedload(PasswordLink.person, innerjoin=True))
    )


def use_up(found: PasswordLink) -> bool:
    """Use this link. False when somebody did so just before."""
    used = session.execute(delete(PasswordLink).where(PasswordLink.token == found.token).returning(PasswordLink.token))
    return used.scalar() is not None

"""The database: Base, its conventions, the session, and how one begins to write."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sqlite3 import Connection as Driver
from typing import Any, TypeVar, cast

from flask import Flask, Response, current_app, g, request
from flask import session as cookie
from sqlalchemy import Engine, event, func, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, SessionTransaction

from board.config import Limits
from board.db import sqlite
from board.db.base import Base
from board.db.ledger import Ledger, ledger_of
from board.db.moments import UtcDateTime
from board.db.refusals import Refused
from board.db.sessions import (
    PATIENCE,
    PATIENCE_OF_COMMANDS,
    NotWriting,
    ledger,
    limits,
    make_engine,
    opened,
    session,
)
from board.db.turns import turns

__all__ = [
    "PATIENCE",
    "PATIENCE_OF_COMMANDS",
    "Base",
    "Busy",
    "Ledger",
    "NotWriting",
    "Refused",
    "UtcDateTime",
    "begin_writing",
    "discard_writes",
    "init_app",
    "is_writing",
    "keep_anyway",
    "ledger",
    "ledger_of",
    "limits",
    "make_engine",
    "opened",
    "reads_first",
    "session",
    "stop_reading",
    "transaction",
    "will_commit",
]


class Busy(Exception):
    """Others are writing and our turn did not come in time: nothing was done, and trying again soon will do."""


@contextmanager
def transaction(bind: Engine | Connection, patience: float = PATIENCE_OF_COMMANDS) -> Iterator[Session]:
    """A transaction outside a request: all of the block is kept, or nothing. Raises Busy after a long wait."""
    with opened(bind) as current:
        _begin_writing(current, patience)
        ledger_of(current).is_whole = True
        yield current
        current.commit()


def stop_reading(current: Session) -> None:
    """End a transaction in which nothing was written; within that of a test, what the test wrote stays."""
    current.rollback() if isinstance(current.bind, Engine) else current.commit()


def _begin_writing(current: Session, patience: float) -> bool:
    """Begin to write, after at most so many seconds. True: what was read before may have changed. Raises Busy."""
    if not isinstance(current.bind, Engine):
        return False  # within an outer transaction, that of a test
    if current.bind.dialect.name == "postgresql":
        had_read = current.in_transaction()
        current.execute(select(func.set_config("lock_timeout", f"{patience * 1000:.0f}ms", True)))
        return had_read
    return _begin_writing_on_sqlite(current, time.monotonic() + patience)


def _begin_writing_on_sqlite(current: Session, until: float) -> bool:
    connection = current.connection()
    file = connection.engine.url.database
    try:
        if file and file != ":memory:":
            ledger_of(current).turn = _turn(file, until)
        return sqlite.begin_writing(cast(Driver, connection.connection.driver_connection), until)
    except sqlite.Locked:
        current.rollback()
        raise Busy from None


def _turn(file: str, until: float) -> sqlite.Turn | None:
    try:
        return sqlite.take_turn(file, time.monotonic())
    except sqlite.Locked:
        with turns.aside():  # who only reads need not wait with us
            return sqlite.take_turn(file, until)


@event.listens_for(Session, "after_transaction_end")
def _let_others(current: Session, ended: SessionTransaction) -> None:
    if ended.parent is not None:
        return
    ledger = ledger_of(current)
    if ledger.writes:
        ledger.writes = False
    turn, ledger.turn = ledger.turn, None
    if turn is not None:
        turn.leave()


def begin_writing(just_let_in: bool = False) -> None:
    """Begin to write in this request; from here on others wait for us. Raises Busy when others kept writing too long.

    The guard does so for every POST that it `just_let_in`; a view that is `reads_first` when its slow work is done.
    When others may have written since we read, all is read again, and the guard is asked again.
    """
    if ledger().writes:
        return
    changed = _begin_writing(session(), PATIENCE)
    ledger().writes = True
    if changed and not (just_let_in and session.get_bind().dialect.name == "postgresql"):
        session.expire_all()
        g.get("let_in_again", lambda: None)()


def is_writing() -> bool:
    """Whether this request began to write, so that its answer decides whether that is kept."""
    return bool(ledger().writes)


def will_commit(response: Response) -> bool:
    """Whether what this request wrote is kept with this answer."""
    return is_writing() and (response.status_code < 400 or g.get("keep_anyway", False))


View = TypeVar("View", bound=Callable[..., Any])


def reads_first(view: View) -> View:
    """A POST that only reads, or does slow work (a picture, a file, a password) before it begins to write itself."""
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def keep_anyway() -> None:
    """Keep what this request wrote although its answer is an error (a failed try to sign in is counted)."""
    g.keep_anyway = True


def discard_writes() -> None:
    """Drop what this request wrote, for an error that needs a page; a view raises Refused instead."""
    session.rollback()


def init_app(app: Flask, engine: Engine, limits: Limits) -> None:
    """One request, one transaction: a successful POST is kept, all else is rolled back."""
    app.extensions["engine"] = engine

    @app.errorhandler(Refused)
    def refuse(refusal: Refused) -> Response:
        session.rollback()
        return refusal.answer()

    @app.before_request
    def begin() -> None:
        g.opened = opened(app.extensions["engine"])
        ledger = ledger_of(g.opened.__enter__())
        ledger.limits, ledger.writes = limits, False

    @app.after_request
    def end(response: Response) -> Response:
        if "opened" not in g:
            return response
        if will_commit(response):
            return _keep(response)
        session.rollback()
        return response

    @app.teardown_request
    def close(_error: BaseException | None) -> None:
        if opened_here := g.pop("opened", None):
            opened_here.__exit__(None, None, None)


def _keep(response: Response) -> Response:
    """Keep what was written. Raises what the database refuses only at the very end; then nothing says it was kept."""
    try:
        session.commit()
    except Exception:
        session.rollback()
        before = current_app.session_interface.open_session(current_app, request)
        cookie.clear()
        cookie.update(before or {})
        raise
    return response

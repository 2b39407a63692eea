"""The database: Base, its conventions, the session, and how one begins to write."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from sqlite3 import Connection as Driver
from typing import Any, ClassVar, TypeVar, cast

from flask import Flask, Response, current_app, g, request
from flask import session as cookie
from sqlalchemy import Engine, MetaData, String, create_engine, event, func, make_url, select
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.orm import DeclarativeBase, Session, SessionTransaction, scoped_session, sessionmaker

from board.config import Limits
from board.db import sqlite
from board.db.moments import UtcDateTime
from board.db.turns import turns

# How long a request waits until it may write, and a command: in seconds.
PATIENCE = 2.0
PATIENCE_OF_COMMANDS = 60.0

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(members: type[Enum]) -> list[str]:
    return [str(member.value) for member in members]


class Base(DeclarativeBase):
    """Every table of Opgavebord. Enums are stored by their value, as plain text."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        Enum: SqlEnum(Enum, native_enum=False, create_constraint=False, length=20, values_callable=_values),
        str: String(200),
    }


class Busy(Exception):
    """Others are writing and our turn did not come in time: nothing was done, and trying again soon will do."""


# Nothing is bound here: each request and each command opens its own session on its own database.
session: scoped_session[Session] = scoped_session(sessionmaker())


def limits() -> Limits:
    """The limits of the organisation whose database this is."""
    found: Limits = session.info.get("limits", Limits())
    return found


_CONNECT = {"connect_timeout": 10, "application_name": "opgavebord"}
_OPTIONS: dict[str, dict[str, Any]] = {
    "sqlite": {},
    "postgresql": {"pool_pre_ping": True, "pool_timeout": PATIENCE, "connect_args": _CONNECT},
}


def make_engine(url: str) -> Engine:
    """An engine for `url`. SQLite: WAL, foreign keys, patience, and transactions that we begin ourselves."""
    # An error may end up in a log: without the texts that somebody typed.
    engine = create_engine(url, hide_parameters=True, **_OPTIONS[make_url(url).get_backend_name()])
    event.listen(engine, "handle_error", _say_less)
    event.listen(engine, "before_cursor_execute", _only_who_began)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", sqlite.prepare)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _say_less(context: ExceptionContext) -> None:
    # PostgreSQL adds the whole row that it refused.
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).partition("\nDETAIL:")[0], *error.args[1:])


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def opened(bind: Engine | Connection) -> Iterator[Session]:
    """The current session of this thread, until the end of the block; then the one before it is back."""
    before = session.registry() if session.registry.has() else None
    # An outer transaction (a test) stays in charge: our commit then only ends a savepoint.
    current = Session(bind, join_transaction_mode="create_savepoint", expire_on_commit=False)
    session.registry.set(current)
    try:
        yield current
    finally:
        current.close()
        if before is None:
            session.registry.clear()
        else:
            session.registry.set(before)


@contextmanager
def transaction(bind: Engine | Connection, patience: float = PATIENCE_OF_COMMANDS) -> Iterator[Session]:
    """A transaction outside a request: all of the block is kept, or nothing. Raises Busy after a long wait."""
    with opened(bind) as current:
        _begin_writing(current, patience)
        current.info[WHOLE] = True
        yield current
        current.commit()


def stop_reading(current: Session) -> None:
    """End a transaction in which nothing was written; within that of a test, what the test wrote stays."""
    current.rollback() if isinstance(current.bind, Engine) else current.commit()


class NotWriting(Exception):
    """Something would be written by a request that did not begin to write: a GET, or a view that reads first."""


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
            current.info[TURN] = _turn(file, until)
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


# Of a session: it began to write; its place in the queue; all that happens in it belongs together.
WRITES, TURN, WHOLE = "writes", "turn", "whole"
CHANGES = ("INSERT", "UPDATE", "DELETE")


@event.listens_for(Session, "after_transaction_end")
def _let_others(current: Session, ended: SessionTransaction) -> None:
    if ended.parent is not None:
        return
    if WRITES in current.info:
        current.info[WRITES] = False
    if (turn := current.info.pop(TURN, None)) is not None:
        turn.leave()


def _only_who_began(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
    """What a request writes without having begun to would be dropped at its end, and nobody would know."""
    if statement.startswith(CHANGES) and session.registry.has() and not session.info.get(WRITES, True):
        raise NotWriting


def begin_writing(just_let_in: bool = False) -> None:
    """Begin to write in this request; from here on others wait for us. Raises Busy when others kept writing too long.

    The guard does so for every POST that it `just_let_in`; a view that is `reads_first` when its slow work is done.
    When others may have written since we read, all is read again, and the guard is asked again.
    """
    if session.info.get(WRITES):
        return
    changed = _begin_writing(session(), PATIENCE)
    session.info[WRITES] = True
    if changed and not (just_let_in and session.get_bind().dialect.name == "postgresql"):
        session.expire_all()
        g.get("let_in_again", lambda: None)()


def is_writing() -> bool:
    """Whether this request began to write, so that its answer decides whether that is kept."""
    return bool(session.info.get(WRITES))


def is_kept(response: Response) -> bool:
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


def init_app(app: Flask, engine: Engine, limits: Limits) -> None:
    """One request, one transaction: a successful POST is kept, all else is rolled back."""
    app.extensions["engine"] = engine

    @app.before_request
    def begin() -> None:
        g.opened = opened(app.extensions["engine"])
        g.opened.__enter__().info.update({"limits": limits, WRITES: False})

    @app.after_request
    def end(response: Response) -> Response:
        if "opened" not in g:
            return response
        if is_kept(response):
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

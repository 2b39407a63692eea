"""The session of this thread, its ledger, and the engine below it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from board.config import Limits
from board.db import sqlite
from board.db.ledger import Ledger, ledger_of

# How long a request waits until it may write, and a command: in seconds.
PATIENCE = 2.0
PATIENCE_OF_COMMANDS = 60.0

WRITING = ("INSERT", "UPDATE", "DELETE")


class NotWriting(Exception):
    """Something would be written by a request that did not begin to write: a GET, or a view that reads first."""


# Nothing is bound here: each request and each command opens its own session on its own database.
session: scoped_session[Session] = scoped_session(sessionmaker())


def ledger() -> Ledger:
    """The ledger of the session of this thread."""
    return ledger_of(session())


def limits() -> Limits:
    """The limits of the organisation whose database this is."""
    return ledger().limits


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
        event.listen(engine, "connect", sqlite.prepare_connection)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _say_less(context: ExceptionContext) -> None:
    # PostgreSQL adds the whole row that it refused.
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).partition("\nDETAIL:")[0], *error.args[1:])


def _only_who_began(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
    """What a request writes without having begun to would be dropped at its end, and nobody would know."""
    if statement.startswith(WRITING) and session.registry.has() and ledger().writes is False:
        raise NotWriting


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

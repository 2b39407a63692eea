"""The database: Base, its conventions, the session, and the one transaction of a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum
from typing import Any, ClassVar

from flask import Flask, Response, g, request
from sqlalchemy import DateTime, Engine, MetaData, String, create_engine, event
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.engine import Connection, Dialect, ExceptionContext
from sqlalchemy.orm import DeclarativeBase, Session, scoped_session, sessionmaker
from sqlalchemy.types import TypeDecorator

from board.config import Limits

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


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


def make_engine(url: str) -> Engine:
    """An engine for `url`. SQLite: WAL, foreign keys, patience, and transactions that we begin ourselves."""
    # An error may end up in a log: without the texts that somebody typed.
    sqlite = url.startswith("sqlite")
    engine = create_engine(
        url,
        pool_pre_ping=not sqlite,
        hide_parameters=True,
        connect_args={} if sqlite else {"connect_timeout": 10, "application_name": "opgavebord"},
    )
    event.listen(engine, "handle_error", _say_less)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _say_less(context: ExceptionContext) -> None:
    # PostgreSQL adds the whole row that it refused.
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).partition("\nDETAIL:")[0], *error.args[1:])


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # Who will write takes its turn at the start: upgrading halfway fails when another was first.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def opened(bind: Engine | Connection, writes: bool = False) -> Iterator[Session]:
    """The current session of this thread, until the end of the block; then the one before it is back."""
    before = session.registry() if session.registry.has() else None
    # An outer transaction (a test) stays in charge: our commit then only ends a savepoint.
    current = Session(bind, join_transaction_mode="create_savepoint", expire_on_commit=False)
    session.registry.set(current)
    try:
        if writes:
            current.connection(execution_options={"writes": True})
        yield current
    finally:
        current.close()
        if before is None:
            session.registry.clear()
        else:
            session.registry.set(before)


@contextmanager
def transaction(bind: Engine | Connection) -> Iterator[Session]:
    """A transaction outside a request: all of the block is kept, or nothing."""
    with opened(bind, writes=True) as current:
        yield current
        current.commit()


def keep_anyway() -> None:
    """Keep what this request wrote although its answer is an error (a failed try to sign in is counted)."""
    g.keep_anyway = True


def init_app(app: Flask, engine: Engine, limits: Limits) -> None:
    """One request, one transaction: a successful POST is kept, all else is rolled back."""
    app.extensions["engine"] = engine

    @app.before_request
    def begin() -> None:
        g.opened = opened(app.extensions["engine"], writes=request.method == "POST")
        g.opened.__enter__().info["limits"] = limits

    @app.after_request
    def end(response: Response) -> Response:
        if "opened" in g:
            kept = request.method == "POST" and (response.status_code < 400 or g.get("keep_anyway", False))
            session.commit() if kept else session.rollback()
        return response

    @app.teardown_request
    def close(_error: BaseException | None) -> None:
        if opened_here := g.pop("opened", None):
            opened_here.__exit__(None, None, None)

"""Who lost a race tries once more: what another made, changed or held just before, is then there to be read."""

from collections.abc import Callable
from contextlib import suppress

from flask import Flask, Response, current_app, g, request
from flask import session as cookie
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

from board.db import discard_writes, session, will_commit

# By their names in PostgreSQL: serialization_failure, deadlock_detected, unique_violation, foreign_key_violation.
LOST = frozenset({"40001", "40P01", "23505", "23503"})
# SQLite's writers take turns, but one may have read before its turn.
LOST_ON_SQLITE = frozenset(f"SQLITE_CONSTRAINT_{kind}" for kind in ("UNIQUE", "PRIMARYKEY", "FOREIGNKEY"))


def lost_a_race(error: Exception) -> bool:
    """Whether the same request may well go right now: what another did meanwhile is there to be read."""
    if isinstance(error, DBAPIError):
        names = (getattr(error.orig, "sqlstate", None), getattr(error.orig, "sqlite_errorname", None))
        return names[0] in LOST or names[1] in LOST_ON_SQLITE
    return isinstance(error, (StaleDataError, ObjectDeletedError))


def _once_more(answer: Callable[..., ResponseReturnValue]) -> Callable[..., Response]:
    """Answer a request; when it lost a race, answer it again as if it came in now. A second loss is an error."""

    def answered(*context: object) -> Response:
        before = dict(vars(g))
        try:
            return _written(answer(*context))
        except Exception as error:
            if request.method != "POST" or not lost_a_race(error):
                raise
            current_app.logger.info("Once more: %s (%s)", request.endpoint, type(error).__name__)
        _as_it_came(before)
        return _written(answer(*context))

    return answered


def _written(answer: ResponseReturnValue) -> Response:
    """The answer of a view, once the database took what it wrote: so that a refusal is met where it becomes a page."""
    response = current_app.make_response(answer)
    if will_commit(response):
        session.flush()
    return response


def _as_it_came(before: dict[str, object]) -> None:
    """Nothing of the first try is left: not in the database, not in the cookie, not in a message or letter to come."""
    discard_writes()
    vars(g).clear()
    vars(g).update(before)
    came = current_app.session_interface.open_session(current_app, request)
    cookie.clear()
    cookie.update(came or {})
    for file in request.files.values():
        with suppress(ValueError):  # it was closed: then nobody reads it again either
            file.stream.seek(0)


def afterwards(do: Callable[[], None]) -> None:
    """Do this when all that this request wrote is kept: never for a try that lost, or for what is refused."""
    g.setdefault("afterwards", []).append(do)


def init_app(app: Flask) -> None:
    """Around each view with its guard: who may come in is asked anew too. Registered before, so it ends after, `db`."""

    @app.after_request
    def after_commit(response: Response) -> Response:
        for do in g.pop("afterwards", []) if response.status_code < 400 else ():
            do()
        return response

    app.dispatch_request = _once_more(app.dispatch_request)  # type: ignore[method-assign]

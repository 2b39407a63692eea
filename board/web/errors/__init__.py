"""When something goes wrong: a page that is true, needs nothing that may be broken, and keeps what was typed."""

from flask import Flask, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError

from board import db
from board.core.opgaven.noted import Removed
from board.core.record.personal_data import PersonalData
from board.web.errors import log, page
from board.web.errors.last_resort import LastResort
from board.web.errors.page import answer
from board.web.guards import me_or_none
from board.web.proxies import looks_secure
from board.web.responses import WORK

__all__ = ["LastResort", "answer", "init_app"]

CONFLICTS = (IntegrityError, StaleDataError, ObjectDeletedError)
# Of PostgreSQL, by their names: serialization_failure, deadlock_detected, lock_not_available.
BUSY = frozenset({"40001", "40P01", "55P03"})
TROUBLES = (OperationalError, NoConnectionFree, PendingRollbackError, db.Busy)


def kind_of_trouble(error: BaseException | None) -> str | None:
    """What is the matter with the database, as a kind of saying; None when the database is not to blame."""
    if isinstance(error, (db.Busy, NoConnectionFree)):
        return "busy"
    if not isinstance(error, (DBAPIError, PendingRollbackError)):
        return None
    if getattr(error, "connection_invalidated", False):
        return "away"
    name = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
    if name == "SQLITE_ERROR" or not isinstance(error, TROUBLES):
        return None  # a statement that is wrong: waiting does not mend it
    state = getattr(getattr(error, "orig", None), "sqlstate", "")
    is_busy = name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or state in BUSY
    return "busy" if is_busy else "away"


def _undo() -> None:
    """What this request wrote goes, so that the page can still ask who looks."""
    try:
        db.discard_writes()
    except Exception:
        log.log_exception("the rollback failed")


def _trouble(error: Exception) -> ResponseReturnValue:
    kind = kind_of_trouble(error)
    if kind is None:
        raise error  # becomes a 500, with its number
    number = log.failure(error)
    _undo()
    return answer(503, kind, number)


def _broken(error: InternalServerError) -> ResponseReturnValue:
    """What no other handler took: also what went wrong in the last step, when the work was being kept."""
    cause = error.original_exception
    _undo()
    if isinstance(cause, CONFLICTS):
        return answer(409)
    kind = kind_of_trouble(cause)
    if kind is None:
        return answer(500, number=log.error_number())
    # The line broke while the database was keeping it: it may have been kept, and it may not.
    is_unsure = kind == "away" and request.method == "POST"
    return answer(503, "unsure" if is_unsure else kind, log.error_number())


def _without_cookie() -> str | None:
    """Why a form at the door came without our cookie; it is there from the page on, unless the browser refuses it."""
    if request.blueprint != "sign_in" or current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        return None
    return "no_https" if current_app.config["SETTINGS"].https and not looks_secure() else "no_cookie"


def _is_nobody() -> bool:
    """Whether a form of the work came from who is signed in no more: that is what they have to know first."""
    return request.path.startswith(WORK) and request.blueprint != "sign_in" and me_or_none() is None


def _answer_errors(app: Flask) -> None:
    @app.errorhandler(NoResultFound)
    def no_such_page(error: NoResultFound) -> ResponseReturnValue:
        gone_meanwhile = isinstance(error, Removed) and request.method == "POST"
        return answer(409, "removed") if gone_meanwhile else answer(404)

    @app.errorhandler(IntegrityError)
    @app.errorhandler(StaleDataError)
    @app.errorhandler(ObjectDeletedError)
    def too_late(_error: Exception) -> ResponseReturnValue:
        _undo()
        return answer(409)

    @app.errorhandler(PersonalData)
    def not_yet(_error: PersonalData) -> ResponseReturnValue:
        # A path without a question of its own: nothing was kept, and the page says where the words can change.
        _undo()
        return answer(422, "personal_data")

    @app.errorhandler(CSRFError)
    def form_too_old(_error: CSRFError) -> ResponseReturnValue:
        return answer(401) if _is_nobody() else answer(400, _without_cookie() or "form_too_old")

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> ResponseReturnValue:
        if error.code is None or error.code < 400 or error.response is not None:
            return error.get_response()
        return answer(error.code)

    for trouble in TROUBLES:
        app.register_error_handler(trouble, _trouble)
    app.register_error_handler(InternalServerError, _broken)


def init_app(app: Flask) -> None:
    """Answer every error with a page of our own; `LastResort` goes around all else when the app is ready."""
    _answer_errors(app)
    app.after_request(page.say_when_to_come_back)
    app.log_exception = log.exception  # type: ignore[method-assign, assignment]

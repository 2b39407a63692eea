"""What stands in the log of a failure: a number that the visitor sees too, where it happened, and the traceback."""

import secrets
from logging import getLogger
from types import TracebackType
from typing import Any

from flask import has_request_context, request

# Without what looks alike, so that it can be read out over the telephone.
SIGNS = "23456789BCDFGHJKMNPQRTVWXZ"
PLACE = "board.error_number"
LOG = getLogger("board")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def new_number() -> str:
    """Six signs: short enough to say, long enough to be found in the log."""
    return "".join(secrets.choice(SIGNS) for _ in range(6))


def error_number() -> str:
    """The number of what went wrong in this request; the same for as long as the request lasts."""
    if not has_request_context():
        return new_number()
    found: str = request.environ.setdefault(PLACE, new_number())
    return found


def failure(error: BaseException) -> str:
    """Write a failure down with its traceback. Returns its number."""
    return exception((type(error), error, error.__traceback__))


def exception(exc_info: ExcInfo | Any) -> str:
    """As Flask's `log_exception`, with a number. Never what somebody typed, and no secret from an address."""
    found = error_number()
    LOG.error("Fout %s: %s", found, _where(), exc_info=exc_info)
    return found


def log_exception(what: str) -> None:
    """Something went wrong while an error was being answered."""
    LOG.exception("Fout %s: %s", error_number(), what)


def _where() -> str:
    if not has_request_context():
        return "outside a request"
    rule = request.url_rule
    hides = rule is not None and "<token>" in rule.rule
    return f"{request.method} {rule.rule if rule and hides else request.path}"

"""Addresses of what was removed say so: gone is not the same as never there (RFC 9110, 15.5.11)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from board.core.opgaven.removed_opgaven import was_public

ViewFunction = Callable[..., ResponseReturnValue]


def gone_if_removed(view: ViewFunction) -> ViewFunction:
    """What is not here, but once was for inwoners to read, is answered with 410."""

    @wraps(view)
    def answer(**values: Any) -> ResponseReturnValue:
        try:
            return view(**values)
        except NoResultFound:
            if not was_public(**values):
                raise
        return render_template("public/gone.html"), 410

    return answer

"""Who changes something first in a new week, keeps how the week before ended; nobody notices."""

from functools import partial

from flask import Flask, Response
from sqlalchemy.exc import DBAPIError

from board.blocks import weekly
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import is_made_in_transaction
from board.core.record.weeks import Week
from board.db import Busy, discard_writes, is_writing, session
from board.web.retries import afterwards

KEPT = "weeks_kept_in"


def init_app(app: Flask) -> None:
    """Look once a week in each process, after a change was kept: a page that is only read never writes.

    And when an opgave is made: its weeks before were empty, so nobody needs to judge them at every look until Monday.
    """

    @app.after_request
    def keep(response: Response) -> Response:
        if is_writing() and response.status_code < 400:
            this_week = Week.now()
            if app.extensions.get(KEPT) != this_week or is_made_in_transaction(session(), Opgave):
                afterwards(partial(_keep_what_is_over, app))
        return response


def _keep_what_is_over(app: Flask) -> None:
    """Whatever happens here, what somebody just wrote is kept; the next change looks again."""
    try:
        if weekly.is_behind():
            weekly.keep()
        if weekly.last_over() == Week.now().plus(-1):
            app.extensions[KEPT] = Week.now()
    except (Busy, DBAPIError):
        discard_writes()
        app.logger.exception("The weeks that are over were not kept yet.")

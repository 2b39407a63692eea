"""Who changes something first in a new week, keeps how the week before ended; nobody notices."""

from flask import Flask, Response, request

from board.blocks import week_facts
from board.core.weeks import Week

KEPT = "weeks_kept_in"


def init_app(app: Flask) -> None:
    """Look once a week in each process, in the transaction of a change: a page that is only read never writes."""

    @app.after_request
    def keep(response: Response) -> Response:
        this_week = Week.now()
        if request.method == "POST" and response.status_code < 400 and app.extensions.get(KEPT) != this_week:
            if week_facts.is_behind():
                week_facts.keep()
            app.extensions[KEPT] = this_week
        return response

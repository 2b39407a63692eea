"""Enter the demo with one press; these routes exist in demo mode only."""

from flask import Blueprint, abort, redirect
from flask.typing import ResponseReturnValue

from board import access
from board.access import public
from board.core.people import by_email
from board.core.sign_ins import DEMO
from board.db import begin_writing
from board.pages.sign_in.routes import onward

bp = Blueprint("demo", __name__, url_prefix="/bord/demo")

WHO = ("lid", "manager", "beheer")


@bp.post("/<who>")
@public
def enter(who: str) -> ResponseReturnValue:
    person = by_email(who + DEMO) if who in WHO else None
    if person is None:
        abort(404)
    begin_writing()
    access.enter(person)
    return redirect(onward(), 303)

"""Enter the demo with one press; these routes exist in demo mode only."""

from flask import Blueprint, abort, redirect
from flask.typing import ResponseReturnValue

from board.admin.sign_in.routes.sign_in import onward
from board.core.people.people import by_email
from board.core.people.sign_ins import DEMO
from board.db import begin_writing
from board.web import guards
from board.web.guards import public

bp = Blueprint("demo", __name__, url_prefix="/bord/demo")

WHO = ("lid", "manager", "beheer")


@bp.post("/<who>", endpoint="enter")
@public
def enter_demo(who: str) -> ResponseReturnValue:
    person = by_email(who + DEMO) if who in WHO else None
    if person is None:
        abort(404)
    begin_writing()
    guards.log_in(person)
    return redirect(onward(), 303)

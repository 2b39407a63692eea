"""Vandaag: what I have in hand, what I can publish, and where I work."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from board.access import me, signed_in
from board.core.board_rows import my_rows
from board.core.ready import ready_to_publish
from board.core.weeks import AMSTERDAM, Week, now, today
from board.pages.board.lens import my_card
from board.pages.opgaven.queries import opgaven_for

bp = Blueprint("today", __name__, url_prefix="/bord")


@bp.get("", endpoint="today")
@signed_in()
def show_today() -> ResponseReturnValue:
    person, week = me(), Week.now()
    return render_template(
        "pages/today/today.html",
        greeting=_part_of_day(),
        on=today(),
        week=week,
        cards=[my_card(slug, row, week) for slug, row in my_rows(person, week)],
        ready=ready_to_publish(person),
        opgaven=[one for one in opgaven_for(person) if one.role is not None],
    )


@bp.get("/sneltoetsen")
@signed_in()
def keys() -> ResponseReturnValue:
    """Everything that can be done with keys alone."""
    return render_template("pages/today/keys.html")


def _part_of_day() -> str:
    """morgen, middag or avond: the template says it in the reader's language."""
    hour = now().astimezone(AMSTERDAM).hour
    return "morgen" if hour < 12 else "middag" if hour < 18 else "avond"

"""Where a field asks what the checks say of its text."""

import re

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from board.db import reads_first
from board.team.text_advice.fields import read_along
from board.team.text_advice.purposes import Purpose
from board.web.guards import signed_in

NAME = re.compile(r"[A-Za-z][\w-]{0,60}", re.ASCII)

bp = Blueprint("reading", __name__, url_prefix="/bord")


@bp.post("/lees-mee", endpoint="read")
@signed_in()
@reads_first
def advise_text() -> ResponseReturnValue:
    """Advice on one text. It is read and forgotten: nothing of it is kept, and no log holds it."""
    name, place, purpose = (request.args.get(part, "") for part in ("veld", "plek", "soort"))
    if not NAME.fullmatch(name) or not NAME.fullmatch(place) or purpose not in {known.value for known in Purpose}:
        abort(400)
    read = read_along(request.form.get(name, ""), purpose, name)
    return render_template("team/text_advice/_advice.html", read=read, place=place, name=name, other="", sends=False)

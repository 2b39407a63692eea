"""“Ongedaan maken”: what I did last in one go, taken back in one go."""

import re
from functools import partial

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.opgaven.cards import StillPublic
from board.core.record.history import last_step
from board.core.undo.steps import CannotUndo, step_of, undo_step
from board.db import Refused, session
from board.team.undo.messages import what_stays, why_not
from board.team.undo.rights import may_take_back
from board.web.guards import me, signed_in
from board.web.responses import flash_message, own_path, saved

# Longer than the numbers of things: see `last_step`.
NUMBER = re.compile(r"[0-9]{1,16}")

bp = Blueprint("back", __name__, url_prefix="/bord")


@bp.post("/terug/<step>")
@signed_in()
def take_step_back(step: str) -> ResponseReturnValue:
    """Only my own step, and only when I might still take it."""
    onward = own_path(request.args.get("verder")) or url_for("today.today")
    if not NUMBER.fullmatch(step):
        abort(404)
    changes = step_of(me(), int(step))
    if not may_take_back(me(), changes):
        abort(404)
    if not changes:
        flash_message(_("Hier valt niets terug te draaien."))
        return saved(onward)
    try:
        stays = undo_step(changes)
    except (CannotUndo, StillPublic) as problem:
        flash_message(why_not(problem))
        raise Refused(None, partial(saved, onward)) from None
    flash_message(f"{_('Teruggedraaid.')} {what_stays(stays)}".strip(), undo=_again(onward))
    return saved(onward)


def _again(onward: str) -> str | None:
    """The address that takes this taking back back; None when something left for good."""
    step = last_step(session())
    return url_for(".take_step_back", step=step, verder=onward) if step and step_of(me(), step) else None

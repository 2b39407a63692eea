"""“Ongedaan maken”: what I did last in one go, taken back in one go."""

import re

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from board.access import me, signed_in
from board.core.cards import StillPublic
from board.core.history import Change
from board.core.opgaven import Membership
from board.core.taking_back import step_of, take_back
from board.core.undo import CannotUndo
from board.db import session
from board.web import own_path, saved, tell

# Longer than the numbers of things: see `last_step`.
NUMBER = re.compile(r"[0-9]{1,16}")
# What somebody from another team does too: take up a signal, and offer to help.
OPEN_TO_ALL = frozenset({"signal", "talent_offer", "talent_request"})

bp = Blueprint("back", __name__, url_prefix="/bord")


@bp.post("/terug/<step>")
@signed_in()
def take_step_back(step: str) -> ResponseReturnValue:
    """Only my own step, and only where I still work."""
    onward = own_path(request.args.get("verder")) or url_for("today.today")
    if not NUMBER.fullmatch(step):
        abort(404)
    changes = step_of(me(), int(step))
    _check_i_work_there(changes)
    try:
        take_back(changes)
    except (CannotUndo, StillPublic):
        session.rollback()
        tell(_("Een collega ging hier al mee verder. Er is niets teruggedraaid."))
    else:
        tell(_("Teruggedraaid.") if changes else _("Hier valt niets terug te draaien."))
    return saved(onward)


def _check_i_work_there(changes: list[Change]) -> None:
    """Raises NoResultFound when I am no longer on the team of what I changed."""
    for opgave_id in {change.opgave_id for change in changes if change.opgave_id and change.kind not in OPEN_TO_ALL}:
        session.scalars(
            select(Membership.id).where(Membership.opgave_id == opgave_id, Membership.person_id == me().id)
        ).one()

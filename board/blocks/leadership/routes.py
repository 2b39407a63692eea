"""The page of the fourth block: who leads, who stands behind it, who works on it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from board.access import LEADS_OR_ADMIN, READERS, allow, may
from board.blocks.leadership import queries
from board.core.opgaven import Opgave, team
from board.core.weeks import today

bp = Blueprint("leadership", __name__, url_prefix="/bord/opgaven/<slug>/leiderschap")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return render_template(
        "blocks/leadership/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        team=team(opgave),
        may_change=may(*LEADS_OR_ADMIN),
    )

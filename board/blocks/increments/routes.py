"""The page of the third block: the whole stack, week by week."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from board.access import READERS, allow
from board.blocks.increments import queries
from board.core.opgaven import Opgave
from board.core.stack import results_by_week, stack
from board.core.weeks import Week, today

bp = Blueprint("increments", __name__, url_prefix="/bord/opgaven/<slug>/klein")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    pile = stack(opgave)
    before, growth = queries.growth(pile, Week.of(today()))
    return render_template(
        "blocks/increments/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        pile=pile,
        before=before,
        growth=growth,
        weeks=results_by_week(opgave),
    )

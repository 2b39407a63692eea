"""The page of the third block: the stack, week by week."""

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from board.access import READERS, allow
from board.blocks.increments import queries
from board.core.opgaven import Opgave
from board.core.stack import results_by_week, stack
from board.core.weeks import Week, today


def growth_since(on: date) -> Week:
    """The first of the weeks that the drawing shows."""
    return Week.of(on).plus(1 - queries.WEEKS_SHOWN)


bp = Blueprint("increments", __name__, url_prefix="/bord/opgaven/<slug>/klein")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    pile, everything = stack(opgave), request.args.get("alles") == "1"
    before, growth = queries.growth(pile, Week.of(today()))
    return render_template(
        "blocks/increments/index.html",
        opgave=opgave,
        progress=queries.progress(opgave, today()),
        pile=pile,
        before=before,
        growth=growth,
        weeks=results_by_week(opgave, None if everything else growth_since(today())),
        everything=everything,
    )

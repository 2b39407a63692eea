"""The page of the sixth block: what was seen."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from board.blocks.answers import of_one
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.web.guards import READERS, allow

from ..queries.visits import visits
from ..slots.review import progress

bp = Blueprint("neighbours", __name__, url_prefix="/bord/opgaven/<slug>/buurt")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    """All visits."""
    now = of_one(progress, opgave, today())
    return render_template("blocks/neighbours/index.html", opgave=opgave, progress=now, visits=visits(opgave))
